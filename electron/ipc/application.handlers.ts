import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { applicationContract } from '#shared/contract/application.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { AreaHandlers } from '#shared/contract/method.ts';
import type { ApplicationService } from '../services/application.service.ts';
import type { Jobs } from './jobs.ts';
import type { KnownPaths } from './known-paths.ts';

/** What the operating system does for us; {@link createDesktop} is the real one. */
export interface Desktop {
  chooseSaveFile(suggestedName: string): Promise<string | null>;
  chooseDirectory(title: string): Promise<string | null>;
  chooseReturns(): Promise<string[]>;
  /** @returns an empty text, or why it could not be opened. */
  openPath(path: string): Promise<string>;
  showInFolder(path: string): void;
}

export interface RuntimeFacts {
  version: string;
  electron: string;
  standIn: boolean;
  dataDirectory: string;
}

interface ApplicationDependencies {
  service: ApplicationService;
  desktop: Desktop;
  jobs: Jobs;
  knownPaths: KnownPaths;
  facts: RuntimeFacts;
}

/** Opening one of these shows it in an office program; anything else might run it. */
const openableExtensions = new Set([
  '.xlsx',
  '.xls',
  '.et',
  '.xlsm',
  '.ods',
  '.csv',
  '.docx',
  '.pdf',
  '.txt',
]);

export function createApplicationHandlers(
  dependencies: ApplicationDependencies,
): AreaHandlers<typeof applicationContract> {
  const { service, desktop, jobs, knownPaths, facts } = dependencies;

  function assertKnown(path: string): void {
    if (!knownPaths.includes(path)) {
      throw new AppError('bad_input', `只能打开本次导出或导入的文件，“${path}”不在其中。`);
    }
  }

  return {
    info: async () => ({ ...facts, ...(await service.summary()) }),
    cancelJob: async ({ jobId }) => jobs.cancel(jobId),
    chooseSaveFile: ({ suggestedName }) => desktop.chooseSaveFile(suggestedName),
    chooseDirectory: ({ title }) => desktop.chooseDirectory(title),
    chooseReturns: () => desktop.chooseReturns(),
    async openPath({ path }) {
      assertKnown(path);
      await assertOpenable(path);
      const failure = await desktop.openPath(path);
      if (failure !== '') throw new AppError('file_unreadable', `“${path}”打不开：${failure}`);
      return true;
    },
    async showInFolder({ path }) {
      assertKnown(path);
      desktop.showInFolder(path);
      return true;
    },
    async setOperator({ name }) {
      await service.setOperator(name);
      return true;
    },
    office: () => service.office(),
    setOffice: (office) => service.setOffice(office),
    readPreference: ({ key }) => service.readPreference(key),
    async writePreference({ key, value }) {
      await service.writePreference(key, value);
      return true;
    },
  };
}

/** @throws AppError `file_unreadable` when it is gone, `bad_input` when opening it might run something. */
async function assertOpenable(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new AppError('file_unreadable', `“${path}”已不在原处，可能被移动或删除。`);
  if (!found.isDirectory() && !openableExtensions.has(extname(path).toLowerCase())) {
    throw new AppError('bad_input', `“${path}”不是表格或文档，没有打开。`);
  }
}
