import type { JobProgress } from '#shared/contract/application.ts';
import type { Job } from '../services/job.ts';

/** At most one progress message in this many milliseconds reaches the window: 80 quick files need no 80 redraws. */
const progressInterval = 50;

export interface Jobs {
  /** Runs `work` under an id by which it can be cancelled until it ends. */
  run<Value>(jobId: string, work: (job: Job) => Promise<Value>): Promise<Value>;
  /** @returns false when no such work is going on. */
  cancel(jobId: string): boolean;
  cancelAll(): void;
}

/** @param send passes progress to the window */
export function createJobs(send: (progress: JobProgress) => void): Jobs {
  const running = new Map<string, AbortController>();

  return {
    async run(jobId, work) {
      const controller = new AbortController();
      running.set(jobId, controller);
      try {
        return await work({ signal: controller.signal, report: throttledReport(jobId, send) });
      } finally {
        running.delete(jobId);
      }
    },
    cancel(jobId) {
      const controller = running.get(jobId);
      controller?.abort();
      return controller !== undefined;
    },
    cancelAll() {
      for (const controller of running.values()) controller.abort();
    },
  };
}

function throttledReport(jobId: string, send: (progress: JobProgress) => void): Job['report'] {
  let lastSent = Number.NEGATIVE_INFINITY;
  return (done, total, label) => {
    const now = performance.now();
    if (done < total && now - lastSent < progressInterval) return;
    lastSent = now;
    send({ jobId, done, total, label });
  };
}
