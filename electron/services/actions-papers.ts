/** Recorded 督办动作 of a year as the worklist's rules take them: slips, 延期 and meetings by task and unit. */

import { actionWords } from '#shared/domain/supervision/action-words.ts';
import type { MeetingFact } from '#shared/domain/supervision/chase-facts.ts';
import type { Slip } from '#shared/domain/supervision/slip.ts';
import type { Reader } from '../db/executor.ts';
import { groupRows } from '../db/group-rows.ts';
import { type ActionRecord, listActions } from '../db/repositories/action.repository.ts';
import { listActionPairs } from '../db/repositories/action-facts.repository.ts';

export interface Papers {
  slipsFor: (taskId: number, unitId: number) => Slip[];
  meetingsFor: (taskId: number, unitId: number) => MeetingFact[];
}

function slipOf(record: ActionRecord): Slip[] {
  const { id, kind, colour, actedOn, answerDue, answeredOn, closedOn, state } = record;
  if (kind !== 'reminder' && kind !== 'supervision_order' && kind !== 'send_back') return [];
  if (state !== 'open' && state !== 'answered' && state !== 'closed' && state !== 'void') return [];
  if (answerDue === null) return [];
  const words = actionWords(record);
  return [{ id, kind, colour, words, actedOn, answerDue, answeredOn, closedOn, state }];
}

function meetingOf({ kind, state, closedOn, title }: ActionRecord): MeetingFact[] {
  if ((kind !== 'talk' && kind !== 'site_visit') || state !== 'held' || closedOn === null) return [];
  return [{ kind, heldOn: closedOn, words: title }];
}

/** @param date what was issued later is not known yet, `YYYY-MM-DD` */
export async function readPapers(reader: Reader, year: number, date: string): Promise<Papers> {
  const records = (await listActions(reader, {})).filter(({ actedOn }) => actedOn <= date);
  const byId = new Map(records.map((record) => [record.id, record]));
  const byTask = groupRows(await listActionPairs(reader, year), ({ taskId }) => taskId);
  const ofTask = (taskId: number): ActionRecord[] =>
    (byTask.get(taskId) ?? []).flatMap(({ actionId }) => byId.get(actionId) ?? []);
  // 现场督查 may name no unit: it then concerns all that lead the task.
  const concerns = (record: ActionRecord, unitId: number) =>
    record.unitId === unitId || record.unitId === null;
  const both = (taskId: number, unitId: number) =>
    ofTask(taskId).filter((record) => concerns(record, unitId));
  return {
    slipsFor: (taskId, unitId) => both(taskId, unitId).flatMap(slipOf),
    meetingsFor: (taskId, unitId) => both(taskId, unitId).flatMap(meetingOf),
  };
}
