/** Whose return it is, and for which period: the form's meta sheet, then the sheet's texts, then the file name. */
import { type Period, parsePeriod, periodLabel } from '../period.ts';
import { statedPeriod } from './period-words.ts';
import type { UnitFinder } from './unit-words.ts';

export interface ReturnHints {
  /** From the meta sheet; null without one. */
  meta: { unit: string; period: string } | null;
  /** Above the tables. */
  texts: readonly string[];
  sheetNames: readonly string[];
  fileName: string;
}

export interface Recognised<Value> {
  value: Value | null;
  /** The sources contradict each other: the return is refused. */
  problem: string | null;
  notice: string | null;
}

/** A longer text is a sentence, not a title. */
const longestTitle = 80;

function answer<Value>(value: Value | null, notice: string | null = null): Recognised<Value> {
  return { value, problem: null, notice };
}

function unitOfTitles(finder: UnitFinder, texts: readonly string[]): string | null {
  const titles = texts.filter((text) => text.length <= longestTitle);
  const [only, ...others] = new Set(titles.flatMap((title) => finder.mentionedIn(title) ?? []));
  return only !== undefined && others.length === 0 ? only : null;
}

export function recogniseUnit(finder: UnitFinder, hints: ReturnHints): Recognised<string> {
  const ofMeta = hints.meta === null ? null : finder.named(hints.meta.unit);
  const filed = finder.filedBy(hints.texts);
  if (ofMeta !== null) {
    if (filed === null || filed.unit === null || filed.unit === ofMeta) return answer(ofMeta);
    const problem = `表里写的填报单位是「${filed.printed}」，这份填报表却是下发给${ofMeta}的，请单位用自己的填报表重新报送。`;
    return { value: null, problem, notice: null };
  }
  if (filed !== null && filed.unit !== null) return answer(filed.unit);
  const [ofTitles, ofFileName] = [unitOfTitles(finder, hints.texts), finder.mentionedIn(hints.fileName)];
  const contradict = ofTitles !== null && ofFileName !== null && ofTitles !== ofFileName;
  const fallback = contradict ? null : (ofTitles ?? ofFileName);
  if (filed === null || fallback === null) return answer(fallback);
  return answer(
    fallback,
    `表里的填报单位「${filed.printed}」不在单位名录中，按标题或文件名认作${fallback}。`,
  );
}

/** @param defaultYear for a month without a year */
export function recognisePeriod(hints: ReturnHints, defaultYear: number | null): Recognised<Period> {
  const ofMeta = parsePeriod(hints.meta?.period ?? '');
  if (ofMeta !== null) return answer(ofMeta);
  const titles = hints.texts.filter((text) => text.length <= longestTitle);
  const stem = hints.fileName.replace(/\.[^.]*$/, '');
  return answer(
    statedPeriod(titles, defaultYear) ??
      statedPeriod(hints.sheetNames, defaultYear) ??
      statedPeriod([stem], defaultYear),
  );
}

/** Why a return for one period cannot go into another. */
export function wrongPeriod(stated: Period, wanted: Period): string {
  return `这是${periodLabel(stated)}的回表，本次导入的是${periodLabel(wanted)}，期次不符，没有导入；请改选报告期，或请单位重新报送。`;
}
