/** The rules' settings by start date. */
import type { LightSettingsEntry, LightSettingsValues } from '#shared/contract/lights.ts';
import type { Reader, Writer } from '../executor.ts';

export interface StoredLightSettings extends LightSettingsEntry {
  id: number;
}

/** Newest start first. They were checked when they were stored. */
export async function listLightSettings(reader: Reader): Promise<StoredLightSettings[]> {
  const rows = await reader
    .selectFrom('rule_setting')
    .selectAll()
    .where('kind', '=', 'light')
    .orderBy('effective_from', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    settings: JSON.parse(row.settings) as LightSettingsValues,
    createdAt: row.created_at,
    createdBy: row.created_by,
  }));
}

/** Replaces those of the same start date. @returns the row's id */
export async function storeLightSettings(
  writer: Writer,
  settings: LightSettingsValues,
  created: { at: string; by: string },
): Promise<number> {
  const values = { settings: JSON.stringify(settings), created_at: created.at, created_by: created.by };
  const { id } = await writer
    .insertInto('rule_setting')
    .values({ kind: 'light', effective_from: settings.effectiveFrom, ...values })
    .onConflict((conflict) => conflict.columns(['kind', 'effective_from']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Periods that were published, in no order. */
export async function listPublishedPeriods(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('publication').select('period').distinct().execute();
  return rows.map(({ period }) => period);
}
