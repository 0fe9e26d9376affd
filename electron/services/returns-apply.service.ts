/** 入库: the chosen rows of a preview as new revisions, all in one transaction. */
import type { ReturnFile, ReturnRow } from '#shared/contract/returns.ts';
import type { Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import type { StoredReport } from '../db/repositories/progress.repository.ts';
import { listCurrentReports } from '../db/repositories/progress-current.repository.ts';
import {
  ensurePeriod,
  insertReport,
  insertTargetValues,
} from '../db/repositories/progress-insert.repository.ts';
import { insertBatch, insertReturnFile } from '../db/repositories/returns.repository.ts';
import { formExists } from '../db/repositories/returns-base.repository.ts';
import { breathe } from './breathe.ts';
import type { ServiceContext } from './context.ts';
import type { Chooser } from './returns-choice.ts';
import type { PreviewedFile, PreviewedRow, StoredPreview } from './returns-store.ts';

const changedMeanwhile = '预览之后这一项又有了新的进展，没有覆盖，请重新预览后处理。';

function asConflict(row: ReturnRow): ReturnRow {
  return {
    ...row,
    outcome: 'conflict',
    problems: [...row.problems, { column: '重点工作', message: changedMeanwhile }],
  };
}

interface FileWriter {
  writer: Writer;
  context: ServiceContext;
  createdAt: string;
  previewed: PreviewedFile;
  returnFileId: number;
  /** What stands now, by task: the preview may be old. */
  current: ReadonlyMap<number, StoredReport>;
}

/** @returns the row as it stands now, and whether it was stored */
async function storeRow(
  { writer, context, createdAt, previewed, returnFileId, current }: FileWriter,
  { row, taskId, basedOnRevision, cells }: PreviewedRow,
): Promise<{ row: ReturnRow; stored: boolean }> {
  if (taskId === null) throw new Error(`row ${row.row} without a task was chosen`);
  const { unitId, period } = previewed;
  const before = current.get(taskId);
  const revision = before?.revision ?? 0;
  if (revision !== basedOnRevision) return { row: asConflict(row), stored: false };
  const evidence = { returnFileId, sheet: row.sheet, row: row.row, cells };
  const createdBy = context.operator;
  const entry = { taskId, unitId, period, values: row.values, evidence, createdAt, createdBy };
  const reportId = await insertReport(writer, entry, revision + 1);
  await insertTargetValues(writer, reportId, before?.targetValues ?? []);
  return { row, stored: true };
}

async function currentByTask(
  writer: Writer,
  { unitId, period, rows }: PreviewedFile,
): Promise<Map<number, StoredReport>> {
  const taskIds = [...new Set(rows.flatMap(({ taskId }) => taskId ?? []))];
  const reports = await listCurrentReports(writer, { period, unitId, taskIds });
  return new Map(reports.map((report) => [report.taskId, report]));
}

async function storeFile(
  writer: Writer,
  context: ServiceContext,
  batch: { id: number; createdAt: string },
  previewed: PreviewedFile,
  isChosen: Chooser,
): Promise<{ file: ReturnFile; revisions: number }> {
  const { file, unitId, period, formId } = previewed;
  const { sha256, fileName } = file;
  const knownForm = formId !== null && (await formExists(writer, formId)) ? formId : null;
  const entry = { batchId: batch.id, sha256, fileName, unitId, period, formId: knownForm };
  const returnFileId = await insertReturnFile(writer, entry);
  await ensurePeriod(writer, period);
  const current = await currentByTask(writer, previewed);
  const target = { writer, context, createdAt: batch.createdAt, previewed, returnFileId, current };
  const rows: ReturnRow[] = [];
  let revisions = 0;
  for (const own of previewed.rows) {
    const result = isChosen(file, own.row) ? await storeRow(target, own) : { row: own.row, stored: false };
    rows.push(result.row);
    if (result.stored) revisions += 1;
  }
  return { file: { ...file, state: 'applied', rows }, revisions };
}

/** Stores a preview's chosen rows; every file that was read is recorded as returned, with or without them. */
export async function storePreview(
  writer: Writer,
  context: ServiceContext,
  preview: StoredPreview,
  isChosen: Chooser,
): Promise<{ batchId: number; files: ReturnFile[]; revisions: number }> {
  const createdAt = context.now().toISOString();
  const batchId = await insertBatch(writer, createdAt, context.operator);
  const stored = new Map<ReturnFile, ReturnFile>();
  let revisions = 0;
  for (const previewed of preview.readable) {
    await breathe();
    const result = await storeFile(writer, context, { id: batchId, createdAt }, previewed, isChosen);
    stored.set(previewed.file, result.file);
    revisions += result.revisions;
  }
  await recordChange(writer, {
    at: createdAt,
    actor: context.operator,
    origin: context.origin,
    action: 'apply_batch',
    entity: 'batch',
    entityId: batchId,
    before: null,
    after: { files: preview.readable.map(({ file }) => file.fileName), revisions },
  });
  return { batchId, revisions, files: preview.files.map((file) => stored.get(file) ?? file) };
}
