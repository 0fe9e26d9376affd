/** 导入回表: what units send back, previewed, stored and taken back. */
import { join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { ApplyResult, BatchSummary, ReturnPreview, UndoResult } from '#shared/contract/returns.ts';
import { listBatches } from '../db/repositories/returns.repository.ts';
import type { OpenDatabase } from '../db/sqlite/open.ts';
import type { ServiceContext } from './context.ts';
import { type Job, stopIfCancelled } from './job.ts';
import { storePreview } from './returns-apply.service.ts';
import { type ApplyOptions, checkChoice, chooser } from './returns-choice.ts';
import type { WorkbookReader } from './returns-file.service.ts';
import { keepOriginal, originalsFolder } from './returns-originals.ts';
import { type PreviewOptions, previewReturns } from './returns-preview.service.ts';
import { createPreviewStore, type StoredPreview } from './returns-store.ts';
import { undoBatch } from './returns-undo.service.ts';

export interface ReturnsDependencies {
  /** The folder beside the database keeps the originals. */
  open: Pick<OpenDatabase, 'database' | 'backup' | 'directory'>;
  excel: WorkbookReader;
  context: ServiceContext;
}

export interface ReturnsService {
  /** Reads and compares; changes nothing. @throws AppError `cancelled`, `bad_input` */
  preview(request: PreviewOptions, job: Job): Promise<ReturnPreview>;
  /**
   * Backs up, keeps the originals, then stores the chosen rows in one transaction.
   * @throws AppError `not_found` for a preview that is gone or applied, `bad_input`, `stale`, `cancelled`
   */
  apply(request: ApplyOptions, job: Job): Promise<ApplyResult>;
  /** @throws AppError `not_found`, `stale` when undone before */
  undo(request: { batchId: number }): Promise<UndoResult>;
  batches(request: Record<string, never>): Promise<BatchSummary[]>;
}

const previewGone = '这次预览已经入库或已失效，请重新选择文件预览。';
const nothingReadable = '没有可以导入的文件，请按各文件的说明处理后重新预览。';

export function createReturnsService({ open, excel, context }: ReturnsDependencies): ReturnsService {
  const { database } = open;
  const previews = createPreviewStore();
  const originals = join(open.directory, originalsFolder);

  async function keepOriginals({ readable }: StoredPreview, job: Job): Promise<void> {
    for (const [index, previewed] of readable.entries()) {
      stopIfCancelled(job);
      await keepOriginal(originals, previewed);
      job.report(index + 1, readable.length, previewed.file.fileName);
    }
  }

  async function store(preview: StoredPreview, request: ApplyOptions, job: Job): Promise<ApplyResult> {
    const isChosen = chooser(request);
    checkChoice(preview, isChosen);
    await open.backup('import');
    await keepOriginals(preview, job);
    stopIfCancelled(job);
    return database.transaction().execute((writer) => storePreview(writer, context, preview, isChosen));
  }

  return {
    async preview(request, job) {
      const { preview, stored } = await previewReturns(database, excel, request, job);
      previews.put(preview.previewId, stored);
      return preview;
    },
    async apply(request, job) {
      const preview = previews.get(request.previewId);
      if (preview === null) throw new AppError('not_found', previewGone);
      if (preview.readable.length === 0) throw new AppError('bad_input', nothingReadable);
      previews.remove(request.previewId);
      try {
        return await store(preview, request, job);
      } catch (error) {
        previews.put(request.previewId, preview);
        throw error;
      }
    },
    undo: ({ batchId }) => undoBatch(database, context, batchId),
    batches: () => listBatches(database),
  };
}
