/** Work that reads a database file from end to end: a second and more for a million reports. */
import SqliteDatabase from 'better-sqlite3';
import { findPageDamage } from './quick-check.ts';
import { tableCounts } from './table-counts.ts';

export interface PageWork {
  /** Answers SQLite's first finding, null for a whole file. */
  checkPages: { request: { file: string }; answer: string | null };
  /** Copies a database that may be in use; answers rows by table. */
  copyDatabase: { request: { file: string; target: string }; answer: Record<string, number> };
}

export type PageWorkName = keyof PageWork;

type Handlers = {
  [Name in PageWorkName]: (
    request: PageWork[Name]['request'],
  ) => PageWork[Name]['answer'] | Promise<PageWork[Name]['answer']>;
};

/** 4 MB a step: a small file is copied where the window lives, which stays alive between two of them. */
const pagesPerStep = 1_000;

function checkPages(file: string): string | null {
  const copy = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  try {
    return findPageDamage(copy);
  } finally {
    copy.close();
  }
}

/** A connection of its own: on the program's it would copy rows of a transaction still open. */
async function copySnapshot(file: string, target: string): Promise<Record<string, number>> {
  const source = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  try {
    source.exec('BEGIN');
    const counts = tableCounts(source);
    await source.backup(target, { progress: () => pagesPerStep });
    return counts;
  } finally {
    source.close();
  }
}

/** Makes one self-contained file of the copy and compares it with what was counted. */
function sealCopy(target: string, counts: Record<string, number>): void {
  const copy = new SqliteDatabase(target, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
    const damage = findPageDamage(copy);
    if (damage !== null) throw new Error(damage);
    if (JSON.stringify(tableCounts(copy)) !== JSON.stringify(counts)) throw new Error('row counts differ');
  } finally {
    copy.close();
  }
}

export const pageWork: Handlers = {
  checkPages: ({ file }) => checkPages(file),
  async copyDatabase({ file, target }) {
    const counts = await copySnapshot(file, target);
    sealCopy(target, counts);
    return counts;
  },
};
