/** 文件 with their sections and shared works. */
import type { Insertable } from 'kysely';
import type { TaskKind } from '#shared/domain/task.ts';
import type { Reader, Writer } from '../executor.ts';
import type { DocumentTable, SectionTable } from '../schema.ts';

/** @returns null when no notice of that number has been stored. */
export async function findDocumentId(reader: Reader, number: string): Promise<number | null> {
  const row = await reader
    .selectFrom('document')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function hasDocuments(reader: Reader): Promise<boolean> {
  return (await reader.selectFrom('document').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** @returns its id */
export async function insertDocument(writer: Writer, document: Insertable<DocumentTable>): Promise<number> {
  const row = await writer.insertInto('document').values(document).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** @returns its id */
export async function insertSection(writer: Writer, section: Insertable<SectionTable>): Promise<number> {
  const row = await writer.insertInto('section').values(section).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** @returns its id */
export async function insertSharedWork(writer: Writer, documentId: number): Promise<number> {
  const row = await writer
    .insertInto('shared_work')
    .values({ document_id: documentId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Rows of the whole database. */
export interface StoredCounts {
  documents: number;
  sections: number;
  tasks: number;
  keyTasks: number;
  livelihoodTasks: number;
  /** Offices and groups included. */
  units: number;
  targets: number;
  corrections: number;
}

export async function countStored(reader: Reader): Promise<StoredCounts> {
  const count = (table: 'document' | 'section' | 'unit' | 'target' | 'correction') =>
    reader
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
      .then((row) => row.rows);
  const keyTasks = await countTasks(reader, 'key');
  const livelihoodTasks = await countTasks(reader, 'livelihood');
  return {
    documents: await count('document'),
    sections: await count('section'),
    tasks: keyTasks + livelihoodTasks,
    keyTasks,
    livelihoodTasks,
    units: await count('unit'),
    targets: await count('target'),
    corrections: await count('correction'),
  };
}

async function countTasks(reader: Reader, kind: TaskKind): Promise<number> {
  const row = await reader
    .selectFrom('task')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return row.rows;
}

/** Revisions of progress, all of them. */
export async function countReports(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('progress_report')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return row.rows;
}

/** Null before there is any. */
export async function newestDocumentTitle(reader: Reader): Promise<string | null> {
  const row = await reader
    .selectFrom('document')
    .select('title')
    .orderBy('year', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.title ?? null;
}
