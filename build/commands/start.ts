import { run } from '../bootstrap/child.mjs';
import { root } from '../bootstrap/project.mjs';
import { ensureBundle } from '../setup/bundle.ts';
import { openDisplay } from '../setup/display.ts';
import { prepareElectron } from '../setup/electron.ts';
import { needsNoSandbox } from '../setup/sandbox.ts';

/**
 * Opens the window; returns when it is closed, with the program's exit code.
 * @param args passed to the program
 */
export async function execute(args: string[]): Promise<number> {
  const electron = await prepareElectron();
  await ensureBundle();
  const closeDisplay = await openDisplay();
  try {
    return await run(electron, [root, ...args, ...(needsNoSandbox() ? ['--no-sandbox'] : [])]);
  } finally {
    closeDisplay();
  }
}
