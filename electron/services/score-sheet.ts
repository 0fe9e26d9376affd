/** One period's scores, put together. */

import type { ScoreRulesEntry, ScoreSheet } from '#shared/contract/assess.ts';
import { latestEndedBefore, type Period, periodLabel, periodYear } from '#shared/domain/period.ts';
import { compareScores } from '#shared/domain/supervision/compare-scores.ts';
import { type Edition, editionLabel } from '#shared/domain/supervision/publication.ts';
import { scoreUnits } from '#shared/domain/supervision/score.ts';
import { defaultScoreRules, type ScoreRules, scoreRulesFor } from '#shared/domain/supervision/score-rules.ts';
import type { Reader } from '../db/executor.ts';
import {
  findLatestEdition,
  listPublishedPeriods,
  type StoredEdition,
} from '../db/repositories/publication.repository.ts';
import { listScoreRules } from '../db/repositories/score-rules.repository.ts';
import type { LightsService } from './lights.service.ts';
import { readScoreFacts } from './score-facts.ts';

export interface ScoreReader {
  reader: Reader;
  lights: Pick<LightsService, 'list'>;
  /** `YYYY-MM-DD` */
  today: string;
}

/** The versions that were saved, newest first, and the program's proposal, which counts before all of them. */
export async function readRules(reader: Reader, year: number): Promise<ScoreRulesEntry[]> {
  const saved = await listScoreRules(reader, year);
  const proposal = { id: null, rules: defaultScoreRules(year), createdAt: null, createdBy: null };
  return [...saved, proposal];
}

export async function rulesInForce(reader: Reader, period: Period): Promise<ScoreRules> {
  const versions = (await readRules(reader, periodYear(period))).map(({ rules }) => rules);
  return scoreRulesFor(versions, period) ?? defaultScoreRules(periodYear(period));
}

/** The edition before: this period's last one, else the last one of the latest period that ended before. */
async function previousEdition(reader: Reader, period: Period): Promise<StoredEdition | null> {
  const own = await findLatestEdition(reader, period);
  if (own !== null) return own;
  const before = latestEndedBefore(period, await listPublishedPeriods(reader));
  return before === null ? null : findLatestEdition(reader, before);
}

/** 「2024年6月第2版（更正：漏计一张督办单）」 */
export function editionName({ period, ...edition }: Pick<Edition, 'period' | 'edition' | 'reason'>): string {
  return `${periodLabel(period as Period)}${editionLabel(edition)}`;
}

/** By the rules in force. */
export async function readScoreSheet(
  { reader, lights, today }: ScoreReader,
  period: Period,
): Promise<ScoreSheet> {
  const { periods, closedOn, facts } = await readScoreFacts(reader, lights, period, today);
  const rules = await rulesInForce(reader, period);
  const scores = scoreUnits(facts, rules);
  const edition = await previousEdition(reader, period);
  return {
    period,
    label: periodLabel(period),
    closedOn,
    periods,
    rules,
    scores,
    changes: edition === null ? [] : compareScores(edition.content.scores, scores),
    comparedWith: edition === null ? null : editionName(edition),
  };
}
