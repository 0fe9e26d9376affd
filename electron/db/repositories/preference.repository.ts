/** What a person's screens remember: column widths, the last period. */
import type { Reader, Writer } from '../executor.ts';

/** @returns null when nothing is remembered under the key */
export async function findPreference(reader: Reader, key: string): Promise<string | null> {
  const row = await reader.selectFrom('preference').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function savePreference(writer: Writer, key: string, value: string): Promise<void> {
  await writer
    .insertInto('preference')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

export async function deletePreference(writer: Writer, key: string): Promise<void> {
  await writer.deleteFrom('preference').where('key', '=', key).execute();
}
