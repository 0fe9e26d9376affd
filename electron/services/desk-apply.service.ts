/** 入库: each accepted file in a transaction of its own, all of them in one batch. */
import type { Kysely } from 'kysely';
import type { ApplyDeskResult } from '#shared/contract/desk.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ProgressValues } from '#shared/domain/progress.ts';
import {
  decidedReadings,
  decidedValues,
  decisionFor,
  type FileDecisions,
  rowKey,
} from '#shared/domain/return/decisions.ts';
import type { TargetReading } from '#shared/domain/return/target-cell.ts';
import type { Writer } from '../db/executor.ts';
import { type Change, recordChanges } from '../db/repositories/change-log.repository.ts';
import { listCurrentReports } from '../db/repositories/progress-current.repository.ts';
import {
  ensurePeriod,
  insertReports,
  insertTargetValues,
  type NewRevision,
} from '../db/repositories/progress-insert.repository.ts';
import { insertBatch, insertReturnFile } from '../db/repositories/returns.repository.ts';
import { formExists } from '../db/repositories/returns-base.repository.ts';
import type { Database } from '../db/schema.ts';
import { answerWithReturn } from './actions-answered.ts';
import { breathe } from './breathe.ts';
import type { ServiceContext } from './context.ts';
import type { StorableFile, StorableRow } from './desk-choice.ts';

/** Somebody reported on rows of the file since it was read: nothing of it is stored. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
  readonly rows: readonly StorableRow[];

  constructor(rows: readonly StorableRow[]) {
    super(`${rows.length} rows were overtaken`);
    this.rows = rows;
  }
}

export interface ApplyContext {
  database: Kysely<Database>;
  context: ServiceContext;
}

interface Batch {
  /** Null before its first file. */
  id: number | null;
  createdAt: string;
}

async function currentByTask(writer: Writer, { unit, period, taken }: StorableFile) {
  const taskIds = taken.map(({ taskId }) => taskId);
  const reports = await listCurrentReports(writer, { period, unitId: unit.id, taskIds });
  return new Map(reports.map((report) => [report.taskId, report]));
}

/** Cells whose words are stored; where ours was kept the cell is no source. */
function sourceCells(
  { read }: StorableRow,
  values: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const stated: Readonly<Record<string, unknown>> = read.stated;
  const cells = Object.entries(read.cells).filter(([field]) => values[field] === stated[field]);
  return Object.fromEntries(cells);
}

/** Readings that came out of the row's cell, as `target:<id>`; where ours was kept the cell is no source. */
function sourceOfReadings(
  { row, read }: StorableRow,
  readings: readonly { targetId: number; value: number }[],
): Record<string, string> {
  const { targetCell } = read;
  if (targetCell === null) return {};
  const taken = row.targetChanges.filter(({ targetId }) => {
    const theirs = row.targetValues.find((reading) => reading.targetId === targetId);
    return readings.find((reading) => reading.targetId === targetId)?.value === theirs?.value;
  });
  return Object.fromEntries(taken.map(({ targetId }) => [`target:${targetId}`, targetCell.address]));
}

type OwnPart = Pick<NewRevision, 'taskId' | 'values' | 'evidence'>;

/** What the row stores as decided, and where each of its words stands in the file. */
function revisionOf(
  own: StorableRow,
  decisions: FileDecisions,
  returnFileId: number,
): { entry: OwnPart; readings: TargetReading[] } {
  const { row, taskId, ours } = own;
  const decision = decisionFor(decisions, row);
  const values = decidedValues(row, ours, decision);
  const readings = decidedReadings(row, decision);
  const cells = { ...sourceCells(own, { ...values }), ...sourceOfReadings(own, readings) };
  const { sheet, row: rowNumber, reportedOn } = row;
  const evidence = { returnFileId, sheet, row: rowNumber, cells, reportedOn };
  return { entry: { taskId, values, evidence }, readings };
}

/** @returns what stands now, by task */
async function storeRows(
  writer: Writer,
  { context }: ApplyContext,
  file: StorableFile,
  returnFileId: number,
  createdAt: string,
): Promise<Map<number, ProgressValues>> {
  const { unit, period, taken, view } = file;
  const current = await currentByTask(writer, file);
  const overtaken = taken.filter(({ taskId, basedOn }) => (current.get(taskId)?.id ?? null) !== basedOn);
  if (overtaken.length > 0) throw new Overtaken(overtaken);
  const reports = taken.map((own) => {
    const { entry, readings } = revisionOf(own, view.entry.decisions, returnFileId);
    const common = { unitId: unit.id, period, createdAt, createdBy: context.operator };
    const revision = (current.get(own.taskId)?.revision ?? 0) + 1;
    return { entry: { ...entry, ...common }, readings, revision };
  });
  const ids = await insertReports(writer, reports);
  const stored = reports.flatMap(({ entry, readings }) => {
    const reportId = ids.get(entry.taskId);
    return reportId === undefined ? [] : [{ reportId, targetValues: readings }];
  });
  await insertTargetValues(writer, stored);
  return new Map(reports.map(({ entry }) => [entry.taskId, entry.values]));
}

