/** Whose return a file is and for when: what it says itself, else what whoever imports says. */
import { AppError } from '#shared/contract/errors.ts';
import type { ReturnFile } from '#shared/contract/returns.ts';
import { type Period, periodYear } from '#shared/domain/period.ts';
import {
  type ReturnHints,
  recognisePeriod,
  recogniseUnit,
  wrongPeriod,
} from '#shared/domain/return/recognise.ts';
import type { ReturnsKnowledge } from './returns-knowledge.service.ts';

/** What whoever imports says of files that do not say it themselves. */
export interface Asked {
  period: Period | null;
  unitId: number | null;
}

/** Filled in as it becomes known, so that a refusal still shows what was found out. */
export type Draft = Pick<ReturnFile, 'unit' | 'period' | 'notices'>;

const refusals = {
  noUnit: '没有写明填报单位，请在导入时选定单位（命令行用 --unit），或在表头写上「填报单位：」后重新报送。',
  noPeriod: '没有写明报告期，请在导入时选定报告期（命令行用 --period 2024-06）。',
};

/** Makes the error for one file. */
export function refuse(fileName: string, what: string): AppError {
  return new AppError('file_unreadable', `「${fileName}」${what}`, { fileName });
}

export function findUnit(
  knowledge: ReturnsKnowledge,
  hints: ReturnHints,
  asked: Asked,
  draft: Draft,
): number {
  const { value, problem, notice } = recogniseUnit(knowledge.finder, hints);
  if (problem !== null) throw refuse(hints.fileName, problem);
  if (notice !== null) draft.notices.push(notice);
  const stated = value === null ? null : knowledge.unitId(value);
  const unitId = stated ?? asked.unitId;
  const name = unitId === null ? null : knowledge.unitName(unitId);
  if (unitId === null || name === null) throw refuse(hints.fileName, refusals.noUnit);
  draft.unit = { id: unitId, name };
  if (asked.unitId !== null && asked.unitId !== unitId) {
    const wanted = knowledge.unitName(asked.unitId) ?? '';
    throw refuse(
      hints.fileName,
      `是${name}的回表，本次导入选定的是${wanted}，没有导入；请改选单位或去掉选定的单位。`,
    );
  }
  return unitId;
}

export function findPeriod(
  knowledge: ReturnsKnowledge,
  hints: ReturnHints,
  asked: Asked,
  draft: Draft,
): Period {
  const year = asked.period === null ? knowledge.defaultYear : periodYear(asked.period);
  const { value } = recognisePeriod(hints, year);
  const period = value ?? asked.period;
  if (period === null) throw refuse(hints.fileName, refusals.noPeriod);
  draft.period = period;
  if (asked.period !== null && asked.period !== period) {
    throw refuse(hints.fileName, wrongPeriod(period, asked.period));
  }
  return period;
}
