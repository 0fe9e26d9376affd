/** Periods as they were published; rows are never changed (trigger of migration 0030). */
import { type Period, parsePeriod } from '#shared/domain/period.ts';
import type { Edition, PublishedContent } from '#shared/domain/supervision/publication.ts';
import type { Reader, Writer } from '../executor.ts';

export interface StoredEdition extends Edition {
  id: number;
  sha256: string;
}

function selectEditions(reader: Reader) {
  return reader.selectFrom('publication').selectAll();
}

type PublicationRow = Awaited<ReturnType<ReturnType<typeof selectEditions>['execute']>>[number];

function editionOf({ content, published_at, published_by, ...row }: PublicationRow): StoredEdition {
  return {
    ...row,
    content: JSON.parse(content) as PublishedContent,
    publishedAt: published_at,
    publishedBy: published_by,
  };
}

/** Newest first. */
export async function listEditions(reader: Reader): Promise<StoredEdition[]> {
  return (await selectEditions(reader).orderBy('id', 'desc').execute()).map(editionOf);
}

/** Each once, the one published last first. */
export async function listPublishedPeriods(reader: Reader): Promise<Period[]> {
  const rows = await reader
    .selectFrom('publication')
    .select('period')
    .groupBy('period')
    .orderBy((eb) => eb.fn.max('id'), 'desc')
    .execute();
  return rows.flatMap(({ period }) => parsePeriod(period) ?? []);
}

export async function findEdition(reader: Reader, id: number): Promise<StoredEdition | null> {
  const row = await selectEditions(reader).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : editionOf(row);
}

export async function findLatestEdition(reader: Reader, period: string): Promise<StoredEdition | null> {
  const row = await selectEditions(reader)
    .where('period', '=', period)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : editionOf(row);
}

/** @returns its id */
export async function insertEdition(writer: Writer, edition: Edition, sha256: string): Promise<number> {
  const { period, reason, content, publishedAt, publishedBy } = edition;
  const { id } = await writer
    .insertInto('publication')
    .values({
      period,
      edition: edition.edition,
      reason,
      content: JSON.stringify(content),
      sha256,
      published_at: publishedAt,
      published_by: publishedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
