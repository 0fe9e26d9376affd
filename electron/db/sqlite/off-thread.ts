/** Reading large files in a thread of its own, so that the window goes on answering meanwhile. */
import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import SqliteDatabase from 'better-sqlite3';
import { type PageWork, type PageWorkName, pageWork } from './page-work.ts';

export interface PageWorkCall<Name extends PageWorkName = PageWorkName> {
  name: Name;
  request: PageWork[Name]['request'];
}

export type PageWorkMessage =
  | { kind: 'answer'; answer: PageWork[PageWorkName]['answer'] }
  /** `code` as SQLite names it; null for a failure of something else. */
  | { kind: 'failure'; message: string; code: string | null };

/** Bytes. A smaller file is read in about 10 ms, sooner than a thread starts. */
const smallFile = 16 * 1024 * 1024;

/** The worker beside this module's source, or beside the bundle's main.js, of which this module may be a chunk. */
function workerFile(): URL {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL('./page-worker.ts', here);
  return new URL(here.includes('/chunks/') ? '../page-worker.js' : './page-worker.js', here);
}

function asError({ message, code }: Extract<PageWorkMessage, { kind: 'failure' }>): Error {
  return code === null ? new Error(message) : new SqliteDatabase.SqliteError(message, code);
}

function inThread<Name extends PageWorkName>(call: PageWorkCall<Name>): Promise<PageWork[Name]['answer']> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: call });
    worker.on('message', (message: PageWorkMessage) => {
      if (message.kind === 'answer') resolve(message.answer as PageWork[Name]['answer']);
      else reject(asError(message));
    });
    worker.on('error', reject);
    // After an answer this changes nothing.
    worker.on('exit', (code) => reject(new Error(`the worker ended with code ${code}`)));
  });
}

/**
 * @param inlineBelow files of fewer bytes are worked on at once, without a thread
 * @throws SqliteError with SQLite's code, or what else went wrong
 */
export async function runPageWork<Name extends PageWorkName>(
  name: Name,
  request: PageWork[Name]['request'],
  inlineBelow = smallFile,
): Promise<PageWork[Name]['answer']> {
  const size = statSync(request.file, { throwIfNoEntry: false })?.size ?? 0;
  return size < inlineBelow ? pageWork[name](request) : inThread({ name, request });
}
