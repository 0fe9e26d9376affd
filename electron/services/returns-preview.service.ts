/** 预览: every file read and held against what is stored; nothing is changed. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { AppError } from '#shared/contract/errors.ts';
import type { PreviewRequest, ReturnFile, ReturnPreview } from '#shared/contract/returns.ts';
import { parsePeriod } from '#shared/domain/period.ts';
import { settleRivals } from '#shared/domain/return/rivals.ts';
import { groupRows } from '../db/group-rows.ts';
import { listAppliedFiles } from '../db/repositories/returns.repository.ts';
import type { Database } from '../db/schema.ts';
import { type Job, stopIfCancelled } from './job.ts';
import { localMoment } from './moment.ts';
import {
  type LoadedReturn,
  loadReturn,
  type RefusedReturn,
  type ReturnSource,
  type WorkbookReader,
} from './returns-file.service.ts';
import { type Asked, type Draft, interpretReturn } from './returns-interpret.service.ts';
import { loadReturnsKnowledge, type ReturnsKnowledge } from './returns-knowledge.service.ts';
import type { PreviewedFile, StoredPreview } from './returns-store.ts';

export type PreviewOptions = Omit<PreviewRequest, 'jobId'>;

function fileOf({ path, fileName, sha256 }: ReturnSource, draft: Draft): ReturnFile {
  return { file: path, fileName, sha256, ...draft, state: 'previewed', error: null, rows: [] };
}

function refused(file: ReturnFile, error: string): ReturnFile {
  return { ...file, state: 'refused', error };
}

type Outcome = { file: ReturnFile; readable: PreviewedFile | null };

async function previewFile(
  knowledge: ReturnsKnowledge,
  loaded: LoadedReturn | RefusedReturn,
  asked: Asked,
): Promise<Outcome> {
  const draft: Draft = { unit: null, period: null, notices: [] };
  if ('error' in loaded) return { file: refused(fileOf(loaded, draft), loaded.error), readable: null };
  try {
    const interpreted = await interpretReturn(knowledge, loaded, asked, draft);
    const file = fileOf(loaded, draft);
    return { file, readable: { ...interpreted, file } };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
    return { file: refused(fileOf(loaded, draft), error.message), readable: null };
  }
}

/** While one file is held against the database the worker reads the next; `take` is given them in order. */
async function loadInTurn(
  excel: WorkbookReader,
  paths: readonly string[],
  signal: AbortSignal,
  take: (loaded: LoadedReturn | RefusedReturn, index: number) => Promise<void>,
): Promise<void> {
  const start = (path: string | undefined) => {
    const loading = path === undefined ? null : loadReturn(excel, path, signal);
    // Looked at only when its turn comes: until then a failure waits.
    loading?.catch(() => {});
    return loading;
  };
  let loading = start(paths[0]);
  for (let index = 0; loading !== null; index += 1) {
    const loaded = await loading;
    loading = start(paths[index + 1]);
    await take(loaded, index);
  }
}

/** The same bytes given twice are read once. */
function refuseCopies(outcomes: readonly Outcome[]): Outcome[] {
  const first = new Map<string, ReturnFile>();
  return outcomes.map((outcome) => {
    const { file } = outcome;
    const original = file.sha256 === '' ? undefined : first.get(file.sha256);
    if (original === undefined) first.set(file.sha256, file);
    if (original === undefined || outcome.readable === null) return outcome;
    const error = `「${file.fileName}」与「${original.fileName}」内容完全相同，不重复导入。`;
    return { file: refused(file, error), readable: null };
  });
}

async function noteAppliedBefore(
  database: Kysely<Database>,
  readable: readonly PreviewedFile[],
): Promise<void> {
  if (readable.length === 0) return;
  const applied = await listAppliedFiles(
    database,
    readable.map(({ file }) => file.sha256),
  );
  const bySha = groupRows(applied, ({ sha256 }) => sha256);
  for (const { file } of readable) {
    const [before] = bySha.get(file.sha256) ?? [];
    if (before === undefined) continue;
    const when = localMoment(before.createdAt);
    file.notices.push(`同一份文件已由${before.createdBy}于${when}导入过（批次 ${before.batchId}）。`);
  }
}

/** Several rows for one task, in one file or in several of the same unit and period, become questions. */
function settle(readable: readonly PreviewedFile[]): void {
  const sameScope = groupRows(readable, ({ unitId, period }) => `${unitId} ${period}`);
  for (const files of sameScope.values()) {
    const previewed = files.flatMap(({ file, rows }) => rows.map((own) => ({ file, own })));
    const settled = settleRivals(
      previewed.map(({ file, own }) => ({ fileName: file.fileName, row: own.row })),
    );
    previewed.forEach(({ own }, index) => {
      own.row = settled[index] ?? own.row;
    });
  }
}

function summary(rows: ReturnFile['rows']): string {
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  const parts = [
    [count('refused'), '行填写有误'],
    [count('unmatched'), '行对不上任务'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${number} ${what}`)
    .join('、');
}

/** A file in which no row can be taken is refused as a whole; its rows say what to correct. */
function finished({ file, rows }: PreviewedFile): ReturnFile {
  const withRows = { ...file, rows: rows.map(({ row }) => row) };
  const isUsable = withRows.rows.some(({ outcome }) => outcome !== 'refused' && outcome !== 'unmatched');
  if (isUsable) return withRows;
  const error = `「${file.fileName}」没有一行可以导入：${summary(withRows.rows)}，请按各行的说明改正后重新报送。`;
  return refused(withRows, error);
}

function collect(outcomes: readonly Outcome[]): StoredPreview {
  const readable = outcomes.flatMap(({ readable: file }) => file ?? []);
  const done = new Map(readable.map((previewed) => [previewed.file, finished(previewed)]));
  return {
    files: outcomes.map(({ file }) => done.get(file) ?? file),
    readable: readable
      .map((previewed) => ({ ...previewed, file: done.get(previewed.file) ?? previewed.file }))
      .filter(({ file }) => file.state === 'previewed'),
  };
}

/** @throws AppError `cancelled`, `bad_input` */
export async function previewReturns(
  database: Kysely<Database>,
  excel: WorkbookReader,
  request: PreviewOptions,
  job: Job,
): Promise<{ preview: ReturnPreview; stored: StoredPreview }> {
  const asked = { period: parsePeriod(request.period ?? ''), unitId: request.unitId ?? null };
  const knowledge = await loadReturnsKnowledge(database);
  if (asked.unitId !== null && knowledge.unitName(asked.unitId) === null) {
    throw new AppError('bad_input', '选定的单位已不存在，请重新选择单位。');
  }
  const paths = [...new Set(request.files)];
  const outcomes: Outcome[] = [];
  await loadInTurn(excel, paths, job.signal, async (loaded, index) => {
    stopIfCancelled(job);
    outcomes.push(await previewFile(knowledge, loaded, asked));
    job.report(index + 1, paths.length, loaded.fileName);
  });
  const distinct = refuseCopies(outcomes);
  const readable = distinct.flatMap(({ readable: file }) => file ?? []);
  await noteAppliedBefore(database, readable);
  settle(readable);
  const stored = collect(distinct);
  return { preview: { previewId: randomUUID(), files: stored.files }, stored };
}
