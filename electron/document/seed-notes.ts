/** Picks what seeds/ says about one notice: its corrections and its reviewed targets. */
import { AppError } from '#shared/contract/errors.ts';
import { yearEnd } from '#shared/domain/due-marks.ts';
import type { FrontMatter } from './front-matter.ts';
import type { PlacedCorrection, PlacedTarget } from './notice-reference.ts';
import type { SeedEntries } from './seed-entries.ts';
import type { CorrectionSeed, ReviewSeed } from './seed-schemas.ts';

/**
 * An entry for a document that is not in the folder would be lost without a word.
 * @throws AppError `bad_seed`
 */
export function checkDocuments(
  { entries, placeOf }: SeedEntries<{ document: string }>,
  numbers: ReadonlySet<string>,
): void {
  const stray = entries.findIndex((entry) => !numbers.has(entry.document));
  if (stray < 0) return;
  const problem = `没有文号为「${entries[stray]?.document}」的通知，文号应与通知里的完全一样。`;
  throw new AppError('bad_seed', `${placeOf([stray, 'document'])}：${problem}`);
}

/** The corrections of one notice. */
export function correctionsOf(
  { number }: FrontMatter,
  { entries, placeOf }: SeedEntries<CorrectionSeed>,
): PlacedCorrection[] {
  return entries.flatMap(({ document, ...correction }, index) =>
    document === number ? [{ ...correction, place: placeOf([index]) }] : [],
  );
}

/**
 * The reviewed targets of one notice; a target without a date is due at the year's end. Null when nobody has
 * reviewed this notice.
 */
export function reviewedTargetsOf(
  { number, year }: FrontMatter,
  { entries, placeOf }: SeedEntries<ReviewSeed>,
): PlacedTarget[] | null {
  const review = entries.findIndex((entry) => entry.document === number);
  const targets = entries[review]?.targets;
  if (targets === undefined) return null;
  return targets.map(({ task, due = yearEnd(year), ...target }, index) => ({
    task,
    place: placeOf([review, 'targets', index]),
    target: { ...target, due },
  }));
}
