/** 考核 rules as data, a version per year. domain.md, Conventions: scores start from 100, weights are settings. */
import { type Period, periodEnd, periodLastMonth, periodYear } from '../period.ts';

/** What a record of the year counts as. */
export type ScoreFactKind =
  | 'late_return'
  | 'missing_return'
  | 'returned_for_redo'
  | 'behind'
  | 'red_light'
  | 'order_missed'
  | 'praise'
  | 'leader_mark';

export const scoreFactLabels: Record<ScoreFactKind, string> = {
  late_return: '逾期报送',
  missing_return: '未报送',
  returned_for_redo: '退回重报',
  behind: '欠进度',
  red_light: '红灯',
  order_missed: '督办单逾期答复',
  praise: '批示表扬',
  leader_mark: '领导评分',
};

/** What is counted once: a unit's return of a period, a task in a period, a task in the whole time, each record. */
export type CountedPer = 'return' | 'report' | 'task' | 'record';

export const countedPerLabels: Record<CountedPer, string> = {
  return: '每期',
  report: '每项任务每期',
  task: '每项任务',
  record: '每次',
};

/**
 * A unit's part in the task a record belongs to. 配合 (`support`) is shown without penalty; `stand_in` is a 填报单位
 * of a task without a lead (domain.md, 填报单位); `unit` is a record about the unit as a whole (表扬, a return).
 */
export type ScorePart = 'lead' | 'stand_in' | 'support' | 'unit';

/** Who may be counted; 配合 is not among them. */
export type CountedPart = Extract<ScorePart, 'lead' | 'stand_in'>;

interface RuleHead {
  key: string;
  label: string;
  counts: ScoreFactKind;
}

/** Points per count: subtracted by a deduction, added by a praise. */
export interface PointsRule extends RuleHead {
  kind: 'deduction' | 'praise';
  /** Not negative, two decimals at most. */
  points: number;
  /** The most the rule moves a score; null for no limit. */
  cap: number | null;
  per: CountedPer;
  /** Whose records count; records about the unit as a whole always do. */
  who: readonly CountedPart[];
}

/** The leaders' mark (their mean, 0 to 100) replaces so many percent of the score. Without a mark nothing changes. */
export interface MarkRule extends RuleHead {
  kind: 'mark';
  /** 0 to 100 */
  weight: number;
}

export type ScoreRule = PointsRule | MarkRule;

export interface ScoreRules {
  year: number;
  /** From 1; a change is a new version. */
  version: number;
  /** The first period they count for; null while they are only tried. */
  effectiveFrom: Period | null;
  base: number;
  floor: number;
  ceiling: number;
  rules: readonly ScoreRule[];
}

type PointsRow = [
  counts: ScoreFactKind,
  kind: PointsRule['kind'],
  points: number,
  cap: number,
  per: CountedPer,
];

/** Small enough that one bad month decides nothing, capped so that one kind of slip does not eat the rest. */
const defaultPoints: readonly PointsRow[] = [
  ['late_return', 'deduction', 0.5, 5, 'return'],
  ['missing_return', 'deduction', 1, 10, 'return'],
  ['returned_for_redo', 'deduction', 0.5, 5, 'return'],
  ['behind', 'deduction', 0.5, 10, 'report'],
  ['red_light', 'deduction', 1, 20, 'report'],
  ['order_missed', 'deduction', 1, 10, 'record'],
  ['praise', 'praise', 1, 5, 'record'],
];

function pointsRule([counts, kind, points, cap, per]: PointsRow): PointsRule {
  return {
    key: counts,
    label: scoreFactLabels[counts],
    counts,
    kind,
    points,
    cap,
    per,
    who: ['lead', 'stand_in'],
  };
}

/**
 * What an office begins with. domain.md says what moves a score and that it starts from 100, not by how much: the
 * figures are the program's proposal. Stand-ins count, because a task all towns share has no lead and they would
 * otherwise never be ranked; an office that wants leads alone takes `stand_in` out.
 */
export function defaultScoreRules(year: number): ScoreRules {
  const mark: MarkRule = {
    key: 'leader_mark',
    label: scoreFactLabels.leader_mark,
    counts: 'leader_mark',
    kind: 'mark',
    weight: 10,
  };
  return {
    year,
    version: 1,
    effectiveFrom: `${year}-01` as Period,
    base: 100,
    floor: 0,
    ceiling: 105,
    rules: [...defaultPoints.map(pointsRule), mark],
  };
}

/** `YYYY-MM`; a quarter's rules count from its first month on. */
function firstMonth(period: Period): string {
  const month = periodLastMonth(period) - (period.includes('Q') ? 2 : 0);
  return `${periodYear(period)}-${String(month).padStart(2, '0')}`;
}

/** The newest version that counts for a period, of the period's own year; null when there is none. */
export function scoreRulesFor(versions: readonly ScoreRules[], period: Period): ScoreRules | null {
  return versions
    .filter(({ year }) => year === periodYear(period))
    .filter(({ effectiveFrom }) => effectiveFrom !== null && firstMonth(effectiveFrom) <= periodEnd(period))
    .reduce<ScoreRules | null>(
      (newest, rules) => (newest === null || rules.version > newest.version ? rules : newest),
      null,
    );
}
