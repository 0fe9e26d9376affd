/** 考核 rules, a version each; a version in force is never edited. */
import type { ScoreRulesEntry } from '#shared/contract/assess.ts';
import type { Period } from '#shared/domain/period.ts';
import type { ScoreRules } from '#shared/domain/supervision/score-rules.ts';
import type { Reader, Writer } from '../executor.ts';

/** What stands in the JSON; year, version and start have columns. */
type StoredRules = Pick<ScoreRules, 'base' | 'floor' | 'ceiling' | 'rules'>;

/** Newest version first. */
export async function listScoreRules(reader: Reader, year: number): Promise<ScoreRulesEntry[]> {
  const rows = await reader
    .selectFrom('score_rules')
    .selectAll()
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    rules: {
      ...(JSON.parse(row.rules) as StoredRules),
      year: row.year,
      version: row.version,
      effectiveFrom: row.effective_from as Period | null,
    },
    createdAt: row.created_at,
    createdBy: row.created_by,
  }));
}

/** @returns its id */
export async function insertScoreRules(
  writer: Writer,
  { year, version, effectiveFrom, base, floor, ceiling, rules }: ScoreRules,
  createdAt: string,
  createdBy: string,
): Promise<number> {
  const { id } = await writer
    .insertInto('score_rules')
    .values({
      year,
      version,
      effective_from: effectiveFrom,
      rules: JSON.stringify({ base, floor, ceiling, rules } satisfies StoredRules),
      created_at: createdAt,
      created_by: createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @returns false when there is no such version or it is in force already */
export async function setEffectiveFrom(writer: Writer, id: number, period: string): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('score_rules')
    .set({ effective_from: period })
    .where('id', '=', id)
    .where('effective_from', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
