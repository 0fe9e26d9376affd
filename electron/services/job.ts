import { AppError } from '#shared/contract/errors.ts';

/** Long work tells how far it is and stops when asked. */
export interface Job {
  readonly signal: AbortSignal;
  readonly report: (done: number, total: number, label: string) => void;
}

/** For callers that neither watch nor cancel. */
export const unattendedJob: Job = { signal: new AbortController().signal, report: () => {} };

/** Call between two units of work. @throws AppError `cancelled` */
export function stopIfCancelled(job: Job): void {
  if (job.signal.aborted) throw new AppError('cancelled', '已取消。');
}
