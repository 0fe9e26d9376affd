/** 预览: every file read and held against what is stored; nothing is changed. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { AppError } from '#shared/contract/errors.ts';
import type { PreviewRequest, ReturnFile, ReturnPreview } from '#shared/contract/returns.ts';
import { parsePeriod } from '#shared/domain/period.ts';
import type { Database } from '../db/schema.ts';
import { type Job, stopIfCancelled } from './job.ts';
import {
  type LoadedReturn,
  loadReturn,
  type RefusedReturn,
  type ReturnSource,
  type WorkbookReader,
} from './returns-file.service.ts';
import { interpretReturn } from './returns-interpret.service.ts';
import { loadReturnsKnowledge, type ReturnsKnowledge } from './returns-knowledge.service.ts';
import type { Asked, Draft } from './returns-scope.service.ts';
import { type Outcome, refused, settlePreview } from './returns-settle.service.ts';
import type { StoredPreview } from './returns-store.ts';

export type PreviewOptions = Omit<PreviewRequest, 'jobId'>;

function fileOf({ path, fileName, sha256 }: ReturnSource, draft: Draft): ReturnFile {
  return { file: path, fileName, sha256, ...draft, state: 'previewed', error: null, rows: [] };
}

async function previewFile(
  knowledge: ReturnsKnowledge,
  loaded: LoadedReturn | RefusedReturn,
  asked: Asked,
  job: Job,
): Promise<Outcome> {
  const draft: Draft = { unit: null, period: null, notices: [] };
  if ('error' in loaded) return { file: refused(fileOf(loaded, draft), loaded.error), readable: null };
  try {
    const interpreted = await interpretReturn(knowledge, loaded, asked, draft, job);
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
    outcomes.push(await previewFile(knowledge, loaded, asked, job));
    job.report(index + 1, paths.length, loaded.fileName);
  });
  const stored = await settlePreview(database, outcomes);
  return { preview: { previewId: randomUUID(), files: stored.files }, stored };
}
