/** A notice becomes data: once, whole, or not at all. */
import type { Kysely } from 'kysely';
import { defaultDeadline, monthsOfYear, type Period, parsePeriod } from '#shared/domain/period.ts';
import type { Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import {
  countStored,
  findDocumentId,
  hasDocuments,
  insertDocument,
  type StoredCounts,
} from '../db/repositories/document.repository.ts';
import { insertPeriods, replaceReportingPairs } from '../db/repositories/notice-tasks.repository.ts';
import type { Database } from '../db/schema.ts';
import type { Seeds } from '../document/load-seeds.ts';
import type { ServiceContext } from './context.ts';
import { deriveReportingPairs } from './reporting-pairs.ts';
import { mergeDirectory } from './seed-directory.ts';
import { storeNotice } from './seed-notice.ts';

export interface SeedResult extends StoredCounts {
  /** False when the notice was there already; nothing was written then. */
  seeded: boolean;
}

/** Whether any notice is stored: a start seeds only a database that has none. */
export function isSeeded(database: Kysely<Database>): Promise<boolean> {
  return hasDocuments(database);
}

/**
 * Stores a notice with its directory in one transaction. A notice whose number is stored already is left alone,
 * whatever has become of it since.
 * @returns the rows of the whole database afterwards
 * @throws AppError `bad_seed` naming the line or the two units in conflict; the database is as before
 */
export async function seedDatabase(
  database: Kysely<Database>,
  seeds: Seeds,
  context: ServiceContext,
): Promise<SeedResult> {
  const { number } = seeds.notice;
  const seeded =
    (await findDocumentId(database, number)) === null &&
    (await database.transaction().execute((writer) => storeSeeds(writer, seeds, context)));
  return { ...(await countStored(database)), seeded };
}

/** @returns false when another process has stored the notice in the meantime */
async function storeSeeds(writer: Writer, seeds: Seeds, context: ServiceContext): Promise<boolean> {
  const { notice, directory } = seeds;
  if ((await findDocumentId(writer, notice.number)) !== null) return false;
  const units = await mergeDirectory(writer, directory);
  const documentId = await storeDocument(writer, seeds, context);
  await storeNotice(writer, notice, documentId, units);
  await insertPeriods(writer, periodsOfYear(notice.year));
  await replaceReportingPairs(writer, await deriveReportingPairs(writer));
  return true;
}

async function storeDocument(writer: Writer, seeds: Seeds, context: ServiceContext): Promise<number> {
  const { number, title, year, issueDate, tasks } = seeds.notice;
  const at = context.now().toISOString();
  const id = await insertDocument(writer, {
    number,
    title,
    year,
    issue_date: issueDate,
    source_text: seeds.source,
    source_sha256: seeds.sha256,
    created_at: at,
  });
  await recordChange(writer, {
    at,
    actor: context.operator,
    origin: context.origin,
    action: '导入通知',
    entity: 'document',
    entityId: id,
    before: null,
    after: { number, sha256: seeds.sha256, tasks: tasks.length },
  });
  return id;
}

function periodsOfYear(year: number): { period: Period; deadline: string }[] {
  const quarters = [1, 2, 3, 4].map((quarter) => parsePeriod(`${year}-Q${quarter}`));
  return [...monthsOfYear(year), ...quarters.filter((period) => period !== null)].map((period) => ({
    period,
    deadline: defaultDeadline(period),
  }));
}
