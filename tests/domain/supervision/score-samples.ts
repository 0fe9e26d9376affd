/** Made-up records for the tests of scores. */
import type { ScoredUnit, ScoreFact } from '#shared/domain/supervision/score-facts.ts';
import type {
  PointsRule,
  ScoreFactKind,
  ScoreRule,
  ScoreRules,
} from '#shared/domain/supervision/score-rules.ts';

export const units: ScoredUnit[] = [
  { unit: '区住建局', kind: 'department', tasks: 3 },
  { unit: '区教育局', kind: 'department', tasks: 2 },
  { unit: '区交通局', kind: 'department', tasks: 1 },
  { unit: '区文广局', kind: 'department', tasks: 1 },
  { unit: '五马街道', kind: 'town', tasks: 1 },
  { unit: '藤桥镇', kind: 'town', tasks: 1 },
  { unit: '电信鹿城分局', kind: 'other', tasks: 0 },
];

/** A record with an id of its own; two with the same id are the same record. */
export function fact(
  kind: ScoreFactKind,
  unit: string,
  id: number,
  more: Partial<ScoreFact> = {},
): ScoreFact {
  return {
    kind,
    unit,
    part: 'lead',
    on: '2024-05-30',
    period: '2024-05',
    task: 'Z02-18',
    amount: null,
    ref: { type: kind === 'red_light' || kind === 'behind' ? 'light' : 'return', id, words: `${kind} ${id}` },
    ...more,
  };
}

export function deduction(more: Partial<PointsRule> = {}): PointsRule {
  return {
    key: 'late_return',
    label: '逾期报送',
    counts: 'late_return',
    kind: 'deduction',
    points: 0.5,
    cap: null,
    per: 'record',
    who: ['lead', 'stand_in'],
    ...more,
  };
}

export const praise: PointsRule = deduction({
  key: 'praise',
  label: '批示表扬',
  counts: 'praise',
  kind: 'praise',
  points: 1,
});

export function mark(weight: number): ScoreRule {
  return { key: 'leader_mark', label: '领导评分', counts: 'leader_mark', kind: 'mark', weight };
}

export function rulesOf(...rules: ScoreRule[]): ScoreRules {
  return { year: 2024, version: 1, effectiveFrom: null, base: 100, floor: 0, ceiling: 105, rules };
}
