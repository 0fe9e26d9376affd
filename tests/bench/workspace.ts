/** What several benches need: a folder to work in, somebody to work as, and the Excel worker's entry. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServiceContext } from '#electron/services/context.ts';
import { inProject } from '../../build/bootstrap/project.mjs';

export const excelWorkerFile = inProject('electron', 'excel', 'worker.ts');

export const benchContext: ServiceContext = {
  operator: '计时',
  origin: 'window',
  now: () => new Date(),
};

/** A fresh folder for the work, gone after it. */
export async function inTemporaryFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'duban-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
