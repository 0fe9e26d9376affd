/** The program and the empty window, launched in exactly the same way. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { openApplication } from '#electron/open-application.ts';
import { runtimePaths } from '#electron/paths.ts';
import { inProject, root } from '../../build/bootstrap/project.mjs';
import { findElectron } from '../../build/setup/electron.ts';
import { needsNoSandbox } from '../../build/setup/sandbox.ts';
import { benchContext } from './workspace.ts';

export interface Launched {
  app: ElectronApplication;
  page: Page;
}

export type Launch = () => Promise<Launched>;

const launchMilliseconds = 60_000;

async function launch(appFolder: string, dataDirectory: string): Promise<Launched> {
  const electron = findElectron();
  if (electron === null) throw new Error('no Electron is at hand; `npm run bench` prepares one');
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [appFolder, '--data', dataDirectory],
    // Playwright would switch the sandbox off for everyone on Linux.
    chromiumSandbox: !needsNoSandbox(),
    timeout: launchMilliseconds,
  });
  return { app, page: await app.firstWindow() };
}

/** A data folder as it is after the first start. */
async function seed(directory: string): Promise<void> {
  const paths = runtimePaths(pathToFileURL(inProject('electron', 'main.ts')).href);
  await (await openApplication(paths, directory, benchContext)).close();
}

/** Both ends of the comparison: the program with its first task in view, the window with its page loaded. */
export async function prepareLaunches(folder: string): Promise<{ ours: Launch; baseline: Launch }> {
  const data = join(folder, 'data');
  await seed(data);
  return {
    async ours() {
      const launched = await launch(root, data);
      await launched.page.locator('.ag-row .ag-cell').first().waitFor();
      return launched;
    },
    async baseline() {
      const launched = await launch(inProject('tests', 'bench', 'empty-window'), join(folder, 'empty'));
      await launched.page.waitForLoadState('domcontentloaded');
      return launched;
    },
  };
}
