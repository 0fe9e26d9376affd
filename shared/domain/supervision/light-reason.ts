/** The sentence beside a light: 「序时应达50%，实际28%，落后22个百分点，黄灯」. */
import { dateLabel } from './dates.ts';
import { type Light, lightLabels } from './light-kinds.ts';
import { gapLabel, percentLabel } from './percent-figures.ts';
import type { Actual } from './target-actual.ts';

function verdictWords({ verdicts }: Actual): string[] {
  return verdicts.map(({ isMet, words }) => `${words}，${isMet ? '已达到' : '未达到'}`);
}

function figureWords(expected: number, actual: Actual, gap: number | null): string[] {
  const should = `序时应达${percentLabel(expected)}`;
  if (actual.percent !== null && gap !== null)
    return [should, `实际${percentLabel(actual.percent)}`, gapLabel(gap)];
  return actual.verdicts.length > 0 ? [] : [should, '已报进展但未填完成比例'];
}

/** @param words what the deciding rule adds; empty where the figures say it all */
export function judgedReason(
  light: Light,
  expected: number,
  actual: Actual,
  gap: number | null,
  words: string,
): string {
  const parts = [...figureWords(expected, actual, gap), ...verdictWords(actual), words];
  return [...parts.filter((part) => part !== ''), lightLabels[light]].join('，');
}

/** Neither a value nor a report: no lamp is made up. @param overdueDays 0 when the task is not overdue */
export function unreportedReason(expected: number, overdueDays: number): string {
  const overdue = overdueDays > 0 ? `，已超过完成时限${overdueDays}天` : '';
  return `序时应达${percentLabel(expected)}，本期未报进展${overdue}，未报`;
}

export function finishedReason(on: string): string {
  return `已于${dateLabel(on)}完成，不再亮灯`;
}

/** @param how 「撤销」, 「拆分」 or 「合并」 */
export function withdrawnReason(on: string, how: string): string {
  return `已于${dateLabel(on)}${how}，不再亮灯`;
}
