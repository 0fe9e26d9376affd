/** Where things lie, for every entry: electron/main.ts, electron/cli.ts, or the bundle in out/main. */
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder's name below the account's local application data. */
const dataDirectoryName = '督办台账';

export interface RuntimePaths {
  /** The notices, directory, corrections and reviewed targets. */
  seedsDirectory: string;
  excelWorkerFile: string;
  preload: string;
  /** The built renderer. */
  rendererDirectory: string;
}

/**
 * @param entryUrl `import.meta.url` of the entry file; an entry in TypeScript runs from the sources
 * @param resourcesDirectory `process.resourcesPath` of a packaged program, where the seeds lie outside the archive
 */
export function runtimePaths(entryUrl: string, resourcesDirectory?: string): RuntimePaths {
  const entryDirectory = dirname(fileURLToPath(entryUrl));
  const isSource = entryUrl.endsWith('.ts');
  const projectDirectory = isSource ? dirname(entryDirectory) : resolve(entryDirectory, '../..');
  const outputDirectory = join(projectDirectory, 'out');
  return {
    seedsDirectory: join(resourcesDirectory ?? projectDirectory, 'seeds'),
    excelWorkerFile: isSource
      ? join(entryDirectory, 'excel', 'worker.ts')
      : join(entryDirectory, 'excel-worker.js'),
    preload: join(outputDirectory, 'preload', 'preload.cjs'),
    rendererDirectory: join(outputDirectory, 'renderer'),
  };
}

/**
 * The data folder when `--data` names none: never roaming and never synced (libraries.md: both corrupt or stall
 * SQLite).
 */
export function defaultDataDirectory(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  if (platform === 'win32') {
    return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), dataDirectoryName);
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', dataDirectoryName);
  return join(environment.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), dataDirectoryName);
}

/** The window's data folder: `--data DIR` as on the command line, else the default. */
export function dataDirectoryFrom(args: readonly string[]): string {
  const index = args.indexOf('--data');
  const chosen = index === -1 ? undefined : args[index + 1];
  return chosen === undefined ? defaultDataDirectory() : resolve(chosen);
}
