/** One kept original → what it says and what it would do. Nothing is changed. */
import type { Kysely } from 'kysely';
import { AppError } from '#shared/contract/errors.ts';
import { isPlanSheetRefusal, planSheetRefusal } from '#shared/domain/plan-sheet-meta.ts';
import type { LearnedHeadings } from '#shared/domain/return/column-role.ts';
import type { FileDecisions } from '#shared/domain/return/decisions.ts';
import type { ReturnContent } from '#shared/domain/return/return-content.ts';
import {
  hasReported,
  latestChangeId,
  listIssuedForms,
  listReturnedForms,
} from '../db/repositories/desk-facts.repository.ts';
import { listAppliedFiles } from '../db/repositories/returns.repository.ts';
import type { Database } from '../db/schema.ts';
import { isOtherKind } from '../excel/read/refusal.ts';
import type { Job } from './job.ts';
import { localMoment } from './moment.ts';
import { explainUnreadable, type WorkbookReader } from './returns-file.service.ts';
import { interpretReturn, NoTable } from './returns-interpret.service.ts';
import { loadReturnsKnowledge, type ReturnsKnowledge } from './returns-knowledge.service.ts';
import {
  type Draft,
  emptyDraft,
  type ReadingHistory,
  type ReadingRefusal,
  type ReturnReading,
} from './returns-reading.ts';
import { guessScope, type Told } from './returns-scope.service.ts';

/** A file to read: its name is what messages call it. */
export interface ReadableFile {
  path: string;
  fileName: string;
  sha256: string;
}

export type LoadedReturn =
  /** `readAgain`: with what was taught of the unit's headings. */
  | { content: ReturnContent; readAgain: (learned: LearnedHeadings) => Promise<ReturnContent> }
  | { refusal: ReadingRefusal };

function refusalOf(error: unknown, fileName: string): ReadingRefusal {
  if (error instanceof AppError && error.code === 'cancelled') throw error;
  if (isPlanSheetRefusal(error)) return { kind: 'plan_sheet', message: `「${fileName}」${planSheetRefusal}` };
  if (error instanceof NoTable) return { kind: 'not_a_form', message: error.message };
  return { kind: isOtherKind(error) ? 'not_a_form' : 'faulty', message: explainUnreadable(error, fileName) };
}

/** In the worker. Whatever is wrong with a file costs that file only; @throws AppError `cancelled` */
export async function loadReturn(
  excel: WorkbookReader,
  { path, fileName }: ReadableFile,
  signal: AbortSignal,
): Promise<LoadedReturn> {
  const read = (learned: LearnedHeadings | null) =>
    excel.readReturn({ source: { path, fileName }, learned }, { signal });
  try {
    return { content: await read(null), readAgain: read };
  } catch (error) {
    return { refusal: refusalOf(error, fileName) };
  }
}

/** Loaded anew after any recorded change, so that a folder of returns asks the database once for each unit. */
export function createKnowledgeKeeper(database: Kysely<Database>): () => Promise<ReturnsKnowledge> {
  let kept: { changeId: number; knowledge: ReturnsKnowledge } | null = null;
  return async () => {
    const changeId = await latestChangeId(database);
    if (kept?.changeId !== changeId) kept = { changeId, knowledge: await loadReturnsKnowledge(database) };
    return kept.knowledge;
  };
}

const noHistory: ReadingHistory = {
  appliedBefore: null,
  hasReported: false,
  issuedForms: [],
  returnedForms: [],
};

async function findHistory(
  database: Kysely<Database>,
  { sha256, fileName }: ReadableFile,
  { unit, period }: Draft,
): Promise<ReadingHistory> {
  // Another unit's return of the same bytes is no earlier one of this unit.
  const applied = await listAppliedFiles(database, [sha256]);
  const before = applied.find(({ unitId }) => unit === null || unitId === unit.id);
  const appliedBefore =
    before === undefined
      ? null
      : `「${fileName}」已由${before.createdBy}于${localMoment(before.createdAt)}导入过（批次 ${before.batchId}）。`;
  if (unit === null || period === null) return { ...noHistory, appliedBefore };
  const scope = { unitId: unit.id, period };
  return {
    appliedBefore,
    hasReported: await hasReported(database, scope),
    issuedForms: await listIssuedForms(database, scope),
    returnedForms: await listReturnedForms(database, scope),
  };
}

/** What is said of the file beside its content. */
export interface ReadingTerms {
  told: Told;
  decisions: FileDecisions;
}

/** @throws AppError `cancelled` */
export async function readReturn(
  database: Kysely<Database>,
  knowledge: ReturnsKnowledge,
  file: ReadableFile,
  loaded: LoadedReturn,
  { told, decisions }: ReadingTerms,
  job: Job,
): Promise<ReturnReading> {
  const draft = emptyDraft();
  let refusal = 'refusal' in loaded ? loaded.refusal : null;
  if ('content' in loaded) {
    const { content, readAgain } = loaded;
    const { fileName } = file;
    try {
      await interpretReturn({ knowledge, content, readAgain, fileName, told, decisions, job }, draft);
    } catch (error) {
      if (!(error instanceof AppError || error instanceof NoTable)) throw error;
      refusal = refusalOf(error, fileName);
    }
  }
  if (refusal !== null) guessScope(knowledge, file.fileName, told, draft);
  return { ...draft, refusal, history: await findHistory(database, file, draft) };
}
