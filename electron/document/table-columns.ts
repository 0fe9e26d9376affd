import type { TaskKind } from '#shared/domain/task.ts';
import { noticeError, type SourcePlace } from './notice-error.ts';

/** What a column holds. `leads` is a unit column whose header itself says that the units lead (牵头单位). */
export type ColumnName = 'ordinal' | 'project' | 'content' | 'leader' | 'units' | 'leads' | 'remark';

/** A table as its header row describes it. */
export interface TableHeader {
  kind: TaskKind;
  columns: readonly ColumnName[];
}

const columnNames = new Map<string, ColumnName>([
  ['序号', 'ordinal'],
  ['项目名称', 'project'],
  ['重点工作', 'content'],
  ['工作任务', 'content'],
  ['工作内容', 'content'],
  ['项目内容', 'content'],
  ['牵头领导', 'leader'],
  ['责任单位', 'units'],
  ['牵头单位', 'leads'],
  ['备注', 'remark'],
]);

/** Cells of a row, without the table's own padding; null for a line that is not a table row. */
export function splitRow(text: string): string[] | null {
  return text.includes('\t') ? text.split('\t').map((cell) => cell.trim()) : null;
}

/** Whether the row is a header: a section cut across printed pages repeats it. */
export function isHeaderRow(cells: readonly string[]): boolean {
  return columnNames.get(cells[0]?.replace(/\s+/gu, '') ?? '') === 'ordinal';
}

/**
 * Reads a header row: columns may stand in any order; a 项目名称 column makes the table one of 民生实事.
 * @throws AppError `bad_seed` for an unknown column, or when content or units have no column
 */
export function readHeader(place: SourcePlace, cells: readonly string[]): TableHeader {
  const columns = cells.map((cell) => {
    const name = columnNames.get(cell.replace(/\s+/gu, ''));
    if (name !== undefined) return name;
    throw noticeError(place, `表头「${cell}」不认识，可用的有：${[...columnNames.keys()].join('、')}。`);
  });
  if (new Set(columns).size < columns.length) throw noticeError(place, '表头有重复的列。');
  const complete = columns.includes('content') && (columns.includes('units') || columns.includes('leads'));
  if (!complete) throw noticeError(place, '表头不完整，至少要有序号、工作内容和单位三列。');
  const kind = columns.includes('project') ? 'livelihood' : 'key';
  if (kind === 'livelihood' && !columns.includes('leader'))
    throw noticeError(place, '表头缺少「牵头领导」一列。');
  return { kind, columns };
}
