/** What a column of a returned table is about. */
import type { ProgressField } from '../progress.ts';

/** Columns that say which task a row is. */
export type LabelRole =
  | 'code'
  | 'number'
  | 'content'
  | 'project'
  | 'section'
  | 'leader'
  | 'unit'
  /** Known, and not read: 年度目标, 上期进展, 角色, 完成时限, 亮灯… */
  | 'context';

export type ColumnRole =
  | LabelRole
  | ProgressField
  /** 指标完成值: read once the row's task and with it its targets are known. */
  | 'targets'
  /** 填报日期 */
  | 'reportedOn';

/** What a person taught of one unit's headings: folded for matching, group heads before their columns. */
export type LearnedHeadings = ReadonlyMap<string, ColumnRole>;

/** Columns of which one value tells the task. */
export const identifyingRoles: readonly ColumnRole[] = ['code', 'number', 'content', 'project'];

/** Columns that make a table a progress table. */
export const reportingRoles: readonly ColumnRole[] = [
  'narrative',
  'percent',
  'status',
  'problems',
  'next',
  'targets',
];

export interface HeadingMeaning {
  role: ColumnRole;
  /** Among columns of one role the higher is meant: 「本期进展」 before 「完成情况」. */
  rank: number;
  /** 进度 may head texts or percents; the column's cells decide between narrative and percent. */
  decidedByCells: boolean;
}
