/** 规则: the settings of lights, 督办 and curves, each set from a date on. */
import { z } from 'zod';
import type { RuleHistory } from '../domain/supervision/rule-history.ts';
import type { RuleDraft, RuleOpening } from '../domain/supervision/rule-settings.ts';
import { method } from './method.ts';
import { dateText, noInput } from './values.ts';

const threshold = z.number().min(0).max(100);
const days = z.int().min(0).max(366);
const flag = z.enum(['yellow', 'red']);

const lightValues = z.strictObject({
  effectiveFrom: dateText,
  yellowAbove: threshold,
  redAbove: threshold,
  dueSoonDays: days,
  lateStartRedMonths: z.int().min(0).max(12),
  missedMilestoneLight: flag,
  targetUnmetLight: flag,
  aheadAbove: threshold,
  behindAbove: threshold,
});

const actionValues = z.strictObject({
  effectiveFrom: dateText,
  nearDueDays: days,
  answerDays: z.strictObject({ reminder: days, send_back: days, blue: days, yellow: days, red: days }),
});

const curve = z
  .array(z.strictObject({ time: threshold, work: threshold }))
  .max(20)
  .readonly();

const curveValues = z.strictObject({ effectiveFrom: dateText, frontLoaded: curve, backLoaded: curve });

/** What belongs together the domain checks: `checkRule`. */
export const ruleDraft = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('light'), settings: lightValues }),
  z.strictObject({ kind: z.literal('action'), settings: actionValues }),
  z.strictObject({ kind: z.literal('curve'), settings: curveValues }),
]) satisfies z.ZodType<RuleDraft>;

export interface RuleBook extends RuleOpening {
  history: RuleHistory;
}

export const rulesContract = {
  read: method<RuleBook>()('read', noInput),
  /** Those of the same kind and start date are replaced. */
  save: method<RuleBook>()('write', ruleDraft),
};
