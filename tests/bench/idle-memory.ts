/**
 * idle_memory, in megabytes: all processes of the program together, five seconds after its first task row came
 * into view, ÷ the same of an empty window. Private memory where Electron tells it (Windows), else working sets,
 * which count pages that processes share once for each.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { type Launch, prepareLaunches } from './launch-window.ts';
import { type Bench, interleave, ratioFigure } from './measure.ts';
import { inTemporaryFolder } from './workspace.ts';

const settleMilliseconds = 5_000;
const kilobytesPerMegabyte = 1_024;

async function memoryOf(launch: Launch): Promise<number> {
  const { app } = await launch();
  await wait(settleMilliseconds);
  const kilobytes = await app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .reduce((sum, { memory }) => sum + (memory.privateBytes ?? memory.workingSetSize), 0),
  );
  await app.close();
  return kilobytes / kilobytesPerMegabyte;
}

export const idleMemory: Bench = {
  name: 'idle_memory',
  measure: () =>
    inTemporaryFolder(async (folder) => {
      const { ours, baseline } = await prepareLaunches(folder);
      const sides = { ours: () => memoryOf(ours), baseline: () => memoryOf(baseline) };
      return ratioFigure('idle_memory', await interleave(sides, { runs: 3, warmUps: 0 }));
    }),
};
