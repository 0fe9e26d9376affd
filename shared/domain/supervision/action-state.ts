/** The states of 督办动作 and one table of the moves between them. 超期 is no state of its own: time makes it so. */
import { type ActionFamily, type ActionKind, actionFamilies, actionKindLabels } from './action.ts';
import { isDate } from './dates.ts';

export type ActionState =
  | 'open'
  | 'answered'
  | 'closed'
  | 'void'
  | 'requested'
  | 'approved'
  | 'refused'
  | 'taken_back'
  | 'planned'
  | 'held'
  | 'cancelled';

export const actionStateLabels: Record<ActionState, string> = {
  open: '待答复',
  answered: '已答复待核',
  closed: '已办结',
  void: '已作废',
  requested: '待批',
  approved: '已批准',
  refused: '未批准',
  taken_back: '已撤回',
  planned: '待进行',
  held: '已进行',
  cancelled: '已取消',
};

export const firstActionStates: Record<ActionFamily, ActionState> = {
  slip: 'open',
  request: 'requested',
  meeting: 'planned',
};

export type ActionMoveKey =
  | 'answer'
  | 'reject_answer'
  | 'withdraw_answer'
  | 'close'
  | 'void'
  | 'approve'
  | 'refuse'
  | 'take_back'
  | 'hold'
  | 'cancel';

export type ActionNeed = 'date' | 'reason' | 'answer' | 'answer_due' | 'new_due' | 'decider';

export interface ActionMove {
  family: ActionFamily;
  from: ActionState;
  move: ActionMoveKey;
  to: ActionState;
  label: string;
  needs: readonly ActionNeed[];
}

/**
 * An answered slip stays open work until someone has looked at the answer. 撤回答复 is for one that was recorded by
 * mistake, or came with a return that was undone: its answer date stays.
 */
export const actionMoves: readonly ActionMove[] = [
  {
    family: 'slip',
    from: 'open',
    move: 'answer',
    to: 'answered',
    label: '登记答复',
    needs: ['date', 'answer'],
  },
  { family: 'slip', from: 'open', move: 'close', to: 'closed', label: '办结', needs: ['date', 'reason'] },
  { family: 'slip', from: 'open', move: 'void', to: 'void', label: '作废', needs: ['date', 'reason'] },
  { family: 'slip', from: 'answered', move: 'close', to: 'closed', label: '办结', needs: ['date'] },
  {
    family: 'slip',
    from: 'answered',
    move: 'reject_answer',
    to: 'open',
    label: '退回重答',
    needs: ['date', 'reason', 'answer_due'],
  },
  {
    family: 'slip',
    from: 'answered',
    move: 'withdraw_answer',
    to: 'open',
    label: '撤回答复',
    needs: ['date', 'reason'],
  },
  { family: 'slip', from: 'answered', move: 'void', to: 'void', label: '作废', needs: ['date', 'reason'] },
  {
    family: 'request',
    from: 'requested',
    move: 'approve',
    to: 'approved',
    label: '批准',
    needs: ['date', 'new_due', 'decider'],
  },
  {
    family: 'request',
    from: 'requested',
    move: 'refuse',
    to: 'refused',
    label: '不予批准',
    needs: ['date', 'reason', 'decider'],
  },
  {
    family: 'request',
    from: 'requested',
    move: 'take_back',
    to: 'taken_back',
    label: '撤回',
    needs: ['date', 'reason'],
  },
  {
    family: 'meeting',
    from: 'planned',
    move: 'hold',
    to: 'held',
    label: '登记情况',
    needs: ['date', 'answer'],
  },
  {
    family: 'meeting',
    from: 'planned',
    move: 'cancel',
    to: 'cancelled',
    label: '取消',
    needs: ['date', 'reason'],
  },
];

export interface ActionMoveFacts {
  date: string;
  /** When it was issued, asked for or planned: nothing is answered or decided before that. */
  actedOn: string;
  reason: string;
  /** The answer's words, or the record of what was said and seen. */
  answer: string;
  answerDue: string;
  /** The due date granted, and the one in force before it. */
  newDue: string;
  oldDue: string;
  decider: string;
}

export type ActionMoveResult = { ok: true; state: ActionState } | { ok: false; reasons: string[] };

const dateForm = '请按“2024-06-30”的格式填写。';

/** Null when the need is met. */
const findMissing: Record<ActionNeed, (facts: ActionMoveFacts, move: ActionMove) => string | null> = {
  date: ({ date, actedOn }, { label, family }) => {
    if (!isDate(date)) return `${label}的日期“${date}”不是有效日期，${dateForm}`;
    const isEarly = date < actedOn && family !== 'meeting';
    return isEarly ? `${label}的日期早于发出日期${actedOn}，请修改。` : null;
  },
  reason: ({ reason }, { label }) => (reason.trim() === '' ? `${label}须写明理由，请填写。` : null),
  answer: ({ answer }, { label }) => (answer.trim() === '' ? `${label}没有内容，请填写。` : null),
  answer_due: ({ answerDue, date }) =>
    isDate(answerDue) && answerDue >= date ? null : '请填写新的答复期限，不早于退回之日。',
  new_due: ({ newDue, oldDue }) =>
    isDate(newDue) && newDue > oldDue ? null : '批准延期须写明新的时限，且晚于原完成时限。',
  decider: ({ decider }) => (decider.trim() === '' ? '请填写由谁批示。' : null),
};

export function allowedActionMoves(kind: ActionKind, state: ActionState): ActionMove[] {
  return actionMoves.filter(({ family, from }) => family === actionFamilies[kind] && from === state);
}

/** The state after the move; otherwise everything that stands against it. */
export function applyActionMove(
  kind: ActionKind,
  state: ActionState,
  key: ActionMoveKey,
  facts: ActionMoveFacts,
): ActionMoveResult {
  const move = allowedActionMoves(kind, state).find((candidate) => candidate.move === key);
  if (move === undefined) {
    const label = actionMoves.find((row) => row.move === key)?.label ?? key;
    return {
      ok: false,
      reasons: [`${actionKindLabels[kind]}现为“${actionStateLabels[state]}”，不能办理“${label}”。`],
    };
  }
  const reasons = move.needs.map((need) => findMissing[need](facts, move)).filter((text) => text !== null);
  return reasons.length === 0 ? { ok: true, state: move.to } : { ok: false, reasons };
}
