/** `window.duban` over the real handlers, services and a freshly seeded database, in this process. */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createHandlers } from '#electron/ipc/create-handlers.ts';
import { createListeners } from '#electron/ipc/dispatch.ts';
import { createJobs } from '#electron/ipc/jobs.ts';
import { type Application, openApplication } from '#electron/open-application.ts';
import { runtimePaths } from '#electron/paths.ts';
import type { JobProgress } from '#shared/contract/application.ts';
import type { Bridge } from '#shared/contract/bridge.ts';
import { root } from '../../build/bootstrap/project.mjs';

export interface RendererBridge {
  application: Application;
  dataDirectory: string;
  /** Files the next save, folder or open dialog answers; null and [] are a person's cancel. */
  answers: { saveFile: string | null; directory: string | null; returns: string[] };
  /** Paths the window asked the operating system to open or to show. */
  opened: string[];
  /** Calls that failed in a way nobody foresaw: empty when all is well. */
  defects: { channel: string; error: unknown }[];
  close: () => Promise<void>;
}

const origin = 'app://bundle';
const caller = { senderFrame: { url: `${origin}/`, parent: null } };

/** jsdom's own File knows no path: tests give it one here. */
export const droppedPaths = new WeakMap<File, string>();

export async function openRendererBridge(operator = '陈科长'): Promise<RendererBridge> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'duban-window-'));
  const paths = runtimePaths(pathToFileURL(join(root, 'electron', 'main.ts')).href);
  const context = { operator, origin: 'window', now: () => new Date() } as const;
  const application = await openApplication(paths, dataDirectory, context);
  const listenersForProgress = new Set<(progress: JobProgress) => void>();
  const opened: string[] = [];
  const defects: RendererBridge['defects'] = [];
  const answers: RendererBridge['answers'] = { saveFile: null, directory: null, returns: [] };
  const handlers = createHandlers({
    application,
    jobs: createJobs((progress) => {
      for (const listener of listenersForProgress) listener(progress);
    }),
    desktop: {
      chooseSaveFile: async () => answers.saveFile,
      chooseDirectory: async () => answers.directory,
      chooseReturns: async () => answers.returns,
      openPath: async (path) => {
        opened.push(path);
        return '';
      },
      showInFolder: (path) => void opened.push(path),
    },
    facts: { version: '0.2.0', electron: '45.4.1', standIn: false, dataDirectory },
  });
  const channels = createListeners({
    handlers: Promise.resolve(handlers),
    trustedOrigin: origin,
    logDefect: (channel, error) => void defects.push({ channel, error }),
  });
  const bridge: Bridge = {
    async invoke(channel, input) {
      const listener = channels.get(channel);
      if (listener === undefined) throw new Error(`no channel ${channel}`);
      // As between two processes: nothing is shared, and only plain data gets through.
      return structuredClone(await listener(caller, structuredClone(input)));
    },
    onJobProgress(listener) {
      listenersForProgress.add(listener);
      return () => listenersForProgress.delete(listener);
    },
    pathForFile: (file) => droppedPaths.get(file) ?? '',
  };
  Object.defineProperty(window, 'duban', { value: Object.freeze(bridge), configurable: true });
  return {
    application,
    dataDirectory,
    answers,
    opened,
    defects,
    async close() {
      Reflect.deleteProperty(window, 'duban');
      await application.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
