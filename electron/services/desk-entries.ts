/** Where a desk's files are remembered: in the database, or for one command only. */
import type { Kysely } from 'kysely';
import { parsePeriod } from '#shared/domain/period.ts';
import { noDecisions } from '#shared/domain/return/decisions.ts';
import {
  type DeskFileRow,
  deleteDeskFiles,
  findDeskFile,
  insertDeskFile,
  listDeskFiles,
  updateDeskFile,
} from '../db/repositories/desk.repository.ts';
import type { Database } from '../db/schema.ts';
import type { ServiceContext } from './context.ts';
import { parseDecisions, serialiseDecisions } from './desk-decisions.ts';
import { logCollected, logDiscarded, logTold } from './desk-log.ts';
import type { DeskEntries, DeskEntry, EntryChange, NewDeskEntry } from './desk-store.ts';

const untold = { statedUnitId: null, statedPeriod: null, decisions: noDecisions } as const;

function entryOf(row: DeskFileRow): DeskEntry {
  return {
    id: row.id,
    sha256: row.sha256,
    fileName: row.file_name,
    source: row.source,
    modifiedAt: row.modified_at,
    addedAt: row.added_at,
    receivedOn: row.received_on,
    expectedPeriod: parsePeriod(row.expected_period ?? ''),
    statedUnitId: row.stated_unit_id,
    statedPeriod: parsePeriod(row.stated_period ?? ''),
    decisions: parseDecisions(row.decisions),
    trouble: null,
  };
}

function columnsOf(change: EntryChange) {
  const { statedUnitId, statedPeriod, receivedOn, decisions } = change;
  return {
    ...(statedUnitId === undefined ? {} : { stated_unit_id: statedUnitId }),
    ...(statedPeriod === undefined ? {} : { stated_period: statedPeriod }),
    ...(receivedOn === undefined ? {} : { received_on: receivedOn }),
    ...(decisions === undefined ? {} : { decisions: serialiseDecisions(decisions) }),
  };
}

/** Files of which nothing could be kept have no place in the database: they are shown until the program ends. */
function sessionEntries(): Omit<DeskEntries, 'list'> & { entries: () => DeskEntry[] } {
  let entries: DeskEntry[] = [];
  let last = 0;
  return {
    entries: () => entries,
    async add(entry, trouble) {
      last += 1;
      entries = [...entries, { ...entry, ...untold, id: trouble === null ? last : -last, trouble }];
    },
    async change(id, change) {
      entries = entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
    },
    async remove(ids) {
      entries = entries.filter(({ id }) => !ids.includes(id));
    },
  };
}

/** For one command: nothing is left behind. */
export function memoryEntries(): DeskEntries {
  const session = sessionEntries();
  return { ...session, list: async () => session.entries() };
}

/** The window's: survives the program. */
export function databaseEntries(database: Kysely<Database>, context: ServiceContext): DeskEntries {
  const session = sessionEntries();
  async function add(entry: NewDeskEntry): Promise<void> {
    const row = {
      sha256: entry.sha256,
      file_name: entry.fileName,
      source: entry.source,
      modified_at: entry.modifiedAt,
      added_at: entry.addedAt,
      added_by: context.operator,
      received_on: entry.receivedOn,
      expected_period: entry.expectedPeriod,
      stated_unit_id: null,
      stated_period: null,
      decisions: serialiseDecisions(noDecisions),
    };
    await database.transaction().execute(async (writer) => {
      const id = await insertDeskFile(writer, row);
      await logCollected(writer, context, { ...row, id });
    });
  }
  return {
    async list() {
      const rows = await listDeskFiles(database);
      return [...rows.map(entryOf), ...session.entries()];
    },
    add: (entry, trouble) => (trouble === null ? add(entry) : session.add(entry, trouble)),
    async change(id, change) {
      if (id < 0) return session.change(id, change);
      const columns = columnsOf(change);
      if (Object.keys(columns).length === 0) return;
      await database.transaction().execute(async (writer) => {
        const before = await findDeskFile(writer, id);
        await updateDeskFile(writer, id, columns);
        if (before !== null) await logTold(writer, context, before, { ...before, ...columns });
      });
    },
    async remove(ids, why) {
      await session.remove(ids, why);
      await database.transaction().execute(async (writer) => {
        const leaving = why === 'recorded' ? [] : await listDeskFiles(writer);
        for (const file of leaving.filter(({ id }) => ids.includes(id)))
          await logDiscarded(writer, context, file);
        await deleteDeskFiles(writer, ids);
      });
    },
  };
}
