/** The rules' settings as they are read: what an office has set, and the program's own from the beginning. */
import type { RuleBook } from '#shared/contract/rules.ts';
import { latestEnding, periodEnd, periodLabel } from '#shared/domain/period.ts';
import type { CurveSettings } from '#shared/domain/supervision/curves.ts';
import { addDays } from '#shared/domain/supervision/dates.ts';
import type { LightSettings } from '#shared/domain/supervision/light-settings.ts';
import type { RuleEntry } from '#shared/domain/supervision/rule-history.ts';
import {
  defaultRules,
  type RuleKind,
  type RuleOpening,
  type RuleSettings,
} from '#shared/domain/supervision/rule-settings.ts';
import type { Reader } from '../db/executor.ts';
import { listPublishedPeriods } from '../db/repositories/publication.repository.ts';
import { listRuleSettings } from '../db/repositories/rule-setting.repository.ts';

async function readHistory<Kind extends RuleKind>(reader: Reader, kind: Kind): Promise<RuleEntry<Kind>[]> {
  const stored = await listRuleSettings(reader, kind);
  const entries = stored.map(({ settings, createdAt, createdBy }) => ({ settings, createdAt, createdBy }));
  return [...entries, { settings: defaultRules[kind], createdAt: null, createdBy: null }];
}

/** All there ever were, newest first. */
export async function readRuleSettings<Kind extends RuleKind>(
  reader: Reader,
  kind: Kind,
): Promise<RuleSettings[Kind][]> {
  return (await readHistory(reader, kind)).map(({ settings }) => settings);
}

/** What lights are judged by, each list with all there ever were. */
export interface JudgingRules {
  light: readonly LightSettings[];
  curves: readonly CurveSettings[];
}

export async function readJudgingRules(reader: Reader): Promise<JudgingRules> {
  return {
    light: await readRuleSettings(reader, 'light'),
    curves: await readRuleSettings(reader, 'curve'),
  };
}

/** The day after what the program begins with: nothing may begin before it. */
const firstDay = addDays(defaultRules.light.effectiveFrom, 1);

/** What was published stays as it was, so that settings begin only after the last of it. */
async function readOpening(reader: Reader): Promise<RuleOpening> {
  const last = latestEnding(await listPublishedPeriods(reader));
  if (last === null) return { openFrom: firstDay, publishedUntil: null };
  return { openFrom: addDays(periodEnd(last), 1), publishedUntil: periodLabel(last) };
}

export async function readRuleBook(reader: Reader): Promise<RuleBook> {
  return {
    history: {
      light: await readHistory(reader, 'light'),
      action: await readHistory(reader, 'action'),
      curve: await readHistory(reader, 'curve'),
    },
    ...(await readOpening(reader)),
  };
}
