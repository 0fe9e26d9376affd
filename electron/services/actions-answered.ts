/** A return is the answer to the papers that asked for it: 待答复 → 已答复待核 with its file, and back when it is undone. */
import type { ActionMoveRequest } from '#shared/contract/actions.ts';
import { type Period, periodEnd } from '#shared/domain/period.ts';
import { type ProgressValues, progressFieldLabels } from '#shared/domain/progress.ts';
import { actionWords } from '#shared/domain/supervision/action-words.ts';
import { addDays, monthEnd } from '#shared/domain/supervision/dates.ts';
import {
  type ActionRecord,
  listActionTasks,
  listAnsweredByBatch,
  listUnansweredSlips,
} from '../db/repositories/action.repository.ts';
import { type ActionMoving, makeMove } from './actions-move.ts';
import { localDate } from './moment.ts';

export interface AnsweringReturn {
  returnFileId: number;
  unitId: number;
  /** What it reports on. */
  period: Period;
  /** `YYYY-MM-DD`: a paper issued later was not answered by it. */
  receivedOn: string;
  /** What it says, by task. */
  rows: ReadonlyMap<number, ProgressValues>;
}

const spoken = ['problems', 'next'] as const;

function wordsOf(code: string, values: ProgressValues): string {
  const more = spoken.filter((field) => values[field].trim() !== '');
  const lines = more.map((field) => `${progressFieldLabels[field]}：${values[field]}`);
  return [`${code}：${values.narrative}`, ...lines].join('\n');
}

type Given = Pick<ActionMoveRequest, 'move' | 'date'> & Partial<ActionMoveRequest>;

function requestOf({ id, version }: ActionRecord, given: Given): ActionMoveRequest {
  const nothing = { reason: '', answer: '', answerDue: '', newDue: '', decider: '', returnFileId: null };
  return { ...nothing, actionId: id, version, ...given };
}

/** May's return, late or corrected, is no answer to a paper of July: the last month that had ended is June. */
function isAbout(period: Period, actedOn: string): boolean {
  const lastEnded = monthEnd(actedOn) === actedOn ? actedOn : addDays(`${actedOn.slice(0, 8)}01`, -1);
  return periodEnd(period) >= lastEnded;
}

/**
 * A paper about several tasks is answered by a return that speaks of all of them; one that leaves some out is for a
 * person to judge.
 * @returns the papers, as they are numbered
 */
export async function answerWithReturn(
  moving: ActionMoving,
  { returnFileId, unitId, period, receivedOn, rows }: AnsweringReturn,
): Promise<string[]> {
  const waiting = (await listUnansweredSlips(moving.writer, unitId)).filter(
    ({ actedOn }) => actedOn <= receivedOn && isAbout(period, actedOn),
  );
  if (waiting.length === 0) return [];
  const ids = waiting.map(({ id }) => id);
  const tasks = await listActionTasks(moving.writer, ids);
  const answered: string[] = [];
  for (const record of waiting) {
    const words = (tasks.get(record.id) ?? []).map(({ id, code }) => {
      const values = rows.get(id);
      return values === undefined || values.narrative.trim() === '' ? null : wordsOf(code, values);
    });
    if (words.length === 0 || words.includes(null)) continue;
    const answer = words.join('\n');
    await makeMove(
      moving,
      record,
      requestOf(record, { move: 'answer', date: receivedOn, answer, returnFileId }),
    );
    answered.push(actionWords(record));
  }
  return answered;
}

/** What was judged meanwhile stays judged. */
export async function takeBackAnswers(moving: ActionMoving, batchId: number): Promise<void> {
  const date = localDate(moving.context.now());
  for (const record of await listAnsweredByBatch(moving.writer, batchId)) {
    const reason = `导入批次 ${batchId} 已撤销。`;
    await makeMove(moving, record, requestOf(record, { move: 'withdraw_answer', date, reason }));
  }
}
