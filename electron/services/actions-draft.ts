/** A 督办动作 prefilled from what the worklist knows, for a person to look over before it is recorded. */
import type { ActionDraftValues, ActionProposal, WorklistLine } from '#shared/contract/actions.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type ActionKind, actionKindLabels } from '#shared/domain/supervision/action.ts';
import { answerDueOn } from '#shared/domain/supervision/action-settings.ts';
import { settingsAt } from '#shared/domain/supervision/dated-settings.ts';
import { gravestColour, type OrderColour, orderColours } from '#shared/domain/supervision/order-colour.ts';
import { type ActionTask, listNamedTasks } from '../db/repositories/action.repository.ts';
import { findUnitName } from '../db/repositories/units.repository.ts';
import { readDues } from './actions-due.ts';
import { readWorklist, type WorklistReading } from './actions-worklist.ts';
import { readRuleSettings } from './rule-settings.ts';

export interface DraftRequest {
  kind: ActionKind;
  unitId: number | null;
  taskIds: readonly number[];
}

/** A title is read in a list: a long text shows its beginning. */
const longestTitle = 24;

function titleOf(kind: ActionKind, unit: string | null, tasks: readonly ActionTask[]): string {
  const [first] = tasks;
  const who = unit ?? '';
  if (first === undefined) return `${who}${actionKindLabels[kind]}`;
  if (tasks.length > 1) return `${who}${first.code}等${tasks.length}项任务${actionKindLabels[kind]}`;
  const text = first.content.replace(/\s+/g, '');
  const short = text.length > longestTitle ? `${text.slice(0, longestTitle)}…` : text;
  return `${first.code}${short}`;
}

function reasonOf(tasks: readonly ActionTask[], lines: readonly WorklistLine[]): string {
  const own = tasks.flatMap(({ id, code }) =>
    lines
      .filter(({ taskId }) => taskId === id)
      .map(({ reasons }) => ({ code, words: reasons.map(({ words }) => words).join('；') })),
  );
  return tasks.length === 1
    ? own.map(({ words }) => `${words}。`).join('')
    : own.map(({ code, words }) => `${code}：${words}。`).join('\n');
}

/** The gravest advised; the mildest where the rules call for none and a person wants one all the same. */
function colourOf(kind: ActionKind, lines: readonly WorklistLine[]): OrderColour | null {
  if (kind !== 'supervision_order') return null;
  const advised = lines.flatMap(({ advice }) => advice.colour ?? []);
  return gravestColour(advised) ?? orderColours[0] ?? null;
}

async function answerDueOf(
  { reader }: WorklistReading,
  kind: ActionKind,
  colour: OrderColour | null,
  date: string,
): Promise<string | null> {
  const paper = kind === 'reminder' || kind === 'send_back' ? kind : colour;
  if (paper === null) return null;
  return answerDueOn(date, paper, settingsAt(await readRuleSettings(reader, 'action'), date));
}

async function oldDueOf(
  { reader, proposals }: WorklistReading,
  { kind, taskIds }: DraftRequest,
  date: string,
) {
  const [taskId] = taskIds;
  if (kind !== 'extension' || taskId === undefined) return null;
  return (await readDues(reader, proposals, [taskId], date)).get(taskId) ?? null;
}

/** Why a unit asks or what was seen on the spot, the program cannot know. */
const chasing: readonly ActionKind[] = ['reminder', 'supervision_order', 'talk'];

/** @param date the day it is issued, `YYYY-MM-DD` @throws AppError `not_found` for a task or unit that is gone */
export async function draftAction(
  reading: WorklistReading,
  request: DraftRequest,
  date: string,
): Promise<ActionProposal> {
  const { reader } = reading;
  const { kind, unitId } = request;
  const tasks = await listNamedTasks(reader, request.taskIds);
  const unit = unitId === null ? null : await findUnitName(reader, unitId);
  if (tasks.length < request.taskIds.length || (unitId !== null && unit === null))
    throw new AppError('not_found', '所选的任务或单位已经不在了，请刷新后再试。');
  const worklist = chasing.includes(kind) ? (await readWorklist(reading, date)).lines : [];
  const ids = new Set(request.taskIds);
  const lines = worklist.filter((line) => line.unitId === unitId && ids.has(line.taskId));
  const colour = colourOf(kind, lines);
  const values: ActionDraftValues = {
    kind,
    colour,
    unitId,
    taskIds: tasks.map(({ id }) => id),
    title: titleOf(kind, unit, tasks),
    reason: reasonOf(tasks, lines),
    actedOn: date,
    answerDue: await answerDueOf(reading, kind, colour, date),
    oldDue: await oldDueOf(reading, request, date),
    newDue: null,
  };
  return { values, unit, tasks };
}