async function storeFile(
  writer: Writer,
  apply: ApplyContext,
  file: StorableFile,
  batch: Batch,
): Promise<{ batchId: number; answered: string[] }> {
  const { context } = apply;
  const { createdAt } = batch;
  const batchId = batch.id ?? (await insertBatch(writer, createdAt, context.operator));
  const { unit, period, taken } = file;
  const { sha256, fileName, receivedOn } = file.view.entry;
  const formId = file.view.reading?.form?.id ?? null;
  const knownForm = formId !== null && (await formExists(writer, formId)) ? formId : null;
  const entry = { batchId, sha256, fileName, unitId: unit.id, period, formId: knownForm, receivedOn };
  const returnFileId = await insertReturnFile(writer, entry);
  await ensurePeriod(writer, period);
  const rows = await storeRows(writer, apply, file, returnFileId, createdAt);
  const who = { at: createdAt, actor: context.operator, origin: context.origin };
  await recordChanges(writer, [
    {
      ...{ ...who, action: '回表入库', entity: 'batch', entityId: batchId, before: null },
      after: { file: fileName, unit: unit.name, period, revisions: taken.length },
    },
    ...taken.map((row) => rowChange(who, file, row, rows.get(row.taskId))),
  ]);
  const answering = { returnFileId, unitId: unit.id, period, receivedOn, rows };
  return { batchId, answered: await answerWithReturn({ writer, context }, answering) };
}

/** Each row like a line that was typed: searched for by its task, with what it said before. */
function rowChange(
  who: Pick<Change, 'at' | 'actor' | 'origin'>,
  file: StorableFile,
  { row, taskId, ours, basedOn }: StorableRow,
  values: ProgressValues | undefined,
): Change {
  const { unit, period, view } = file;
  const place = { unit: unit.name, period };
  return {
    ...{ ...who, action: '回表入库', entity: 'progress', entityId: taskId },
    before: basedOn === null ? null : { ...place, ...ours },
    after: { ...place, ...values, files: view.entry.fileName, sheet: row.sheet, row: row.row },
  };
}

function explain(error: unknown, { view }: StorableFile): string {
  if (error instanceof AppError) return error.message;
  if (error instanceof Overtaken) {
    const codes = error.rows.map(({ row }) => row.code).join('、');
    return `「${view.entry.fileName}」的 ${codes} 在读取之后又有了新的进展，这一份没有入库，请核对这几行后再入库。`;
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `「${view.entry.fileName}」写入时出错，这一份没有入库，请重试（${reason}）。`;
}

export interface StoredFiles extends ApplyDeskResult {
  /** Rows that were overtaken, by file. */
  overtaken: Map<number, Set<string>>;
}

/** @param stopped asked before each file: those that follow are left on the desk */
export async function storeFiles(
  apply: ApplyContext,
  files: readonly StorableFile[],
  onStart: (file: StorableFile, index: number) => Promise<void>,
): Promise<StoredFiles> {
  const batch: Batch = { id: null, createdAt: apply.context.now().toISOString() };
  const result: StoredFiles = { batchId: null, revisions: 0, applied: [], failed: [], overtaken: new Map() };
  for (const [index, file] of files.entries()) {
    const { id: fileId, fileName } = file.view.entry;
    try {
      await breathe();
      await onStart(file, index);
      const revisions = file.taken.length;
      let answered: string[] = [];
      if (revisions > 0) {
        const stored = await apply.database
          .transaction()
          .execute((writer) => storeFile(writer, apply, file, batch));
        batch.id = stored.batchId;
        answered = stored.answered;
      }
      const { unit, period, untaken } = file;
      result.applied.push({ fileId, fileName, unit: unit.name, period, revisions, untaken, answered });
      result.revisions += revisions;
    } catch (error) {
      if (error instanceof Overtaken) {
        result.overtaken.set(fileId, new Set(error.rows.map(({ row }) => rowKey(row))));
      }
      result.failed.push({ fileId, fileName, message: explain(error, file) });
    }
  }
  return { ...result, batchId: batch.id };
}
