import { countLedgerTasks, type LedgerWorkbook } from '#shared/domain/ledger.ts';
import { type Job, stopIfCancelled } from '../services/job.ts';
import type { WorkerThread } from './worker-thread.ts';

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
    let written: Promise<null> = thread.call('startSheet', head);
    for await (const chunk of entries) {
      await written;
      stopIfCancelled(job);
      job.report(done, total, head.name);
      // Rows of an annex are no tasks of their own.
      done = Math.min(total, done + countLedgerTasks(chunk));
      written = thread.call('appendEntries', chunk);
      // Its failure is met at the next await; until then it must not count as unhandled.
      written.catch(() => {});
    }
    await written;
  }
  await thread.call('finishLedger', null);
  job.report(total, total, '');
}
