/** The whole program behind the window's channels, over a freshly seeded data folder. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createHandlers } from '#electron/ipc/create-handlers.ts';
import { createListeners } from '#electron/ipc/dispatch.ts';
import { createJobs } from '#electron/ipc/jobs.ts';
import { openApplication } from '#electron/open-application.ts';
import { runtimePaths } from '#electron/paths.ts';
import type { Client } from '#shared/contract/index.ts';
import { contract } from '#shared/contract/index.ts';
import { type Area, channelName } from '#shared/contract/method.ts';
import { root } from '../../build/bootstrap/project.mjs';
import { excelJsBook } from '../fixtures/returns/books.ts';
import { testContext } from './database.ts';

const origin = 'app://bundle';
const caller = { senderFrame: { url: `${origin}/`, parent: null } };

export type Office = Awaited<ReturnType<typeof openOffice>>;

/** Close it when done: it may serve a whole test file. */
export async function openOffice() {
  const directory = mkdtempSync(join(tmpdir(), 'duban-office-'));
  const paths = runtimePaths(pathToFileURL(join(root, 'electron', 'main.ts')).href);
  const application = await openApplication(paths, directory, testContext);
  const nothing = async () => null;
  const handlers = createHandlers({
    application,
    jobs: createJobs(() => {}),
    desktop: {
      chooseSaveFile: nothing,
      chooseDirectory: nothing,
      chooseReturns: async () => [],
      openPath: async () => '',
      showInFolder: () => {},
    },
    facts: { version: '0.3.0', electron: '45.4.1', standIn: false, dataDirectory: directory },
  });
  const listeners = createListeners({
    handlers: Promise.resolve(handlers),
    trustedOrigin: origin,
    logDefect: (channel, error) => console.error(channel, error),
  });

  /** @throws with the sentence that the window would show */
  async function invoke(channel: string, input: unknown): Promise<unknown> {
    const listener = listeners.get(channel);
    if (listener === undefined) throw new Error(`no channel ${channel}`);
    const envelope = await listener(caller, structuredClone(input));
    if (envelope.ok) return envelope.value;
    throw new Error(`${channel}: ${envelope.error.message}`);
  }

  const areas = Object.entries<Area>(contract).map(([area, methods]) => [
    area,
    Object.fromEntries(
      Object.keys(methods).map((name) => [name, (input: unknown) => invoke(channelName(area, name), input)]),
    ),
  ]);
  const client = Object.fromEntries(areas) as Client;
  const { raw } = application.open;
  const idOf = (table: string, column: string, name: string): number => {
    const id = raw.prepare<[string], number>(`select id from ${table} where ${column} = ?`).pluck().get(name);
    if (id === undefined) throw new Error(`no ${table} ${name}`);
    return id;
  };

  return {
    application,
    client,
    directory,
    invoke,
    raw,
    taskId: (code: string) => idOf('task', 'code', code),
    unitId: (name: string) => idOf('unit', 'name', name),
    put(fileName: string, bytes: Uint8Array | string): string {
      const file = join(directory, fileName);
      writeFileSync(file, bytes);
      return file;
    },
    /** A unit's own table of one task, read on the desk. @returns the desk's number of it */
    async returned(unit: string, code: string, words: string, extra: string[] = []): Promise<number> {
      const rows = [
        [`${unit}2024年6月进展情况`],
        ['任务编号', '进展情况', '完成率', ...extra],
        [code, words, 50, ...extra.map(() => '甲')],
      ];
      const fileName = `${unit}-${randomUUID()}.xlsx`;
      const file = join(directory, fileName);
      writeFileSync(file, await excelJsBook({ rows }));
      const desk = await client.returns.collect({ paths: [file], jobId: randomUUID() });
      const id = desk.files.find((candidate) => candidate.fileName === fileName)?.id;
      if (id === undefined) throw new Error(`${fileName} is not on the desk`);
      await client.returns.read({ fileId: id, jobId: randomUUID() });
      return id;
    },
    async close(): Promise<void> {
      await application.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
