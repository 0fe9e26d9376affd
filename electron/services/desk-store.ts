/** Files on a desk: what is kept of them, and what reading them gave. */
import type { ReturnRow } from '#shared/contract/returns.ts';
import type { Period } from '#shared/domain/period.ts';
import type { FileDecisions } from '#shared/domain/return/decisions.ts';
import type { AssessedRow, ReadingRefusal, ReturnReading } from './returns-reading.ts';

/** A file as it lies on the desk, read or not. */
export interface DeskEntry {
  /** Negative for a file of which nothing could be kept. */
  id: number;
  /** Empty for such a file. */
  sha256: string;
  fileName: string;
  source: string;
  modifiedAt: string | null;
  addedAt: string;
  /** `YYYY-MM-DD` */
  receivedOn: string;
  expectedPeriod: Period | null;
  statedUnitId: number | null;
  statedPeriod: Period | null;
  decisions: FileDecisions;
  /** Why nothing could be kept of it; null for every other file. */
  trouble: string | null;
}

export type NewDeskEntry = Omit<DeskEntry, 'id' | 'trouble' | 'decisions' | 'statedUnitId' | 'statedPeriod'>;
export type EntryChange = Partial<
  Pick<DeskEntry, 'statedUnitId' | 'statedPeriod' | 'receivedOn' | 'decisions'>
>;

/** Where a desk's files are remembered: the window's in the database, the command line's nowhere. */
export interface DeskEntries {
  /** In the order in which they came. */
  list(): Promise<DeskEntry[]>;
  /** @param trouble why nothing could be kept of it; null for every other file */
  add(entry: NewDeskEntry, trouble: string | null): Promise<void>;
  change(id: number, change: EntryChange): Promise<void>;
  /** @param why `recorded`: what became of them the log says already */
  remove(ids: readonly number[], why: 'recorded' | 'discarded'): Promise<void>;
}

/** What is held in memory only: it is made again by reading. */
export interface DeskMemory {
  readings: Map<number, ReturnReading>;
  /** Rows that somebody else changed between reading and storing, by file and {@link rowKey}. */
  overtaken: Map<number, ReadonlySet<string>>;
  /** Rows as the files of their unit and period leave them, with what that was made from. */
  settled: Map<string, { causes: readonly unknown[]; rows: ReadonlyMap<number, DeskReadRow[]> }>;
}

/** A row with what the rest of the desk makes of it. */
export interface DeskReadRow extends AssessedRow {
  row: ReturnRow;
  /** Another row on the desk is for the same task and says something else. */
  isRival: boolean;
}

/** What 退回 needs of a file on the desk. */
export interface DeskReading {
  fileId: number;
  sha256: string;
  fileName: string;
  /** The kept original; null where nothing could be kept. */
  originalPath: string | null;
  unit: { id: number; name: string } | null;
  period: Period | null;
  receivedOn: string;
  refusal: ReadingRefusal | null;
  /** Each with its problems and the address of every faulty cell. */
  rows: ReturnRow[];
}
