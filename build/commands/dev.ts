import { run } from '../bootstrap/child.mjs';
import { inProject } from '../bootstrap/project.mjs';
import { forgetBundle } from '../setup/bundle.ts';
import { openDisplay } from '../setup/display.ts';
import { prepareElectron } from '../setup/electron.ts';
import { needsNoSandbox } from '../setup/sandbox.ts';

/** The window on a development server: what is saved shows at once. */
export async function execute(args: string[]): Promise<number> {
  const electron = await prepareElectron();
  forgetBundle();
  const closeDisplay = await openDisplay();
  const sandbox = needsNoSandbox() ? { NO_SANDBOX: '1' } : {};
  try {
    const electronVite = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    return await run(process.execPath, [electronVite, 'dev', '--watch', ...args], {
      env: { ...process.env, ELECTRON_EXEC_PATH: electron, ...sandbox },
    });
  } finally {
    closeDisplay();
  }
}
