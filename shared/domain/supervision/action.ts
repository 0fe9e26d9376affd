/** 督办动作 (domain.md, Words): kinds, what each must say, and the states it goes through. */
import { dateLabel, isDate } from './dates.ts';
import { isLateAsked } from './extension.ts';
import { type OrderColour, orderColourLabels } from './order-colour.ts';

export type ActionKind = 'reminder' | 'supervision_order' | 'send_back' | 'extension' | 'talk' | 'site_visit';

/** 办结申请, 审核 and 销号 are moves of the task itself: task-state.ts. */
export const actionKindLabels: Record<ActionKind, string> = {
  reminder: '催办',
  supervision_order: '督办单',
  send_back: '退回',
  extension: '延期',
  talk: '约谈',
  site_visit: '现场督查',
};

export const actionKinds = Object.keys(actionKindLabels) as readonly ActionKind[];

/** A slip waits for an answer, a request for a decision, a meeting is held; kinds of one family share their states. */
export type ActionFamily = 'slip' | 'request' | 'meeting';

export const actionFamilies: Record<ActionKind, ActionFamily> = {
  reminder: 'slip',
  supervision_order: 'slip',
  send_back: 'slip',
  extension: 'request',
  talk: 'meeting',
  site_visit: 'meeting',
};

export interface ActionDraft {
  kind: ActionKind;
  /** Of a 督办单 only. */
  colour: OrderColour | null;
  unit: string | null;
  /** Codes. One 催办 or 督办单 may name several of a unit's tasks. */
  tasks: readonly string[];
  title: string;
  reason: string;
  /** The day it is issued, asked for or planned. */
  actedOn: string;
  answerDue: string | null;
  /** Of a 延期: the due date in force when it is asked for, and the one asked for. */
  oldDue: string | null;
  newDue: string | null;
}

type Field = Exclude<keyof ActionDraft, 'kind'>;

const fieldLabels: Record<Field, string> = {
  colour: '颜色',
  unit: '单位',
  tasks: '任务',
  title: '标题',
  reason: '事由',
  actedOn: '日期',
  answerDue: '答复期限',
  oldDue: '原完成时限',
  newDue: '申请的新时限',
};

/** What each kind must say; 约谈 may concern a unit's work as a whole, 现场督查 a place with several units. */
export const requiredFields: Record<ActionKind, readonly Field[]> = {
  reminder: ['unit', 'tasks', 'title', 'reason', 'actedOn', 'answerDue'],
  supervision_order: ['colour', 'unit', 'tasks', 'title', 'reason', 'actedOn', 'answerDue'],
  send_back: ['unit', 'tasks', 'title', 'reason', 'actedOn', 'answerDue'],
  extension: ['unit', 'tasks', 'title', 'reason', 'actedOn', 'oldDue', 'newDue'],
  talk: ['unit', 'title', 'reason', 'actedOn'],
  site_visit: ['tasks', 'title', 'reason', 'actedOn'],
};

function isBlank(value: ActionDraft[Field]): boolean {
  return value === null || (typeof value === 'string' ? value.trim() === '' : value.length === 0);
}

function findMalformedDates(draft: ActionDraft): string[] {
  return (['actedOn', 'answerDue', 'oldDue', 'newDue'] as const).flatMap((field) => {
    const date = draft[field];
    if (date === null || date === '' || isDate(date)) return [];
    return [`${fieldLabels[field]}“${date}”不是有效日期，请按“2024-06-30”的格式填写。`];
  });
}

function findContradictions({
  kind,
  colour,
  tasks,
  actedOn,
  answerDue,
  oldDue,
  newDue,
}: ActionDraft): string[] {
  const label = actionKindLabels[kind];
  const problems: string[] = [];
  if (answerDue !== null && answerDue < actedOn) problems.push('答复期限早于发出日期，请修改。');
  if (kind !== 'supervision_order' && colour !== null)
    problems.push(`${label}不分颜色，请去掉“${orderColourLabels[colour]}”。`);
  if (kind === 'extension' && tasks.length > 1) problems.push('延期须逐项申请，一次只能选一项任务。');
  if (kind === 'extension' && oldDue !== null && newDue !== null && newDue <= oldDue)
    problems.push('申请的新时限须晚于原完成时限，请修改。');
  // domain.md, Conventions: a 延期 is asked before the due date.
  if (kind === 'extension' && oldDue !== null && isLateAsked({ askedOn: actedOn, oldDue }))
    problems.push(
      `延期须在完成时限${dateLabel(oldDue)}之前申请，申请日期是${dateLabel(actedOn)}。申请日期填错的请改正；当天或以后才申请的，按逾期督办。`,
    );
  return problems;
}

/** What is wrong with an action before it is recorded, a sentence each; empty when nothing is. */
export function checkAction(draft: ActionDraft): string[] {
  const label = actionKindLabels[draft.kind];
  const missing = requiredFields[draft.kind]
    .filter((field) => isBlank(draft[field]))
    .map((field) => `${label}没有${fieldLabels[field]}，请填写。`);
  const malformed = findMalformedDates(draft);
  return [...missing, ...malformed, ...(malformed.length === 0 ? findContradictions(draft) : [])];
}
