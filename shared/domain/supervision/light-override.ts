/** A person's colour in place of the computed one, for a time and with a reason; the computed one stays beside it. */
import { isDate } from './dates.ts';
import type { ComputedLight } from './light.ts';
import { isFlagged, type Light, lightLabels } from './light-kinds.ts';

export interface LightOverride {
  light: 'green' | 'yellow' | 'red';
  reason: string;
  /** `YYYY-MM-DD`, the first and the last day it is in force. */
  from: string;
  until: string;
  /** Who decided it. */
  by: string;
}

export interface ShownLight {
  /** What is shown and counted. */
  light: Light;
  computed: ComputedLight;
  /** Null while the computed light stands by itself. */
  override: LightOverride | null;
}

/** A closed task is never flagged, and silence is never made green: a missing report must be recorded first. */
function mayReplace(override: LightOverride, computed: ComputedLight): boolean {
  if (computed.light === 'finished' || computed.light === 'withdrawn') return false;
  return computed.light !== 'unreported' || isFlagged(override.light);
}

/** The light shown on a date. Of several overrides in force the one that began last holds. */
export function shownLight(
  computed: ComputedLight,
  overrides: readonly LightOverride[],
  date: string,
): ShownLight {
  const override = overrides
    .filter(({ from, until }) => from <= date && date <= until)
    .filter((candidate) => mayReplace(candidate, computed))
    .reduce<LightOverride | null>(
      (last, candidate) => (last === null || candidate.from >= last.from ? candidate : last),
      null,
    );
  return { light: override?.light ?? computed.light, computed, override };
}

type OverrideWords = Pick<LightOverride, 'reason' | 'until' | 'by'> & { light: Light; unit?: string | null };

/** 「改为绿灯（张三，至2024-07-31）：资金已到位」, before it the lead whose light it is, where it is one of several. */
export function overrideWords({ light, reason, until, by, unit }: OverrideWords): string {
  return `${unit ?? ''}改为${lightLabels[light]}（${by}，至${until}）：${reason}`;
}

/** What is wrong with an override, a sentence each; empty when nothing is. */
export function checkOverride({ reason, from, until, by }: LightOverride): string[] {
  const problems = [from, until]
    .filter((date) => !isDate(date))
    .map((date) => `“${date}”不是有效日期，请按“2024-06-30”的格式填写。`);
  if (problems.length === 0 && until < from) problems.push('截止日期早于开始日期，请修改。');
  if (reason.trim() === '') problems.push('人工改灯须写明理由，请填写。');
  if (by.trim() === '') problems.push('人工改灯须写明由谁决定，请填写。');
  return problems;
}
