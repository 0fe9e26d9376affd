/** Every rule's settings by the date they begin. */
import type { RuleDraft, RuleKind, RuleSettings } from '#shared/domain/supervision/rule-settings.ts';
import type { Reader, Writer } from '../executor.ts';

export interface StoredRule<Kind extends RuleKind> {
  id: number;
  settings: RuleSettings[Kind];
  createdAt: string;
  createdBy: string;
}

/** Newest start first. They were checked when they were stored. */
export async function listRuleSettings<Kind extends RuleKind>(
  reader: Reader,
  kind: Kind,
): Promise<StoredRule<Kind>[]> {
  const rows = await reader
    .selectFrom('rule_setting')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('effective_from', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    settings: JSON.parse(row.settings) as RuleSettings[Kind],
    createdAt: row.created_at,
    createdBy: row.created_by,
  }));
}

/** Replaces those of the same kind and start date. @returns the row's id */
export async function storeRuleSettings(
  writer: Writer,
  { kind, settings }: RuleDraft,
  created: { at: string; by: string },
): Promise<number> {
  const values = { settings: JSON.stringify(settings), created_at: created.at, created_by: created.by };
  const { id } = await writer
    .insertInto('rule_setting')
    .values({ kind, effective_from: settings.effectiveFrom, ...values })
    .onConflict((conflict) => conflict.columns(['kind', 'effective_from']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
