import { run } from '../bootstrap/child.mjs';
import { inProject } from '../bootstrap/project.mjs';
import { ensureBundle } from '../setup/bundle.ts';
import { openDisplay } from '../setup/display.ts';
import { prepareElectron } from '../setup/electron.ts';

/** The measurements; stdout holds their JSON lines only. */
export async function execute(args: string[]): Promise<number> {
  await prepareElectron();
  await ensureBundle();
  const closeDisplay = await openDisplay();
  try {
    return await run(process.execPath, [inProject('tests', 'bench', 'run.ts'), ...args]);
  } finally {
    closeDisplay();
  }
}
