/** The worker thread's entry: one piece of {@link pageWork}, then it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PageWorkCall, PageWorkMessage } from './off-thread.ts';
import { type PageWorkName, pageWork } from './page-work.ts';
import { sqliteCode } from './sqlite-error.ts';

async function perform<Name extends PageWorkName>({ name, request }: PageWorkCall<Name>) {
  return pageWork[name](request);
}

function failureMessage(error: unknown): PageWorkMessage {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'failure', message, code: sqliteCode(error) };
}

parentPort?.postMessage(
  await perform(workerData as PageWorkCall).then(
    (answer): PageWorkMessage => ({ kind: 'answer', answer }),
    failureMessage,
  ),
);
