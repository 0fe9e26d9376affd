/** Rules while they are edited: what was typed lies over the rules of the day they are to begin. */
import type { ActionSettings } from '#shared/domain/supervision/action-settings.ts';
import type { CurveSettings } from '#shared/domain/supervision/curves.ts';
import type { LightSettings } from '#shared/domain/supervision/light-settings.ts';
import { type RuleHistory, rulesAt } from '#shared/domain/supervision/rule-history.ts';
import type { RuleDraft, RuleKind, RuleOpening } from '#shared/domain/supervision/rule-settings.ts';

export type DaysKey = 'nearDueDays' | keyof ActionSettings['answerDays'];

/** What a person has typed; the rest follows the day. */
export interface RuleEdit {
  light: Partial<Omit<LightSettings, 'effectiveFrom'>>;
  days: Partial<Record<DaysKey, number>>;
  curve: Partial<Omit<CurveSettings, 'effectiveFrom'>>;
}

export const nothingTyped: RuleEdit = { light: {}, days: {}, curve: {} };

/** Today, unless it lies in what is published. */
export function firstStart(today: string, { openFrom }: RuleOpening): string {
  return today < openFrom ? openFrom : today;
}

/** The rules that hold on their day before the change. */
export function rulesBefore(kind: RuleKind, history: RuleHistory, date: string): RuleDraft {
  return draftRule(kind, history, date, nothingTyped);
}

export function draftRule(
  kind: RuleKind,
  history: RuleHistory,
  effectiveFrom: string,
  edit: RuleEdit,
): RuleDraft {
  const before = rulesAt(history, effectiveFrom);
  switch (kind) {
    case 'light':
      return { kind, settings: { ...before.light, ...edit.light, effectiveFrom } };
    case 'action': {
      const { nearDueDays, answerDays } = before.action;
      const { nearDueDays: near = nearDueDays, ...days } = edit.days;
      return {
        kind,
        settings: { effectiveFrom, nearDueDays: near, answerDays: { ...answerDays, ...days } },
      };
    }
    case 'curve':
      return { kind, settings: { ...before.curve, ...edit.curve, effectiveFrom } };
  }
}
