/** Trying 考核 rules on the last period before they are to count; nothing is put in force without it. */
import type { RulesTrial, ScoreRulesEntry } from '#shared/contract/assess.ts';
import { AppError } from '#shared/contract/errors.ts';
import {
  latestEndedBefore,
  type Period,
  parsePeriod,
  periodLabel,
  periodYear,
} from '#shared/domain/period.ts';
import { canonicalJson } from '#shared/domain/supervision/canonical-json.ts';
import { compareScores } from '#shared/domain/supervision/compare-scores.ts';
import { scoreUnits } from '#shared/domain/supervision/score.ts';
import type { Reader } from '../db/executor.ts';
import { sha256OfText } from '../db/repositories/change-log.repository.ts';
import { listWorkedPeriods } from '../db/repositories/score-facts.repository.ts';
import { listScoreRules } from '../db/repositories/score-rules.repository.ts';
import { requirePeriod } from './period-documents.ts';
import { readScoreFacts } from './score-facts.ts';
import { rulesInForce, type ScoreReader } from './score-sheet.ts';

export interface TrialRequest {
  rulesId: number;
  effectiveFrom: string;
}

/** @throws AppError `bad_input` for rules of another year, or that count already */
async function rulesToTry(
  reader: Reader,
  { rulesId }: TrialRequest,
  effectiveFrom: Period,
): Promise<ScoreRulesEntry> {
  const year = periodYear(effectiveFrom);
  const found = (await listScoreRules(reader, year)).find(({ id }) => id === rulesId);
  if (found === undefined) throw new AppError('bad_input', `这一版规则不是${year}年的，请选同一年的报告期。`);
  if (found.rules.effectiveFrom === null) return found;
  throw new AppError('stale', `第${found.rules.version}版规则已经生效，不用再启用。要改请另存一版。`);
}

/** The last period of the year with records before the rules count; the first period itself where there is none. */
async function trialPeriod(reader: Reader, effectiveFrom: Period): Promise<Period> {
  const worked = await listWorkedPeriods(reader, periodYear(effectiveFrom));
  const known = worked.flatMap((text) => parsePeriod(text) ?? []);
  return latestEndedBefore(effectiveFrom, known) ?? effectiveFrom;
}

/** @throws AppError `bad_input`, `stale` */
export async function readRulesTrial(
  { reader, lights, today }: ScoreReader,
  request: TrialRequest,
): Promise<RulesTrial> {
  const effectiveFrom = requirePeriod(request.effectiveFrom);
  const { rules } = await rulesToTry(reader, request, effectiveFrom);
  const period = await trialPeriod(reader, effectiveFrom);
  const inForce = await rulesInForce(reader, effectiveFrom);
  const { facts } = await readScoreFacts(reader, lights, period, today);
  const after = scoreUnits(facts, rules);
  const trial = {
    rulesId: request.rulesId,
    version: rules.version,
    effectiveFrom,
    label: periodLabel(period),
    comparedWith: `现行规则（第${inForce.version}版）`,
    changes: compareScores(scoreUnits(facts, inForce), after),
    scored: after.filter(({ score }) => score !== null).length,
  };
  return { ...trial, seal: sha256OfText(canonicalJson(trial)) };
}
