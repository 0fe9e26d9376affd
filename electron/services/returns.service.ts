/** 回表: the window's desk, what was stored from it, and taking that back. */
import { join } from 'node:path';
import type {
  ApplyDeskResult,
  Desk,
  DeskFileDetail,
  LearnedMeaning,
  TeachableRole,
} from '#shared/contract/desk.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { PlanGridEdit, PlanSheetPreview } from '#shared/contract/plan-sheet.ts';
import type { BatchSummary, UndoResult } from '#shared/contract/returns.ts';
import { parsePeriod } from '#shared/domain/period.ts';
import { findDigestName, isDigestInUse } from '../db/repositories/desk.repository.ts';
import { listBatches } from '../db/repositories/returns.repository.ts';
import type { OpenDatabase } from '../db/sqlite/open.ts';
import { createTurns } from '../excel/turns.ts';
import type { ServiceContext } from './context.ts';
import { storeFiles } from './desk-apply.service.ts';
import { chooseFiles } from './desk-choice.ts';
import { createDeskCore } from './desk-core.ts';
import { databaseEntries } from './desk-entries.ts';
import { forgetLearned, listLearned } from './desk-learning.service.ts';
import {
  acceptFiles,
  decideRows,
  deskFileDetail,
  type RowWord,
  type Telling,
  teachColumn,
  tellDesk,
} from './desk-person.service.ts';
import { createReadAhead } from './desk-read-ahead.ts';
import type { DeskReading } from './desk-store.ts';
import { deskFile } from './desk-view.ts';
import { type Job, stopIfCancelled, unattendedJob } from './job.ts';
import { localDate } from './moment.ts';
import { previewPlanSheet } from './plan-sheet.service.ts';
import { storePlanSheet } from './plan-sheet-import.ts';
import type { WorkbookReader } from './returns-file.service.ts';
import { dropOriginal, findOriginal, originalsFolder } from './returns-originals.ts';
import { undoBatch } from './returns-undo.service.ts';
import { clearViewing, copyForViewing, viewingFolder } from './returns-viewing.ts';

export interface ReturnsDependencies {
  /** The folder beside the database keeps the originals. */
  open: Pick<OpenDatabase, 'database' | 'backup' | 'directory'>;
  excel: WorkbookReader;
  context: ServiceContext;
}

export type ReturnsService = ReturnType<typeof createReturnsService>;

export interface CollectRequest {
  paths: readonly string[];
  expectedPeriod?: string | undefined;
  receivedOn?: string | undefined;
}

