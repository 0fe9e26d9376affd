/** 撤销一批: takes back what the batch stored, except where somebody has gone on from it. */
import type { Kysely } from 'kysely';
import { AppError } from '#shared/contract/errors.ts';
import type { UndoResult } from '#shared/contract/returns.ts';
import type { Writer } from '../db/executor.ts';
import { type Change, recordChanges } from '../db/repositories/change-log.repository.ts';
import {
  type BatchReport,
  deleteReports,
  findBatchState,
  listBatchReports,
  markBatchUndone,
} from '../db/repositories/returns-undo.repository.ts';
import type { Database } from '../db/schema.ts';
import { takeBackAnswers } from './actions-answered.ts';
import type { ServiceContext } from './context.ts';
import { localMoment } from './moment.ts';

/** @throws AppError `not_found`, `stale` when it was undone before */
async function checkUndoable(writer: Writer, batchId: number): Promise<void> {
  const state = await findBatchState(writer, batchId);
  if (state === null) throw new AppError('not_found', `没有批次 ${batchId}，请核对批次号。`);
  if (state === 'undone') throw new AppError('stale', `批次 ${batchId} 已经撤销过，不用再撤销。`);
}

function kept({ code, unit, latestAt, latestBy }: BatchReport): UndoResult['kept'][number] {
  return { code, unit, reason: `${latestBy}已于${localMoment(latestAt)}改过这一项，保留现在的内容。` };
}

/** What is deleted stays readable here. */
function takenBack(who: Pick<Change, 'at' | 'actor' | 'origin'>, report: BatchReport): Change {
  const { taskId, unit, period, revision, narrative, percent, problems, next } = report;
  return {
    ...{ ...who, action: '撤销入库', entity: 'progress', entityId: taskId },
    before: { unit, period, revision, narrative, percent, problems, next },
    after: revision === 1 ? null : { unit, period, revision: revision - 1 },
  };
}

async function undoWithin(writer: Writer, context: ServiceContext, batchId: number): Promise<UndoResult> {
  await checkUndoable(writer, batchId);
  const reports = await listBatchReports(writer, batchId);
  const standing = reports.filter(({ revision, latestRevision }) => revision === latestRevision);
  const overtaken = reports.filter(({ revision, latestRevision }) => revision !== latestRevision);
  await takeBackAnswers({ writer, context }, batchId);
  await deleteReports(
    writer,
    standing.map(({ reportId }) => reportId),
  );
  const at = context.now().toISOString();
  await markBatchUndone(writer, batchId, at, context.operator);
  const who = { at, actor: context.operator, origin: context.origin };
  await recordChanges(writer, [
    {
      ...{ ...who, action: '撤销入库', entity: 'batch', entityId: batchId, before: { state: 'applied' } },
      after: { state: 'undone', undone: standing.length, kept: overtaken.length },
    },
    ...standing.map((report) => takenBack(who, report)),
  ]);
  return { batchId, undone: standing.length, kept: overtaken.map(kept) };
}

/** @throws AppError `not_found`, `stale` */
export function undoBatch(
  database: Kysely<Database>,
  context: ServiceContext,
  batchId: number,
): Promise<UndoResult> {
  return database.transaction().execute((writer) => undoWithin(writer, context, batchId));
}
