/** Making a move of the table in task-state.ts: a new state, or the sentences why not. */
import { type CompletionFacts, type ConditionKey, conditions } from './completion.ts';
import { dateLabel, isDate } from './dates.ts';
import {
  allowedMoves,
  type MoveNeed,
  type TaskMove,
  type TaskMoveKey,
  type TaskState,
  taskMoves,
  taskStateLabels,
} from './task-state.ts';

export interface MoveFacts extends CompletionFacts {
  /** `YYYY-MM-DD`, the day from which the new state holds. */
  date: string;
  /** The day of the task's last move; null before the first. A life does not run backwards. */
  previousOn: string | null;
  reason: string;
  /** Files attached as 办结材料. */
  materials: number;
  code: string;
  /** The codes of the parts of a split, or of the task that a merge leaves. */
  into: readonly string[];
}

export type MoveResult = { ok: true; state: TaskState } | { ok: false; reasons: string[]; sentence: string };

interface Need {
  label: string;
  findMissing: (facts: MoveFacts, move: TaskMove) => string | null;
}

function findDateProblem({ date, previousOn }: MoveFacts, { label }: TaskMove): string | null {
  if (!isDate(date)) return `${label}的日期“${date}”不是有效日期，请按“2024-06-30”的格式填写。`;
  if (previousOn === null || date >= previousOn) return null;
  return `${label}的日期早于上一步（${dateLabel(previousOn)}），请修改。`;
}

function unless(isGiven: boolean, sentence: string): string | null {
  return isGiven ? null : sentence;
}

const needs: Record<MoveNeed, Need> = {
  date: { label: '日期', findMissing: findDateProblem },
  reason: {
    label: '理由',
    findMissing: ({ reason }, { label }) => unless(reason.trim() !== '', `${label}须写明理由，请填写。`),
  },
  material: {
    label: '办结材料',
    findMissing: ({ materials }) => unless(materials > 0, '没有办结材料，请附上。'),
  },
  requester: {
    label: '申请人',
    findMissing: ({ requester }) => unless(requester.trim() !== '', '没有办结申请人，请填写。'),
  },
  reviewer: {
    label: '审核人',
    findMissing: ({ reviewer }) => unless(reviewer.trim() !== '', '没有指定审核人，请填写。'),
  },
  parts: {
    label: '拆出的任务',
    findMissing: ({ into, code }) =>
      unless(
        new Set(into).size >= 2 && !into.includes(code),
        '拆分须列出至少两项拆出的任务，请补上任务编号。',
      ),
  },
  survivor: {
    label: '并入的任务',
    findMissing: ({ into, code }) =>
      unless(into.length === 1 && into[0] !== code, '合并须指明并入哪一项任务，只能有一项，也不能是它自己。'),
  },
};

function notInTable(state: TaskState, key: TaskMoveKey): string {
  const label = taskMoves.find(({ move }) => move === key)?.label ?? key;
  const possible = allowedMoves(state).map((move) => move.label);
  return `任务现为“${taskStateLabels[state]}”，不能办理“${label}”；现在可以办理：${possible.join('、')}。`;
}

function refuse(reasons: string[]): MoveResult {
  return { ok: false, reasons, sentence: reasons.join('') };
}

/** The conditions of a move, each with what is in its way, as the page lists them beside the button. */
export function checkConditions(
  move: TaskMove,
  facts: CompletionFacts,
): { condition: ConditionKey; label: string; obstacles: string[] }[] {
  return move.conditions.map((condition) => {
    const { label, findObstacles } = conditions[condition];
    return { condition, label, obstacles: findObstacles(facts) };
  });
}

/** The state after the move; otherwise everything that stands against it, not only the first thing. */
export function applyMove(state: TaskState, key: TaskMoveKey, facts: MoveFacts): MoveResult {
  const move = allowedMoves(state).find((candidate) => candidate.move === key);
  if (move === undefined) return refuse([notInTable(state, key)]);
  const missing = move.needs
    .map((need) => needs[need].findMissing(facts, move))
    .filter((text) => text !== null);
  const obstacles = checkConditions(move, facts).flatMap((checked) => checked.obstacles);
  const reasons = [...missing, ...obstacles];
  return reasons.length === 0 ? { ok: true, state: move.to } : refuse(reasons);
}

export function moveNeedLabels(move: TaskMove): string[] {
  return move.needs.map((need) => needs[need].label);
}
