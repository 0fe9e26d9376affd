/** Whose return a file is and for when: a person's word, else what it says itself, else what is asked for. */
import { AppError } from '#shared/contract/errors.ts';
import { type Period, periodLabel, periodYear } from '#shared/domain/period.ts';
import { type ReturnHints, recognisePeriod, recogniseUnit } from '#shared/domain/return/recognise.ts';
import type { ReturnsKnowledge } from './returns-knowledge.service.ts';
import type { Draft } from './returns-reading.ts';

/** What people say of a file. */
export interface Told {
  /** Of this file: outranks what it says. */
  unitId: number | null;
  period: Period | null;
  /** Of all files at once: counts where a file says nothing. */
  usualUnitId: number | null;
  usualPeriod: Period | null;
}

/** Makes the error for one file. */
export function refuse(fileName: string, what: string): AppError {
  return new AppError('file_unreadable', `「${fileName}」${what}`, { fileName });
}

function nameUnit(knowledge: ReturnsKnowledge, unitId: number | null, draft: Draft): number | null {
  const name = unitId === null ? null : knowledge.unitName(unitId);
  if (unitId === null || name === null) return null;
  draft.unit = { id: unitId, name };
  return unitId;
}

/** @returns null when nobody says; @throws AppError `file_unreadable` when the file contradicts itself */
export function findUnit(
  knowledge: ReturnsKnowledge,
  hints: ReturnHints,
  told: Told,
  draft: Draft,
): number | null {
  const { value, problem, notice } = recogniseUnit(knowledge.finder, hints);
  const stated = value === null ? null : knowledge.unitId(value);
  if (told.unitId !== null && knowledge.unitName(told.unitId) !== null) {
    const differs = (value !== null && stated !== told.unitId) || problem !== null;
    if (differs) draft.notices.push(`表里写的是${value ?? '别的单位'}，按选定的单位处理。`);
    return nameUnit(knowledge, told.unitId, draft);
  }
  if (problem !== null) throw refuse(hints.fileName, problem);
  if (notice !== null) draft.notices.push(notice);
  return nameUnit(knowledge, stated ?? told.usualUnitId, draft);
}

/** @returns null when nobody says */
export function findPeriod(
  knowledge: ReturnsKnowledge,
  hints: ReturnHints,
  told: Told,
  draft: Draft,
): Period | null {
  const year = told.usualPeriod === null ? knowledge.defaultYear : periodYear(told.usualPeriod);
  const { value } = recognisePeriod(hints, year);
  draft.period = told.period ?? value ?? told.usualPeriod;
  if (told.period !== null && value !== null && value !== told.period) {
    draft.notices.push(`表里写的是${periodLabel(value)}，按选定的${periodLabel(told.period)}处理。`);
  }
  if (told.period === null && value === null && told.usualPeriod !== null) {
    draft.notices.push(`表里没有写报告期，按${periodLabel(told.usualPeriod)}处理。`);
  }
  return draft.period;
}

/** For a file that cannot be read: people's word on it, else its name; so that it can be sent back to somebody. */
export function guessScope(knowledge: ReturnsKnowledge, fileName: string, told: Told, draft: Draft): void {
  const hints = { meta: null, texts: [], sheetNames: [], fileName };
  if (draft.unit === null) {
    const { value } = recogniseUnit(knowledge.finder, hints);
    const named = value === null ? null : knowledge.unitId(value);
    nameUnit(knowledge, told.unitId ?? named ?? told.usualUnitId, draft);
  }
  if (draft.period !== null) return;
  const year = told.usualPeriod === null ? knowledge.defaultYear : periodYear(told.usualPeriod);
  draft.period = told.period ?? recognisePeriod(hints, year).value ?? told.usualPeriod;
}
