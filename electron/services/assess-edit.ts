/** What people decide about scores: rules, when they take effect, 表扬 and marks. */
import type { RulesTrial, ScoreRulesValues, UnitMarkEntry } from '#shared/contract/assess.ts';
import { AppError } from '#shared/contract/errors.ts';
import { periodLabel, periodYear } from '#shared/domain/period.ts';
import { checkScoreRules, checkUnitMark } from '#shared/domain/supervision/check-score-rules.ts';
import { defaultScoreRules, type ScoreRules } from '#shared/domain/supervision/score-rules.ts';
import type { Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import {
  insertScoreRules,
  listScoreRules,
  setEffectiveFrom,
} from '../db/repositories/score-rules.repository.ts';
import { insertUnitMark, withdrawUnitMark } from '../db/repositories/unit-marks.repository.ts';
import type { ServiceContext } from './context.ts';
import { requirePeriod } from './period-documents.ts';

function refuseProblems(problems: readonly string[]): void {
  if (problems.length > 0) throw new AppError('bad_input', problems.join(''));
}

function log(
  writer: Writer,
  { now, operator, origin }: ServiceContext,
  entry: Pick<Parameters<typeof recordChange>[1], 'action' | 'entity' | 'entityId' | 'before' | 'after'>,
): Promise<void> {
  return recordChange(writer, { at: now().toISOString(), actor: operator, origin, ...entry });
}

/** @throws AppError `bad_input` naming everything that is wrong */
export async function saveRules(
  writer: Writer,
  context: ServiceContext,
  values: ScoreRulesValues,
): Promise<void> {
  const [newest] = await listScoreRules(writer, values.year);
  // Never the number of the program's proposal: a published card names its rules by it.
  const version = (newest?.rules ?? defaultScoreRules(values.year)).version + 1;
  const rules: ScoreRules = { ...values, version, effectiveFrom: null };
  refuseProblems(checkScoreRules(rules));
  const id = await insertScoreRules(writer, rules, context.now().toISOString(), context.operator);
  await log(writer, context, {
    action: '新的考核规则',
    entity: 'score_rules',
    entityId: id,
    before: newest === undefined ? null : { ...newest.rules },
    after: { ...rules },
  });
}

/**
 * What changed on the trial goes into the log with the start.
 * @returns the rules' year @throws AppError `stale` when they are in force already or the trial has other results by now
 */
export async function putRulesInForce(
  writer: Writer,
  context: ServiceContext,
  trial: RulesTrial,
  seen: string,
): Promise<number> {
  const { rulesId, version, label, changes } = trial;
  const period = requirePeriod(trial.effectiveFrom);
  if (trial.seal !== seen) {
    throw new AppError('stale', `试算之后数据有了变化，第${version}版规则没有启用。请重新试算，看过再启用。`);
  }
  if (!(await setEffectiveFrom(writer, rulesId, period))) {
    throw new AppError('stale', `第${version}版规则已经生效，不用再启用。要改请另存一版。`);
  }
  await log(writer, context, {
    action: '启用考核规则',
    entity: 'score_rules',
    entityId: rulesId,
    before: { effectiveFrom: null },
    after: {
      effectiveFrom: periodLabel(period),
      triedOn: label,
      changes: changes.map(({ unit, words }) => `${unit}：${words}`),
    },
  });
  return periodYear(period);
}

/** @returns the mark's year @throws AppError `bad_input` */
export async function addMark(
  writer: Writer,
  context: ServiceContext,
  entry: UnitMarkEntry,
): Promise<number> {
  refuseProblems(checkUnitMark(entry.kind, entry.points));
  const period = requirePeriod(entry.period);
  await insertUnitMark(writer, entry, context.now().toISOString(), context.operator);
  await log(writer, context, {
    action: entry.kind === 'praise' ? '记录表扬' : '领导评分',
    entity: 'unit',
    entityId: entry.unitId,
    before: null,
    after: { period, mark: entry.points, reason: entry.reason },
  });
  return periodYear(period);
}

/** @returns the mark's year @throws AppError `stale` */
export async function withdrawMark(writer: Writer, context: ServiceContext, markId: number): Promise<number> {
  const mark = await withdrawUnitMark(writer, markId, context.now().toISOString(), context.operator);
  if (mark === null) throw new AppError('stale', '这条记录已经撤回，请刷新。');
  await log(writer, context, {
    action: mark.kind === 'praise' ? '撤回表扬' : '撤回评分',
    entity: 'unit',
    entityId: mark.unit_id,
    before: { period: mark.period, mark: mark.points, reason: mark.reason },
    after: null,
  });
  return periodYear(requirePeriod(mark.period));
}
