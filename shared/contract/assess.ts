/** 考核 and 发布: scores with the records behind them, the rules they follow, and periods frozen as they were published. */
import { z } from 'zod';
import type { ScoreChange } from '../domain/supervision/compare-scores.ts';
import type { PublishedContent } from '../domain/supervision/publication.ts';
import type { UnitScore } from '../domain/supervision/score.ts';
import type { ScoreFactKind, ScoreRules } from '../domain/supervision/score-rules.ts';
import { method } from './method.ts';
import { filePath, jobId, noInput, periodText, rowId, shortText } from './values.ts';

export interface ScoreSheet {
  period: string;
  label: string;
  /** Records up to this day count, `YYYY-MM-DD`. */
  closedOn: string;
  /** The periods whose returns and lights count, oldest first. */
  periods: string[];
  rules: ScoreRules;
  /** By kind of unit, then by rank. */
  scores: UnitScore[];
  /** Against this period's last edition, else the last one of the period published before. */
  changes: ScoreChange[];
  /** What `changes` compares with, in words; null when there is nothing to compare with. */
  comparedWith: string | null;
}

/** What rules would change, on the records of the last period before they are to count. */
export interface RulesTrial {
  rulesId: number;
  version: number;
  effectiveFrom: string;
  /** 「2024年5月」: the period whose records were scored twice. */
  label: string;
  /** 「现行规则（第1版）」 */
  comparedWith: string;
  changes: ScoreChange[];
  /** How many units are scored. */
  scored: number;
  /** Of all this: rules are put in force on what was seen, and on nothing else. */
  seal: string;
}

export interface ScoreRulesEntry {
  /** Null for the program's own proposal, which counts before any version put in force. */
  id: number | null;
  rules: ScoreRules;
  createdAt: string | null;
  createdBy: string | null;
}

export const scorecardFormats = ['xlsx', 'docx'] as const;
export type ScorecardFormat = (typeof scorecardFormats)[number];

const points = z.number().min(0).max(1_000);
const ruleHead = {
  key: z.string().min(1).max(40),
  label: shortText.trim(),
  counts: z.enum([
    'late_return',
    'missing_return',
    'returned_for_redo',
    'behind',
    'red_light',
    'order_missed',
    'praise',
    'leader_mark',
  ] satisfies ScoreFactKind[]),
};

/** What belongs together is checked by shared/domain/supervision/check-score-rules.ts. */
export const scoreRulesValues = z.strictObject({
  year: z.int().min(1949).max(9999),
  base: points,
  floor: points,
  ceiling: points,
  rules: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          ...ruleHead,
          kind: z.enum(['deduction', 'praise']),
          points,
          cap: points.nullable(),
          per: z.enum(['return', 'report', 'task', 'record']),
          who: z.array(z.enum(['lead', 'stand_in'])).max(2),
        }),
        z.strictObject({ ...ruleHead, kind: z.literal('mark'), weight: z.number().min(0).max(100) }),
      ]),
    )
    .max(30),
});
export type ScoreRulesValues = z.output<typeof scoreRulesValues>;

export interface UnitMark {
  id: number;
  unitId: number;
  unit: string;
  period: string;
  kind: 'praise' | 'leader_mark';
  points: number;
  reason: string;
  createdAt: string;
  createdBy: string;
}

export const unitMarkEntry = z.strictObject({
  unitId: rowId,
  period: periodText,
  kind: z.enum(['praise', 'leader_mark']),
  points,
  reason: shortText.trim().min(1, '请写明依据'),
});
export type UnitMarkEntry = z.output<typeof unitMarkEntry>;

export interface PublicationSummary {
  id: number;
  period: string;
  edition: number;
  /** 「第2版（更正：…）」 */
  label: string;
  publishedAt: string;
  publishedBy: string;
  sha256: string;
  documents: string[];
}

export interface PublicationDetail extends PublicationSummary {
  reason: string;
  content: PublishedContent;
  /** One sentence when what is stored is no longer what was sealed; null when it is. */
  problem: string | null;
}

export const assessContract = {
  scores: method<ScoreSheet>()('read', z.strictObject({ period: periodText })),
  rules: method<ScoreRulesEntry[]>()('read', z.strictObject({ year: z.int() })),
  /** Always a new version, which does not count until it was tried and put in force. */
  saveRules: method<ScoreRulesEntry[]>()('write', scoreRulesValues),
  tryRules: method<RulesTrial>()('read', z.strictObject({ rulesId: rowId, effectiveFrom: periodText })),
  putInForce: method<ScoreRulesEntry[]>()(
    'write',
    z.strictObject({ rulesId: rowId, effectiveFrom: periodText, seal: z.string().length(64) }),
  ),
  marks: method<UnitMark[]>()('read', z.strictObject({ year: z.int() })),
  addMark: method<UnitMark[]>()('write', unitMarkEntry),
  withdrawMark: method<UnitMark[]>()('write', z.strictObject({ markId: rowId })),
  exportRanking: method<{ file: string }>()('output', z.strictObject({ period: periodText, file: filePath })),
  exportScorecards: method<{ directory: string; files: string[] }>()(
    'output',
    z.strictObject({
      period: periodText,
      /** Canonical name; absent: all that are scored. */
      unit: shortText.optional(),
      formats: z.array(z.enum(scorecardFormats)).min(1, '请选择成绩单的格式'),
      directory: filePath,
      jobId,
    }),
  ),
  publish: method<PublicationDetail>()(
    'write',
    z.strictObject({ period: periodText, reason: shortText.trim().default(''), jobId }),
  ),
  publications: method<PublicationSummary[]>()('read', noInput),
  publication: method<PublicationDetail>()('read', z.strictObject({ id: rowId })),
  /** Copies the papers as they were published. */
  reprint: method<{ files: string[] }>()('output', z.strictObject({ id: rowId, directory: filePath })),
};
