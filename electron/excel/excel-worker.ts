/** Workbooks for the services: written and read in a worker, so that the window never waits for a spreadsheet. */
import { basename } from 'node:path';
import type { FormDocument } from '#shared/domain/form-document.ts';
import type { LedgerWorkbook } from '#shared/domain/ledger.ts';
import type { OfficeTable } from '#shared/domain/office-table.ts';
import type { ReturnContent } from '#shared/domain/return/return-content.ts';
import type { PlainWorkbook } from '#shared/domain/sheet.ts';
import type { Job } from '../services/job.ts';
import { writeAtomically } from './atomic-file.ts';
import { collectReturn } from './collect-return.ts';
import { collectWorkbook } from './collect-workbook.ts';
import type { MarkedReturn, MarkRequest } from './redo/mark-return.ts';
import { sendLedger } from './send-ledger.ts';
import { createTurns } from './turns.ts';
import { cancelled, deathWhileReading, deathWhileWriting, tooSlow } from './worker-death.ts';
import type { ReturnRequest, WorkbookSource } from './worker-protocol.ts';
import { createWorkerThread, type WorkerThread } from './worker-thread.ts';

export interface ExcelLimits {
  /** Of the worker's heap (excel-notes.md, Reading: 1 GB). */
  memoryMebibytes: number;
  /** For reading one file (excel-notes.md, Reading: 20 s). */
  readMilliseconds: number;
}

const usualLimits: ExcelLimits = { memoryMebibytes: 1024, readMilliseconds: 20_000 };

export interface ExcelWorker {
  /**
   * Reports tasks written of all tasks. Nothing is left of a ledger that fails or is cancelled.
   * @throws AppError `file_unwritable`, `bad_input` for a text no cell can hold, `cancelled`
   */
  writeLedger: (ledger: LedgerWorkbook, file: string, job: Job) => Promise<void>;
  /** @throws AppError as {@link writeLedger} */
  writeForm: (form: FormDocument, file: string, job: Job) => Promise<void>;
  /** One sheet a table. @throws AppError as {@link writeLedger} */
  writeTables: (tables: readonly OfficeTable[], file: string, job: Job) => Promise<void>;
  /**
   * A file that takes too long or too much memory ends its worker and fails alone.
   * @throws AppError `file_unreadable` with the sentence for the unit, `cancelled`
   */
  readWorkbook: (source: WorkbookSource, options?: { signal?: AbortSignal }) => Promise<PlainWorkbook>;
  /** What a return says, with its tables found. @throws AppError as {@link readWorkbook} */
  readReturn: (request: ReturnRequest, options?: { signal?: AbortSignal }) => Promise<ReturnContent>;
  /**
   * The bytes of a copy of a returned file with its faulty cells marked; the file itself is not touched.
   * @throws AppError as {@link readWorkbook}
   */
  markReturn: (request: MarkRequest, options?: { signal?: AbortSignal }) => Promise<MarkedReturn>;
  /** Ends the worker for good; what is running or asked for later fails as cancelled. */
  close: () => Promise<void>;
}

/** Cancelling stops the thread, whatever it is doing. */
async function untilAborted<Value>(
  thread: WorkerThread,
  signal: AbortSignal | undefined,
  work: () => Promise<Value>,
): Promise<Value> {
  if (signal?.aborted) throw cancelled();
  let stopping = Promise.resolve();
  const stop = () => {
    stopping = thread.stop(cancelled());
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await work();
  } catch (error) {
    await stopping;
    throw signal?.aborted ? cancelled() : error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** The thread of a failed file goes, and with it all it holds open. */
function writeWhole(
  thread: WorkerThread,
  file: string,
  job: Job,
  send: (path: string) => Promise<void>,
): Promise<void> {
  return writeAtomically(file, async (path) => {
    try {
      await untilAborted(thread, job.signal, () => send(path));
    } catch (error) {
      await thread.stop(cancelled());
      throw deathWhileWriting(error, file);
    }
  });
}

/** A file may keep its worker busy for so long. */
async function inTime<Value>(
  thread: WorkerThread,
  fileName: string,
  milliseconds: number,
  work: () => Promise<Value>,
): Promise<Value> {
  await thread.start();
  const timer = setTimeout(() => thread.stop(tooSlow(fileName, milliseconds)), milliseconds);
  try {
    return await work();
  } catch (error) {
    throw deathWhileReading(error, fileName);
  } finally {
    clearTimeout(timer);
  }
}

function nameOf(source: WorkbookSource): string {
  return typeof source === 'string' ? basename(source) : source.fileName;
}

/** @param workerFile the bundled worker, or worker.ts where Node runs TypeScript */
export function createExcelWorker(workerFile: string | URL, limits: Partial<ExcelLimits> = {}): ExcelWorker {
  const { memoryMebibytes, readMilliseconds } = { ...usualLimits, ...limits };
  const thread = createWorkerThread(workerFile, memoryMebibytes);
  const takeTurns = createTurns();
  const closing = new AbortController();

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    return takeTurns(() => untilAborted(thread, closing.signal, work));
  }

  return {
    writeLedger: (ledger, file, job) =>
      inTurn(() => writeWhole(thread, file, job, (path) => sendLedger(thread, ledger, path, job))),
    writeForm: (form, file, job) =>
      inTurn(() =>
        writeWhole(thread, file, job, async (path) => {
          await thread.call('writeForm', { file: path, form });
        }),
      ),
    writeTables: (tables, file, job) =>
      inTurn(() =>
        writeWhole(thread, file, job, async (path) => {
          await thread.call('writeTables', { file: path, tables });
        }),
      ),
    readReturn(request, { signal } = {}) {
      const fileName = nameOf(request.source);
      return inTurn(() =>
        untilAborted(thread, signal, () =>
          inTime(thread, fileName, readMilliseconds, () => collectReturn(thread, request)),
        ),
      );
    },
    readWorkbook(source, { signal } = {}) {
      const fileName = nameOf(source);
      return inTurn(() =>
        untilAborted(thread, signal, () =>
          inTime(thread, fileName, readMilliseconds, () => collectWorkbook(thread, source)),
        ),
      );
    },
    markReturn(request, { signal } = {}) {
      return inTurn(() =>
        untilAborted(thread, signal, () =>
          inTime(thread, request.fileName, readMilliseconds, () => thread.call('markReturn', request)),
        ),
      );
    },
    async close() {
      closing.abort();
      await thread.stop(cancelled());
    },
  };
}