export function createReturnsService({ open, excel, context }: ReturnsDependencies) {
  const { database, directory } = open;
  const originals = join(directory, originalsFolder);
  const viewing = join(directory, viewingFolder);
  const entries = databaseEntries(database, context);
  const core = createDeskCore({ database, excel, context, entries, originals });
  const readInTurn = createReadAhead(core);
  const learning = { database, context };
  /** A file's decisions are read, changed and written: one after the other. */
  const inTurn = createTurns();

  async function desk(): Promise<Desk> {
    return { files: (await core.view()).map(deskFile) };
  }

  async function leaveDesk(fileIds: readonly number[], why: 'recorded' | 'discarded'): Promise<void> {
    const leaving = (await entries.list()).filter(({ id }) => fileIds.includes(id));
    await entries.remove(fileIds, why);
    for (const id of fileIds) {
      core.memory.readings.delete(id);
      core.memory.overtaken.delete(id);
    }
    for (const { sha256 } of leaving) {
      if (sha256 !== '' && !(await isDigestInUse(database, sha256))) await dropOriginal(originals, sha256);
    }
  }

  async function apply(fileIds: readonly number[], job: Job): Promise<ApplyDeskResult> {
    const views = (await core.view()).filter(({ entry }) => fileIds.includes(entry.id));
    const { storable, refused } = chooseFiles(views);
    if (storable.some(({ taken }) => taken.length > 0)) await open.backup('import');
    const { overtaken, ...stored } = await storeFiles(
      { database, context },
      storable,
      async ({ view }, index) => {
        stopIfCancelled(job);
        await assertKept(view.entry);
        job.report(index, storable.length, view.entry.fileName);
      },
    );
    for (const [id, rows] of overtaken) {
      core.memory.overtaken.set(id, new Set([...(core.memory.overtaken.get(id) ?? []), ...rows]));
    }
    const touched = new Set(storable.map(({ unit, period }) => `${unit.id} ${period}`));
    await leaveDesk(
      stored.applied.map(({ fileId }) => fileId),
      'recorded',
    );
    await core.forget((id, entry) => {
      const reading = core.memory.readings.get(id);
      return entry === undefined || touched.has(`${reading?.unit?.id} ${reading?.period}`);
    });
    const failed = refused.map(({ view, message }) => ({
      ...{ fileId: view.entry.id, fileName: view.entry.fileName },
      message,
    }));
    return { ...stored, failed: [...stored.failed, ...failed] };
  }

  async function assertKept({ sha256, fileName }: { sha256: string; fileName: string }): Promise<void> {
    if ((await findOriginal(originals, sha256)) !== null) return;
    throw new AppError(
      'file_unreadable',
      `「${fileName}」的原件已不在数据文件夹里，没有入库，请重新收一次。`,
    );
  }

  /** @throws AppError `not_found` for a file that is none, or gone */
  async function requirePlanSheet(fileId: number) {
    const { entry, state } = await core.viewFile(fileId);
    if (state === 'plan_sheet') return { entry, path: core.originalPath(entry) };
    throw new AppError('not_found', `「${entry.fileName}」不是计划表，请刷新后再看。`);
  }

  async function applyPlanSheet(fileId: number, edits: readonly PlanGridEdit[]) {
    const { entry } = await requirePlanSheet(fileId);
    await assertKept(entry);
    await open.backup('import');
    const stored = await database
      .transaction()
      .execute((writer) => storePlanSheet(writer, context, entry, edits));
    await leaveDesk([fileId], 'recorded');
    return stored;
  }

  return {
    desk: (_: Record<string, never>): Promise<Desk> => desk(),
    /** What was put on the desk before a cancel stays there. */
    async collect({ paths, expectedPeriod, receivedOn }: CollectRequest, job: Job): Promise<Desk> {
      await core.collect({ paths, receivedOn, expectedPeriod: parsePeriod(expectedPeriod ?? '') }, job);
      return desk();
    },
    /** @throws AppError `not_found`, `cancelled` */
    async read({ fileId }: { fileId: number }, job: Job): Promise<Desk> {
      await readInTurn(fileId, job);
      return desk();
    },
    file: async ({ fileId }: { fileId: number }): Promise<DeskFileDetail> =>
      deskFileDetail(await core.viewFile(fileId)),
    async planSheet({ fileId }: { fileId: number }): Promise<PlanSheetPreview> {
      const { entry, path } = await requirePlanSheet(fileId);
      return previewPlanSheet(database, excel, path, localDate(context.now()), entry.fileName);
    },
    applyPlanSheet: ({ fileId, edits }: { fileId: number; edits: readonly PlanGridEdit[] }) =>
      inTurn(() => applyPlanSheet(fileId, edits)),
    tell: (telling: Telling): Promise<Desk> =>
      inTurn(async () => {
        await tellDesk(core, telling, unattendedJob);
        return desk();
      }),
    decide: ({ fileId, decisions }: { fileId: number; decisions: readonly RowWord[] }) =>
      inTurn(() => decideRows(core, learning, fileId, decisions)),
    teachColumn: (request: { fileId: number; sheet: string; letter: string; role: TeachableRole }) =>
      inTurn(() => teachColumn(core, learning, request)),
    accept: ({ fileIds, accepted }: { fileIds: readonly number[]; accepted: boolean }): Promise<Desk> =>
      inTurn(async () => {
        await acceptFiles(core, fileIds, accepted);
        return desk();
      }),
    remove: ({ fileIds }: { fileIds: readonly number[] }): Promise<Desk> =>
      inTurn(async () => {
        await leaveDesk(fileIds, 'discarded');
        return desk();
      }),
    /** What became of the file is recorded by whoever calls this. */
    dismiss: (fileId: number): Promise<void> => inTurn(() => leaveDesk([fileId], 'recorded')),
    apply: ({ fileIds }: { fileIds: readonly number[] }, job: Job) => inTurn(() => apply(fileIds, job)),
    /** @throws AppError `not_found`, `stale` when undone before */
    async undo({ batchId }: { batchId: number }): Promise<UndoResult> {
      const result = await undoBatch(database, context, batchId);
      await core.forget(() => true);
      return result;
    },
    batches: (_: Record<string, never>): Promise<BatchSummary[]> => listBatches(database),
    learned: ({ unitId }: { unitId: number }): Promise<LearnedMeaning[]> => listLearned(learning, unitId),
    async forget({
      unitId,
      ...meaning
    }: Pick<LearnedMeaning, 'kind' | 'words'> & { unitId: number }): Promise<LearnedMeaning[]> {
      await forgetLearned(learning, unitId, meaning);
      await core.forget((id) => core.memory.readings.get(id)?.unit?.id === unitId);
      return listLearned(learning, unitId);
    },
    /** @returns a copy to open @throws AppError `not_found` for bytes that nothing here refers to */
    async copyOriginal({ sha256 }: { sha256: string }): Promise<string> {
      const fileName = await findDigestName(database, sha256);
      if (fileName === null) throw new AppError('not_found', '没有这份回表的记录，打不开原件。');
      return copyForViewing({ originals, viewing }, { sha256, fileName });
    },
    /** At the window's start: copies made to be looked at. */
    clearCopies: () => clearViewing(viewing),
    /** A file on the desk as 退回 needs it. @throws AppError `not_found` */
    async readFile(fileId: number): Promise<DeskReading> {
      const { entry, reading, rows } = await core.viewFile(fileId);
      return {
        fileId,
        sha256: entry.sha256,
        fileName: entry.fileName,
        originalPath: entry.trouble === null ? core.originalPath(entry) : null,
        unit: reading?.unit ?? null,
        period: reading?.period ?? null,
        receivedOn: entry.receivedOn,
        refusal:
          entry.trouble === null ? (reading?.refusal ?? null) : { kind: 'faulty', message: entry.trouble },
        rows: rows.map(({ row }) => row),
      };
    },
  };
}
