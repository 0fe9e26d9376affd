/** The window reads the desk file by file: while one is held against the database, the worker reads the next. */
import type { DeskCore } from './desk-core.ts';
import type { DeskEntry } from './desk-store.ts';
import { type Job, stopIfCancelled } from './job.ts';
import type { LoadedReturn } from './returns-read.service.ts';

interface Loading {
  entry: DeskEntry;
  loaded: Promise<LoadedReturn>;
  stop: AbortController;
}

/** A file that was removed and came back is another one, whatever number it has. */
function isSame(one: DeskEntry, other: DeskEntry): boolean {
  return one.id === other.id && one.sha256 === other.sha256 && one.addedAt === other.addedAt;
}

/** The first file after this one that waits to be read; null for none. */
function nextWaiting(core: DeskCore, entries: readonly DeskEntry[], id: number): DeskEntry | null {
  const after = entries.slice(entries.findIndex((entry) => entry.id === id) + 1);
  return after.find((entry) => entry.trouble === null && !core.memory.readings.has(entry.id)) ?? null;
}

/** @returns what {@link DeskCore.read} does, a file ahead */
export function createReadAhead(core: DeskCore): (id: number, job: Job) => Promise<void> {
  let ahead: Loading | null = null;

  function start(entry: DeskEntry): Loading {
    const stop = new AbortController();
    const loaded = core.load(entry, stop.signal);
    // Looked at only when its turn comes: until then a failure waits.
    loaded.catch(() => {});
    return { entry, loaded, stop };
  }

  async function take(entry: DeskEntry, { signal }: Job): Promise<LoadedReturn> {
    const { loaded, stop } = ahead !== null && isSame(ahead.entry, entry) ? ahead : start(entry);
    ahead = null;
    const cancel = () => stop.abort();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await loaded;
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }

  return async (id, job) => {
    stopIfCancelled(job);
    const entries = await core.entries.list();
    const entry = entries.find((candidate) => candidate.id === id);
    if (entry === undefined || entry.trouble !== null) return core.read(id, job);
    const loaded = await take(entry, job);
    stopIfCancelled(job);
    const next = nextWaiting(core, entries, id);
    ahead = next === null ? null : start(next);
    await core.read(id, job, loaded);
  };
}
