/** Which column is which: one for each role, the likeliest where several fit, and never a guess between equals. */
import { targetsHeading } from '../form-layout.ts';
import { type ProgressField, progressFieldLabels, progressFields } from '../progress.ts';
import type { PlainCell } from '../sheet.ts';
import { readAmount } from './amount.ts';
import type { ColumnRole } from './column-role.ts';
import type { HeaderColumn } from './find-header.ts';
import type { DataRow, FoundTable } from './find-tables.ts';
import { isCombinedHeading } from './header-words.ts';
import { readPercent } from './percent.ts';
import type { SheetGrid } from './sheet-grid.ts';

export interface TableColumn {
  column: number;
  /** The heading as the file has it, group heads joined by 「·」. */
  heading: string;
}

export interface TableColumns {
  single: Map<ColumnRole, TableColumn>;
  /** Every column that may hold the task's text, likeliest first. */
  contents: TableColumn[];
  /** Why the table cannot be read: two columns are equally like one field. Empty when it can. */
  conflicts: string[];
  notices: string[];
}

interface Candidate extends TableColumn {
  role: ColumnRole;
  rank: number;
}

function isPercent(cell: PlainCell): boolean {
  const reading = readPercent(cell);
  return 'value' in reading && reading.value !== null;
}

/** 「新增企业：35家」 counts as one: the name before it is told apart once the task is known. */
function isTargetValue(cell: PlainCell): boolean {
  if (cell.kind !== 'text') return cell.kind === 'number';
  return cell.text.split('\n').every((line) => readAmount(line.replace(/^.*[:：]/, '')) !== null);
}

/** A column whose heading fits texts and percents alike is what most of its cells are; a tie is the heading's own. */
function settledRole(grid: SheetGrid, rows: readonly DataRow[], column: HeaderColumn): ColumnRole | null {
  const { meaning } = column;
  if (meaning === null || !meaning.decidedByCells) return meaning?.role ?? null;
  const isAmount = meaning.role === 'targets' ? isTargetValue : isPercent;
  let amounts = 0;
  let texts = 0;
  for (const { row } of rows) {
    const cell = grid.cell(row, column.column);
    if (cell === null || cell.text.trim() === '') continue;
    if (isAmount(cell)) amounts += 1;
    else if (cell.kind === 'text') texts += 1;
  }
  if (amounts === texts) return meaning.role;
  if (amounts < texts) return 'narrative';
  return meaning.role === 'targets' ? 'targets' : 'percent';
}

function headingOf({ path }: HeaderColumn): string {
  return path.map((heading) => heading.replace(/\s+/g, '')).join('·');
}

function candidatesOf(grid: SheetGrid, { header, rows }: FoundTable): Candidate[] {
  const hidden = new Set(grid.sheet.hiddenColumns);
  return header.columns.flatMap((column) => {
    const role = settledRole(grid, rows, column);
    if (role === null || column.meaning === null) return [];
    const rank = column.meaning.rank - (hidden.has(column.column) ? 10 : 0);
    return [{ role, rank, column: column.column, heading: headingOf(column) }];
  });
}

/** 「6月进展」 beside 「5月进展」: the period's month is meant. @param month 1 to 12, null when not known */
function ofMonth(candidates: readonly Candidate[], month: number | null): readonly Candidate[] {
  const monthOf = ({ heading }: Candidate) => /(\d{1,2})月/.exec(heading.normalize('NFKC'))?.[1];
  const ofPeriod = candidates.filter((candidate) => Number(monthOf(candidate)) === month);
  return ofPeriod.length > 0 && candidates.some((other) => monthOf(other)) ? ofPeriod : candidates;
}

function likeliest(candidates: readonly Candidate[], month: number | null): readonly Candidate[] {
  const best = Math.max(...candidates.map(({ rank }) => rank));
  const top = candidates.filter(({ rank }) => rank === best);
  return top.length > 1 ? ofMonth(top, month) : top;
}

function ambiguity(role: ColumnRole, equals: readonly Candidate[]): string {
  const headings = equals.map(({ heading }) => `「${heading}」`).join('和');
  const label = role === 'targets' ? targetsHeading : progressFieldLabels[role as ProgressField];
  return `${headings}都像「${label}」，分不清该取哪一列，请只保留一列，或改用下发的填报表。`;
}

function unknownColumnNotice(grid: SheetGrid, { header, rows }: FoundTable): string[] {
  const hasContent = (column: number) => rows.some(({ row }) => grid.text(row, column) !== '');
  const unread = header.columns.filter((column) => column.meaning === null && hasContent(column.column));
  const visible = unread.filter(({ column }) => !grid.sheet.hiddenColumns.includes(column));
  if (visible.length === 0) return [];
  return [`没有对应的栏目、没有导入的列：${visible.map(headingOf).join('、')}。`];
}

function combinedNotice(single: ReadonlyMap<ColumnRole, TableColumn>): string[] {
  const problems = single.get('problems');
  if (problems === undefined || !isCombinedHeading(problems.heading)) return [];
  return [`「${problems.heading}」合在一列，全部记入「${progressFieldLabels.problems}」。`];
}

/** @param month of the period the file reports on, 1 to 12; null when not known */
export function resolveColumns(grid: SheetGrid, table: FoundTable, month: number | null): TableColumns {
  const candidates = candidatesOf(grid, table);
  const single = new Map<ColumnRole, TableColumn>();
  const conflicts: string[] = [];
  for (const role of new Set(candidates.map((candidate) => candidate.role))) {
    const top = likeliest(
      candidates.filter((candidate) => candidate.role === role),
      month,
    );
    const [first] = top;
    if (first === undefined) continue;
    single.set(role, first);
    const isReported = role === 'targets' || progressFields.some((field) => field === role);
    if (isReported && top.length > 1) conflicts.push(ambiguity(role, top));
  }
  const contents = candidates.filter(({ role }) => role === 'content').sort((a, b) => b.rank - a.rank);
  const project = single.get('project');
  if (contents.length === 0 && project !== undefined) contents.push({ ...project, role: 'content', rank: 0 });
  const notices = [...unknownColumnNotice(grid, table), ...combinedNotice(single)];
  return { single, contents, conflicts, notices };
}
