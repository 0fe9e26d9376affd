/** What each rule was set to, by whom, from when on, and what that changed. */
import { actionSettingLabels } from './action-settings.ts';
import { curveLabels, curveWords } from './curves.ts';
import { settingsAt } from './dated-settings.ts';
import { addDays, dateLabel } from './dates.ts';
import { lightLabels } from './light-kinds.ts';
import { lightFlagLabels, lightSettingLabels } from './light-settings.ts';
import type { RuleDraft, RuleKind, RuleSettings } from './rule-settings.ts';

export interface RuleEntry<Kind extends RuleKind> {
  settings: RuleSettings[Kind];
  /** Null for the program's own, which hold from the beginning. */
  createdAt: string | null;
  createdBy: string | null;
}

/** Newest start first, the program's own last. */
export type RuleHistory = { [Kind in RuleKind]: RuleEntry<Kind>[] };

/** @throws RangeError when the list is empty */
export function entryAt<Kind extends RuleKind>(
  entries: readonly RuleEntry<Kind>[],
  date: string,
): RuleEntry<Kind> {
  const settings = settingsAt(
    entries.map((entry) => entry.settings),
    date,
  );
  const entry = entries.find((candidate) => candidate.settings === settings);
  if (entry === undefined) throw new RangeError('no settings');
  return entry;
}

/** Everything in force on a day. */
export function rulesAt(history: RuleHistory, date: string): RuleSettings {
  return {
    light: entryAt(history.light, date).settings,
    action: entryAt(history.action, date).settings,
    curve: entryAt(history.curve, date).settings,
  };
}

/** The day on which the next settings take over; null while none do. */
export function supersededOn<Kind extends RuleKind>(
  entries: readonly RuleEntry<Kind>[],
  date: string,
): string | null {
  const later = entries.map(({ settings }) => settings.effectiveFrom).filter((start) => start > date);
  return later.sort()[0] ?? null;
}

/** 「2024年7月1日起」, 「2024年7月1日至8月31日」; 「程序原有，至2024年6月30日」 */
export function spanWords<Kind extends RuleKind>(
  entries: readonly RuleEntry<Kind>[],
  { settings, createdBy }: RuleEntry<Kind>,
): string {
  const next = supersededOn(entries, settings.effectiveFrom);
  const until = next === null ? null : dateLabel(addDays(next, -1));
  if (createdBy === null) return until === null ? '程序原有' : `程序原有，至${until}`;
  const from = dateLabel(settings.effectiveFrom);
  return until === null ? `${from}起` : `${from}至${until}`;
}

type Value = readonly [label: string, text: string];

function valuesOf(draft: RuleDraft): Value[] {
  switch (draft.kind) {
    case 'light': {
      const numbers = Object.keys(lightSettingLabels) as (keyof typeof lightSettingLabels)[];
      const flags = Object.keys(lightFlagLabels) as (keyof typeof lightFlagLabels)[];
      return [
        ...numbers.map((key): Value => [lightSettingLabels[key], String(draft.settings[key])]),
        ...flags.map((key): Value => [lightFlagLabels[key], lightLabels[draft.settings[key]]]),
      ];
    }
    case 'action': {
      const { nearDueDays, answerDays } = draft.settings;
      const days = { nearDueDays, ...answerDays };
      const keys = Object.keys(days) as (keyof typeof days)[];
      return keys.map((key) => [actionSettingLabels[key], String(days[key])]);
    }
    case 'curve':
      return [
        [curveLabels.frontLoaded, curveWords(draft.settings.frontLoaded)],
        [curveLabels.backLoaded, curveWords(draft.settings.backLoaded)],
      ];
  }
}

/** 「黄灯起点（落后百分点）：10 → 5」, a line for each number that differs. */
export function ruleChanges(before: RuleDraft, after: RuleDraft): string[] {
  const old = new Map(valuesOf(before));
  return valuesOf(after).flatMap(([label, text]) => {
    const was = old.get(label);
    return was === text ? [] : [`${label}：${was} → ${text}`];
  });
}
