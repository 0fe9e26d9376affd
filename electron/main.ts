/** Wiring only: what the program is asked to be, and where its parts lie. */
import { app } from 'electron';
import { runCommandLine } from './cli.ts';
import { dataDirectoryFrom, runtimePaths } from './paths.ts';
import { runWindow } from './window/run-window.ts';

/** What stands behind the program's own name: in a packaged program at once, else behind the app folder. */
const args = process.argv.slice(app.isPackaged ? 1 : 2);
const paths = runtimePaths(import.meta.url, app.isPackaged ? process.resourcesPath : undefined);
const commandIndex = args.indexOf('duban');

// Nothing is awaited here: Electron becomes ready only after this module has run to its end.
if (commandIndex === -1) {
  void runWindow(paths, dataDirectoryFrom(args));
} else {
  // 「督办台账.exe duban ledger …」 for the Task Scheduler on a PC without Node.
  void runCommandLine(args.slice(commandIndex + 1), paths).then((exitCode) => app.exit(exitCode));
}
