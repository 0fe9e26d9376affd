import { AppError } from '#shared/contract/errors.ts';
import type { PlacedCorrection } from './notice-reference.ts';

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

function correctOnce(content: string, correction: PlacedCorrection): string {
  const count = occurrences(content, correction.from);
  if (count === 1) return content.replace(correction.from, () => correction.to);
  const problem = count === 0 ? '不在' : `不止一次（${count} 次）出现在`;
  throw new AppError(
    'bad_seed',
    `${correction.place}：要更正的「${correction.from}」${problem}任务 ${correction.task} 的原文里。`,
    { task: correction.task },
  );
}

/**
 * The content after its corrections (domain.md, How the notice is read, rule 9). Each `from` must occur exactly
 * once; nothing else of the text changes.
 * @throws AppError `bad_seed`
 */
export function applyCorrections(sourceContent: string, corrections: readonly PlacedCorrection[]): string {
  return corrections.reduce(correctOnce, sourceContent);
}
