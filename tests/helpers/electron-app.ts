import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { root } from '../../build/bootstrap/project.mjs';
import { findElectron } from '../../build/setup/electron.ts';
import { needsNoSandbox } from '../../build/setup/sandbox.ts';

export interface LaunchOptions {
  /** Where the program keeps its database; a fresh folder, deleted at close, when left out. */
  dataDirectory?: string;
  /** Further command line arguments of the program. */
  args?: readonly string[];
  /** Of the page, in CSS pixels. */
  windowSize?: { width: number; height: number };
  /** 2 stands for the 200 % of the Windows display settings. */
  scaleFactor?: number;
}

export interface LaunchedApp {
  app: ElectronApplication;
  page: Page;
  dataDirectory: string;
  /** What the main process wrote to stderr since it was launched, without Chromium's own notes. */
  mainErrors: () => readonly string[];
  /** Console errors and uncaught exceptions of the page since it was loaded. */
  rendererErrors: () => Promise<readonly string[]>;
  close: () => Promise<void>;
}

/**
 * Opens the built program in the Electron that set-up prepared.
 * @throws when there is none (`npm test` prepares it) or the window does not come up
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const electron = findElectron();
  if (electron === null) throw new Error('没有可用的 Electron；请用 npm test 运行，它会准备好。');
  const dataDirectory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'duban-')));
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: commandLine(dataDirectory, options),
    env: programEnvironment(),
    // Playwright would switch the sandbox off for everyone on Linux.
    chromiumSandbox: !needsNoSandbox(),
  });
  const mainErrors = collectErrorOutput(app);
  const page = await app.firstWindow();
  if (options.windowSize !== undefined) await resize(app, options.windowSize);
  const close = async () => {
    await app.close();
    if (options.dataDirectory === undefined) await rm(dataDirectory, { recursive: true, force: true });
  };
  return { app, page, dataDirectory, mainErrors, rendererErrors: () => readRendererErrors(page), close };
}

function commandLine(dataDirectory: string, options: LaunchOptions): string[] {
  return [
    root,
    '--data',
    dataDirectory,
    ...(options.scaleFactor === undefined ? [] : [`--force-device-scale-factor=${options.scaleFactor}`]),
    ...(options.args ?? []),
  ];
}

/** The test runner's own variables would make the program think it is under test. */
function programEnvironment(): Record<string, string> {
  const own = /^(VITEST|NODE_ENV$|NODE_OPTIONS$|ELECTRON_RUN_AS_NODE$)/;
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => {
      return entry[1] !== undefined && !own.test(entry[0]);
    }),
  );
}

function collectErrorOutput(app: ElectronApplication): () => readonly string[] {
  const chromiumNote = /^\[\d+:\d+\/[\d.]+:|^(Debugger|DevTools) listening|^For help, see|^Debugger attached/;
  let output = '';
  app.process().stderr?.on('data', (data: Buffer) => {
    output += data.toString('utf8');
  });
  return () => output.split('\n').filter((line) => line.trim() !== '' && !chromiumNote.test(line));
}

async function readRendererErrors(page: Page): Promise<readonly string[]> {
  const messages = await page.consoleMessages();
  const errors = messages.filter((message) => message.type() === 'error').map((message) => message.text());
  return [...errors, ...(await page.pageErrors()).map((error) => error.message)];
}

async function resize(app: ElectronApplication, size: { width: number; height: number }): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(width, height);
  }, size);
}
