/** Which returns and attachments the rows refer to by their SHA-256. */
import type { Reader } from '../executor.ts';

export interface ReferredOriginal {
  sha256: string;
  /** A name it came under, for people. */
  fileName: string;
}

/**
 * A piece of all that accepted returns, returns sent back, files on the desk, plan sheets and attachments refer to, each once, by digest.
 * @param after the last digest of the piece before; empty for the first
 */
export async function listReferredOriginals(
  reader: Reader,
  after: string,
  limit: number,
): Promise<ReferredOriginal[]> {
  const referred = reader
    .selectFrom('return_file')
    .select(['sha256', 'file_name'])
    .unionAll(reader.selectFrom('return_redo').select(['sha256', 'file_name']))
    .unionAll(reader.selectFrom('desk_file').select(['sha256', 'file_name']))
    .unionAll(reader.selectFrom('plan_sheet').select(['sha256', 'file_name']))
    .unionAll(reader.selectFrom('attachment').select(['sha256', 'file_name']));
  return reader
    .selectFrom(referred.as('referred'))
    .select((eb) => ['sha256', eb.fn.min<string>('file_name').as('fileName')])
    .where('sha256', '>', after)
    .groupBy('sha256')
    .orderBy('sha256')
    .limit(limit)
    .execute();
}
