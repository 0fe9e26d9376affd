/** 台账 (domain.md, Words) as data: what the services compose and the writer lays out. Plain, so that it can cross to a worker. */
import type { LightName } from './lights/light-names.ts';
import type { TaskKind } from './task.ts';

export type LedgerColumnKey =
  | 'ordinal'
  | 'project'
  | 'content'
  | 'target'
  | 'leader'
  | 'leads'
  | 'others'
  | 'due'
  | 'progress'
  | 'percent'
  | 'light'
  | 'problems'
  | 'next'
  | 'remark';

export interface LedgerColumn {
  key: LedgerColumnKey;
  heading: string;
  /** In digits of the workbook's default font, as spreadsheets measure columns. */
  width: number;
  align: 'left' | 'center';
}

/** The usual columns in the usual order (domain.md, Conventions of the trade). */
const keyColumns: readonly LedgerColumn[] = [
  { key: 'ordinal', heading: '序号', width: 5.5, align: 'center' },
  { key: 'content', heading: '重点工作', width: 33, align: 'left' },
  { key: 'target', heading: '年度目标', width: 18, align: 'left' },
  { key: 'leader', heading: '牵头领导', width: 10.2, align: 'center' },
  { key: 'leads', heading: '牵头单位', width: 14, align: 'left' },
  { key: 'others', heading: '配合单位', width: 19, align: 'left' },
  { key: 'due', heading: '完成时限', width: 13, align: 'center' },
  { key: 'progress', heading: '本期进展', width: 37, align: 'left' },
  { key: 'percent', heading: '完成比例', width: 10.2, align: 'center' },
  { key: 'light', heading: '亮灯', width: 7, align: 'center' },
  { key: 'problems', heading: '存在问题', width: 16, align: 'left' },
  { key: 'next', heading: '下一步措施', width: 16, align: 'left' },
  { key: 'remark', heading: '备注', width: 14, align: 'left' },
];

const projectColumn: LedgerColumn = { key: 'project', heading: '项目名称', width: 11, align: 'center' };

/** 附件2 names its projects and hardly any 配合单位: their column gives its room to 项目名称. */
const livelihoodColumns: readonly LedgerColumn[] = keyColumns.flatMap((column) => {
  if (column.key === 'content') return [projectColumn, { ...column, heading: '项目内容' }];
  return column.key === 'others' ? [{ ...column, width: 10 }] : [column];
});

/** A row is one unit's word on one task. */
const annexColumns: readonly LedgerColumn[] = [
  { key: 'ordinal', heading: '序号', width: 6, align: 'center' },
  { key: 'leads', heading: '单位', width: 26, align: 'left' },
  { key: 'progress', heading: '本期进展', width: 92, align: 'left' },
  { key: 'percent', heading: '完成比例', width: 10, align: 'center' },
  { key: 'problems', heading: '存在问题', width: 36, align: 'left' },
  { key: 'next', heading: '下一步措施', width: 36, align: 'left' },
];

/** `annex`: the single words of tasks that too many units report on (各街镇) to stand in one cell. */
export type LedgerSheetKind = TaskKind | 'annex';

export const ledgerColumns: Record<LedgerSheetKind, readonly LedgerColumn[]> = {
  key: keyColumns,
  livelihood: livelihoodColumns,
  annex: annexColumns,
};

/** In `percent` a number is a percent from 0 to 100, in `ordinal` a number; everywhere else there is text. */
export type LedgerValue = string | number | null;

export interface LedgerTask {
  /** An absent column is empty. */
  cells: Readonly<Partial<Record<LedgerColumnKey, LedgerValue>>>;
  /** Nobody has reported: its 未报 is printed grey. */
  unreported: boolean;
  /** Colours its 亮灯 cell; absent: plain. */
  light?: LightName;
}

export type LedgerEntry =
  | { kind: 'group'; text: string }
  | { kind: 'task'; task: LedgerTask }
  /** One project of 附件2; its number and name stand in cells merged over its items. */
  | { kind: 'project'; label: string; name: string; tasks: LedgerTask[] };

export interface LedgerSheetHead {
  /** The tab's name. */
  name: string;
  columns: LedgerSheetKind;
  title: string;
  /** Below the title, left and right. */
  scopeLine: string;
  countLine: string;
}

export interface LedgerSheet extends LedgerSheetHead {
  /** Rows `entries` will bring. */
  tasks: number;
  /** In chunks, so that a large ledger is never whole in memory. */
  entries: AsyncIterable<readonly LedgerEntry[]> | Iterable<readonly LedgerEntry[]>;
}

export interface LedgerWorkbook {
  sheets: readonly LedgerSheet[];
}

/** Task rows of some entries. */
export function countLedgerTasks(entries: readonly LedgerEntry[]): number {
  let tasks = 0;
  for (const entry of entries) {
    if (entry.kind === 'task') tasks += 1;
    if (entry.kind === 'project') tasks += entry.tasks.length;
  }
  return tasks;
}
