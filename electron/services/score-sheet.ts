/** One period's scores, put together. */

import type { ScoreRulesEntry, ScoreSheet } from '#shared/contract/assess.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type Period, periodLabel, periodYear } from '#shared/domain/period.ts';
import { compareScores } from '#shared/domain/supervision/compare-scores.ts';
import { editionLabel } from '#shared/domain/supervision/publication.ts';
import { scoreUnits, type UnitScore } from '#shared/domain/supervision/score.ts';
import { defaultScoreRules, type ScoreRules, scoreRulesFor } from '#shared/domain/supervision/score-rules.ts';
import type { Reader } from '../db/executor.ts';
import { listEditions } from '../db/repositories/publication.repository.ts';
import { listScoreRules } from '../db/repositories/score-rules.repository.ts';
import type { LightsService } from './lights.service.ts';
import { readScoreFacts } from './score-facts.ts';

export interface ScoreReader {
  reader: Reader;
  lights: Pick<LightsService, 'list'>;
  /** `YYYY-MM-DD` */
  today: string;
}

/** The versions that were saved, newest first, and the program's proposal where none is in force. */
export async function readRules(reader: Reader, year: number): Promise<ScoreRulesEntry[]> {
  const saved = await listScoreRules(reader, year);
  const proposal = { id: null, rules: defaultScoreRules(year), createdAt: null, createdBy: null };
  return saved.some(({ rules }) => rules.effectiveFrom !== null) ? saved : [...saved, proposal];
}

/** @throws AppError `not_found` for rules that are gone */
async function rulesInForce(reader: Reader, period: Period): Promise<ScoreRules> {
  const versions = (await readRules(reader, periodYear(period))).map(({ rules }) => rules);
  return scoreRulesFor(versions, period) ?? defaultScoreRules(periodYear(period));
}

async function rulesToTry(reader: Reader, period: Period, id: number): Promise<ScoreRules> {
  const found = (await listScoreRules(reader, periodYear(period))).find((entry) => entry.id === id);
  if (found === undefined) throw new AppError('not_found', '没有找到这一版考核规则，请刷新后再试。', { id });
  return found.rules;
}

/** The edition before: this period's last one, else the last of an earlier period. */
async function previousScores(
  reader: Reader,
  period: Period,
): Promise<{ scores: readonly UnitScore[]; words: string } | null> {
  const editions = await listEditions(reader);
  const previous = editions.find((edition) => edition.period === period) ?? editions[0];
  if (previous === undefined) return null;
  const label = periodLabel(previous.period as Period);
  return { scores: previous.content.scores, words: `${label}${editionLabel(previous)}` };
}

/** @param rulesId to try them; absent: the rules in force @throws AppError `not_found` */
export async function readScoreSheet(
  { reader, lights, today }: ScoreReader,
  period: Period,
  rulesId?: number,
): Promise<ScoreSheet> {
  const { periods, closedOn, facts } = await readScoreFacts(reader, lights, period, today);
  const inForce = await rulesInForce(reader, period);
  const rules = rulesId === undefined ? inForce : await rulesToTry(reader, period, rulesId);
  const scores = scoreUnits(facts, rules);
  const previous =
    rulesId === undefined
      ? await previousScores(reader, period)
      : { scores: scoreUnits(facts, inForce), words: `现行规则（第${inForce.version}版）` };
  return {
    period,
    label: periodLabel(period),
    closedOn,
    periods,
    rules,
    scores,
    changes: previous === null ? [] : compareScores(previous.scores, scores),
    comparedWith: previous?.words ?? null,
  };
}
