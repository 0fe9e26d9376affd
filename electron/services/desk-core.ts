/** One desk: collecting, reading and looking at it. The window's is persisted, the command line's is not. */
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { AppError } from '#shared/contract/errors.ts';
import type { Database } from '../db/schema.ts';
import type { ServiceContext } from './context.ts';
import { type CollectOptions, collectReturns } from './desk-collect.service.ts';
import type { DeskEntries, DeskEntry, DeskMemory } from './desk-store.ts';
import { type DeskFileView, viewDesk } from './desk-view.ts';
import { type Job, unattendedJob } from './job.ts';
import type { WorkbookReader } from './returns-file.service.ts';
import type { ReturnsKnowledge } from './returns-knowledge.service.ts';
import { originalName } from './returns-originals.ts';
import { createKnowledgeKeeper, type LoadedReturn, loadReturn, readReturn } from './returns-read.service.ts';

export interface DeskDependencies {
  database: Kysely<Database>;
  excel: WorkbookReader;
  context: ServiceContext;
  entries: DeskEntries;
  /** The folder of this desk's originals. */
  originals: string;
  /** Whose return a file is that does not say so. */
  usualUnitId?: number | null;
}

export interface DeskCore {
  memory: DeskMemory;
  entries: DeskEntries;
  knowledge(): Promise<ReturnsKnowledge>;
  collect(options: CollectOptions, job: Job): Promise<void>;
  /** Every file in the order in which they came. */
  view(): Promise<DeskFileView[]>;
  /** One file, read if it has not been. @throws AppError `not_found`, `cancelled` */
  viewFile(id: number): Promise<DeskFileView>;
  /** In the worker; may run ahead of {@link read}. */
  load(entry: DeskEntry, signal: AbortSignal): Promise<LoadedReturn>;
  /** @throws AppError `not_found`, `cancelled` */
  read(id: number, job: Job, loaded?: LoadedReturn): Promise<void>;
  /** They wait to be read again. */
  forget(isConcerned: (id: number, entry: DeskEntry | undefined) => boolean): Promise<void>;
  originalPath(entry: DeskEntry): string;
}

const notOnDesk = '这份文件已不在回表台上，可能已经入库或移除。';

export function createDeskCore(dependencies: DeskDependencies): DeskCore {
  const { database, excel, context, entries, originals, usualUnitId = null } = dependencies;
  const memory: DeskMemory = { readings: new Map(), overtaken: new Map(), settled: new Map() };
  const knowledge = createKnowledgeKeeper(database);
  const originalPath = ({ sha256, fileName }: DeskEntry) => join(originals, originalName(sha256, fileName));

  async function find(id: number): Promise<DeskEntry> {
    const entry = (await entries.list()).find((candidate) => candidate.id === id);
    if (entry === undefined) throw new AppError('not_found', notOnDesk);
    return entry;
  }

  function load(entry: DeskEntry, signal: AbortSignal): Promise<LoadedReturn> {
    return loadReturn(excel, { ...entry, path: originalPath(entry) }, signal);
  }

  async function read(id: number, job: Job, loaded?: LoadedReturn): Promise<void> {
    const entry = await find(id);
    if (entry.trouble !== null) return;
    const file = { ...entry, path: originalPath(entry) };
    const told = {
      unitId: entry.statedUnitId,
      period: entry.statedPeriod,
      usualUnitId,
      usualPeriod: entry.expectedPeriod,
    };
    const content = loaded ?? (await load(entry, job.signal));
    const terms = { told, decisions: entry.decisions };
    const reading = await readReturn(database, await knowledge(), file, content, terms, job);
    memory.readings.set(id, reading);
  }

  async function viewFile(id: number): Promise<DeskFileView> {
    const entry = await find(id);
    if (entry.trouble === null && !memory.readings.has(id)) await read(id, unattendedJob);
    const view = viewDesk(await entries.list(), memory).find((file) => file.entry.id === id);
    if (view === undefined) throw new AppError('not_found', notOnDesk);
    return view;
  }

  return {
    memory,
    entries,
    knowledge,
    originalPath,
    load,
    read,
    viewFile,
    collect: (options, job) => collectReturns({ entries, originals, context }, options, job),
    view: async () => viewDesk(await entries.list(), memory),
    async forget(isConcerned) {
      const known = new Map((await entries.list()).map((entry) => [entry.id, entry]));
      for (const id of memory.readings.keys()) {
        if (isConcerned(id, known.get(id))) memory.readings.delete(id);
      }
    },
  };
}
