/** The same services without a window: `npm run -s duban -- <command>` runs this file on Node. */
import { runCommandLine } from './cli/run.ts';
import { runtimePaths } from './paths.ts';

export { runCommandLine };

// Inside the bundle this module is part of main.js, which decides for itself what to run.
if (import.meta.main && import.meta.url.endsWith('/cli.ts')) {
  // `duban tasks | head`: the reader went away, which is no failure.
  process.stdout.on('error', () => process.exit(0));
  void runCommandLine(process.argv.slice(2), runtimePaths(import.meta.url)).then((exitCode) => {
    process.exitCode = exitCode;
  });
}
