/**
 * main_loop_p99_ms: how late the main process's loop comes round while a job runs. Four jobs: the ledger of
 * ledger_export_10k, the same through the service out of the large database, the import of return_import_80, the
 * desk of return_desk_mixed.
 * `ours` is the worst job's median, `baseline` the same loop with nothing to do.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { OpenDatabase } from '#electron/db/sqlite/open.ts';
import { createExcelWorker, type ExcelWorker } from '#electron/excel/excel-worker.ts';
import { unattendedJob } from '#electron/services/job.ts';
import { createLedgersService } from '#electron/services/ledgers.service.ts';
import { openLargeFile } from './large-file.ts';
import { writeBenchLedger } from './ledger-export.ts';
import { type Bench, type Figure, median, type Remark } from './measure.ts';
import { mixReturns } from './mixed-returns.ts';
import { readOnDesk } from './return-desk.ts';
import { importFreshly, makeReturns, type Watch } from './return-files.ts';
import { benchContext, excelWorkerFile, inTemporaryFolder } from './workspace.ts';

const runs = 5;
const idleMilliseconds = 1_000;
/** A year that is wholly reported: 5,400 tasks. */
const reportedPeriod = '2019-06';

interface Lateness {
  p99: number;
  longest: number;
}

/** In milliseconds between two turns of the loop, of which a millisecond is the histogram's own timer. */
async function watchLoop(work: () => Promise<unknown>): Promise<Lateness> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  await work();
  histogram.disable();
  return { p99: histogram.percentile(99) / 1e6, longest: histogram.max / 1e6 };
}

async function exportLargeLedger(open: OpenDatabase, excel: ExcelWorker, file: string): Promise<void> {
  const ledgers = createLedgersService({ database: open.database, excel, context: benchContext });
  const request = { period: reportedPeriod, scope: { type: 'all' as const }, file };
  await ledgers.exportLedger(request, unattendedJob);
}

type Job = () => Promise<Lateness>;

async function prepareJobs(
  folder: string,
  open: OpenDatabase,
  excel: ExcelWorker,
): Promise<Record<string, Job>> {
  const returns = await makeReturns(folder);
  const mixed = await mixReturns(returns, join(folder, '各样回表'));
  const lateness = async (run: (watch: Watch) => Promise<number>) => {
    let seen: Lateness = { p99: 0, longest: 0 };
    await run(async (work) => {
      seen = await watchLoop(work);
      return seen.p99;
    });
    return seen;
  };
  const file = join(folder, '台账.xlsx');
  const watchFile = async (write: () => Promise<void>) => {
    const lateness = await watchLoop(write);
    await rm(file);
    return lateness;
  };
  return {
    idle: () => watchLoop(() => wait(idleMilliseconds)),
    ledger: () => watchFile(() => writeBenchLedger(excel, file)),
    'ledger from the database': () => watchFile(() => exportLargeLedger(open, excel, file)),
    import: () => lateness((watch) => importFreshly(returns, excel, watch)),
    'desk of mixed returns': () => lateness((watch) => readOnDesk(mixed, excel, watch)),
  };
}

async function watchInTurn(jobs: Record<string, Job>, remark: Remark): Promise<Figure> {
  const seen = new Map<string, Lateness[]>(Object.keys(jobs).map((name) => [name, []]));
  for (let run = -1; run < runs; run += 1) {
    for (const [name, job] of Object.entries(jobs)) {
      const lateness = await job();
      if (run >= 0) seen.get(name)?.push(lateness);
    }
  }
  const medians = new Map([...seen].map(([name, all]) => [name, median(all.map(({ p99 }) => p99))]));
  for (const [name, p99] of medians) {
    const longest = Math.max(...(seen.get(name) ?? []).map((lateness) => lateness.longest));
    remark(`${name}: p99 ${p99.toFixed(1)} ms, longest ${longest.toFixed(1)} ms`);
  }
  const baseline = medians.get('idle') ?? 0;
  const ours = Math.max(...medians.values());
  return { name: 'main_loop_p99_ms', value: ours, unit: 'ms', ours, baseline, runs };
}

export const mainLoop: Bench = {
  name: 'main_loop_p99_ms',
  measure: (remark) =>
    inTemporaryFolder(async (folder) => {
      const open = await openLargeFile(remark);
      const excel = createExcelWorker(excelWorkerFile);
      try {
        return await watchInTurn(await prepareJobs(folder, open, excel), remark);
      } finally {
        await excel.close();
        await open.close();
      }
    }),
};
