import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createJobs } from '#electron/ipc/jobs.ts';
import { stopIfCancelled } from '#electron/services/job.ts';
import type { JobProgress } from '#shared/contract/application.ts';

test('the last progress always arrives, with its job’s id', async () => {
  const sent: JobProgress[] = [];
  const jobId = randomUUID();
  await createJobs((progress) => sent.push(progress)).run(jobId, async (job) => {
    for (let done = 1; done <= 80; done += 1) job.report(done, 80, `单位${done}`);
  });
  expect(sent.at(-1)).toEqual({ jobId, done: 80, total: 80, label: '单位80' });
  expect(sent.length).toBeLessThan(80);
});

test('cancelled work stops at its next step and cannot be cancelled twice', async () => {
  const jobs = createJobs(() => {});
  const jobId = randomUUID();
  const steps: number[] = [];
  const work = jobs.run(jobId, async (job) => {
    for (let step = 0; ; step += 1) {
      stopIfCancelled(job);
      steps.push(step);
      await Promise.resolve();
      if (step === 2) expect(jobs.cancel(jobId)).toBe(true);
    }
  });
  await expect(work).rejects.toMatchObject({ code: 'cancelled' });
  expect(steps).toEqual([0, 1, 2]);
  expect(jobs.cancel(jobId)).toBe(false);
});
