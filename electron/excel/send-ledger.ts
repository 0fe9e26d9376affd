import { countLedgerTasks, type LedgerWorkbook } from '#shared/domain/ledger.ts';
import { type Job, stopIfCancelled } from '../services/job.ts';
import type { WorkerThread } from './worker-thread.ts';

/** The failure is met at the next await; until then it must not count as unhandled. */
function metLater(call: Promise<null>): Promise<null> {
  call.catch(() => {});
  return call;
}

/** Sends chunk after chunk; while the worker writes one the next is made, and no more than these two exist. */
export async function sendLedger(
  thread: WorkerThread,
  ledger: LedgerWorkbook,
  path: string,
  job: Job,
): Promise<void> {
  const total = ledger.sheets.reduce((sum, sheet) => sum + sheet.tasks, 0);
  let done = 0;
  await thread.call('openLedger', { file: path });
  for (const { tasks: _, entries, ...head } of ledger.sheets) {
    let written = metLater(thread.call('startSheet', head));
    for await (const chunk of entries) {
      await written;
      stopIfCancelled(job);
      job.report(done, total, head.name);
      // Rows of an annex are no tasks of their own.
      done = Math.min(total, done + countLedgerTasks(chunk));
      written = metLater(thread.call('appendEntries', chunk));
    }
    await written;
  }
  await thread.call('finishLedger', null);
  job.report(total, total, '');
}
