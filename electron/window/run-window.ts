import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, session, shell } from 'electron';
import log from 'electron-log/main';
import { jobProgressChannel } from '#shared/contract/application.ts';
import { AppError } from '#shared/contract/errors.ts';
import { createHandlers } from '../ipc/create-handlers.ts';
import { createJobs } from '../ipc/jobs.ts';
import { registerHandlers } from '../ipc/register.ts';
import { type Application, openApplication } from '../open-application.ts';
import type { RuntimePaths } from '../paths.ts';
import { accountName } from '../services/operator.ts';
import { declareBundleScheme, serveBundle } from './bundle-protocol.ts';
import { createDesktop } from './desktop.ts';
import { guardContents, guardSession, silenceNetwork } from './guards.ts';
import { startLog } from './log.ts';
import { createMainWindow } from './main-window.ts';
import { buildMenu } from './menu.ts';
import { pageLocation } from './page-location.ts';
import { runtimeFacts } from './runtime-facts.ts';

/** Opens the window on a data folder, or hands over to the one that is already open on it. */
export async function runWindow(paths: RuntimePaths, dataDirectory: string): Promise<void> {
  // Chromium's own files stay beside the data, and one data folder has one window.
  app.setPath('userData', join(dataDirectory, 'window'));
  const logFile = startLog(dataDirectory);
  if (!app.requestSingleInstanceLock()) return app.exit(0);

  // The page's date fields follow it, whatever language Windows is in.
  app.commandLine.appendSwitch('lang', 'zh-CN');
  const page = pageLocation(app.isPackaged, process.env);
  silenceNetwork(app, page.isDevelopment);
  declareBundleScheme();
  // Only root on a development machine runs without it (build/setup/sandbox.ts); Chromium refuses to start else.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => guardContents(contents, page.isAllowed));
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();

  guardSession(session.defaultSession, page.isAllowed);
  serveBundle(session.defaultSession.protocol, paths.rendererDirectory);
  Menu.setApplicationMenu(
    buildMenu({
      openDataDirectory: () => void shell.openPath(dataDirectory),
      openLog: () => void shell.openPath(logFile),
    }),
  );

  // The page loads while the database opens; its first calls wait for the handlers.
  const window = createMainWindow({ preload: paths.preload, url: page.url });
  app.on('second-instance', () => bringToFront(window));
  const opening = openApplication(paths, dataDirectory, {
    operator: accountName(),
    origin: 'window',
    now: () => new Date(),
  });
  serveCalls(window, opening, { dataDirectory, trustedOrigin: page.origin });
  await finishOpening(opening);
}

function serveCalls(
  window: BrowserWindow,
  opening: Promise<Application>,
  { dataDirectory, trustedOrigin }: { dataDirectory: string; trustedOrigin: string },
): void {
  const jobs = createJobs((progress) => {
    if (!window.isDestroyed()) window.webContents.send(jobProgressChannel, progress);
  });
  const desktop = createDesktop(window);
  const facts = runtimeFacts(dataDirectory);
  if (facts.standIn) log.warn(`开发测试用代用 Electron ${facts.electron}，不是正式版本。`);
  registerHandlers({
    handlers: opening.then(async (application) => {
      await application.returns.clearCopies();
      return createHandlers({ application, desktop, jobs, facts });
    }),
    trustedOrigin,
    logDefect: (channel, error) => log.error(channel, error),
  });
  window.on('closed', () => jobs.cancelAll());
}

/** Closes the database with the program; a database that cannot be opened ends the program with the reason. */
async function finishOpening(opening: Promise<Application>): Promise<void> {
  try {
    const application = await opening;
    let isClosed = false;
    app.on('before-quit', (event) => {
      if (isClosed) return;
      event.preventDefault();
      void application.close().finally(() => {
        isClosed = true;
        app.quit();
      });
    });
  } catch (error) {
    log.error('start', error);
    const message = error instanceof AppError ? error.message : '程序启动失败，详情见运行日志。';
    dialog.showErrorBox('督办台账打不开', message);
    app.exit(1);
  }
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
