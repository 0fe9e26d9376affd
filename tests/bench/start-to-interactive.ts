/**
 * start_to_interactive. Ours: from spawning Electron until the first task row stands in the window, on a data
 * folder that was seeded before. Baseline: from spawning the same Electron until an empty page's DOM is loaded.
 */
import { type Launch, prepareLaunches } from './launch-window.ts';
import { type Bench, interleave, ratioFigure } from './measure.ts';
import { inTemporaryFolder } from './workspace.ts';

async function timedLaunch(launch: Launch): Promise<number> {
  const start = performance.now();
  const { app } = await launch();
  const milliseconds = performance.now() - start;
  await app.close();
  return milliseconds;
}

export const startToInteractive: Bench = {
  name: 'start_to_interactive',
  measure: () =>
    inTemporaryFolder(async (folder) => {
      const { ours, baseline } = await prepareLaunches(folder);
      const sides = { ours: () => timedLaunch(ours), baseline: () => timedLaunch(baseline) };
      return ratioFigure('start_to_interactive', await interleave(sides, { runs: 7 }));
    }),
};
