/** The kinds of rules an office sets from a date on, each with the program's own to begin with. */
import { type ActionSettings, checkActionSettings, defaultActionSettings } from './action-settings.ts';
import { type CurveSettings, checkCurves, defaultCurves } from './curves.ts';
import { dateLabel } from './dates.ts';
import { checkLightSettings, defaultLightSettings, type LightSettings } from './light-settings.ts';

export interface RuleSettings {
  light: LightSettings;
  action: ActionSettings;
  curve: CurveSettings;
}

export type RuleKind = keyof RuleSettings;

export const ruleKinds: readonly RuleKind[] = ['light', 'action', 'curve'];

export const ruleKindLabels: Record<RuleKind, string> = {
  light: '亮灯规则',
  action: '督办规则',
  curve: '序时曲线',
};

/** They hold from the beginning and are never stored. */
export const defaultRules: RuleSettings = {
  light: defaultLightSettings,
  action: defaultActionSettings,
  curve: defaultCurves,
};

/** One kind's settings, as they are proposed and stored. */
export type RuleDraft = { [Kind in RuleKind]: { kind: Kind; settings: RuleSettings[Kind] } }[RuleKind];

function checkValues(draft: RuleDraft): string[] {
  switch (draft.kind) {
    case 'light':
      return checkLightSettings([draft.settings]);
    case 'action':
      return checkActionSettings([draft.settings]);
    case 'curve':
      return checkCurves([draft.settings]);
  }
}

/** From when on rules may still be changed. */
export interface RuleOpening {
  /** The first day on which new settings may begin: what was published before it stays as it was. */
  openFrom: string;
  /** The published period that ends the day before, 「2024年6月」; null while nothing is published. */
  publishedUntil: string | null;
}

/** Why settings may not begin on their day, naming the first day that is allowed; null when they may. */
export function findPublished(
  { kind, settings }: RuleDraft,
  { openFrom, publishedUntil }: RuleOpening,
): string | null {
  if (publishedUntil === null || settings.effectiveFrom >= openFrom) return null;
  const subject = ruleKindLabels[kind];
  const first = dateLabel(openFrom);
  return `${publishedUntil}已经发布，到期末为止的${subject}不能再变。新的${subject}请从${first}或以后起生效。`;
}

/** What is wrong with settings an office wants to begin, a sentence each; empty when nothing is. */
export function checkRule(draft: RuleDraft): string[] {
  const { effectiveFrom } = defaultRules[draft.kind];
  const isTooEarly = draft.settings.effectiveFrom <= effectiveFrom;
  return [
    ...checkValues(draft),
    ...(isTooEarly ? [`生效日期须晚于${dateLabel(effectiveFrom)}，请修改。`] : []),
  ];
}
