import type { NoticeLeader, NoticeSection } from '#shared/domain/notice.ts';
import type { TableRow } from './annex-blocks.ts';
import type { SectionedRows, TaskRow } from './key-sections.ts';
import { findLeader } from './leaders.ts';
import { noticeError } from './notice-error.ts';
import type { ColumnName } from './table-columns.ts';

const mergedInPrint: readonly ColumnName[] = ['ordinal', 'project', 'leader', 'units', 'leads'];

/** Rule 6: a blank cell in a column of merged cells has the text of the row above. */
function inheritBlanks(row: TableRow, above: TableRow | undefined): TableRow {
  if (above === undefined) return row;
  const inherited = mergedInPrint.map((column) => [column, row.cells[column] || above.cells[column]]);
  return { ...row, cells: { ...row.cells, ...Object.fromEntries(inherited) } };
}

/** @throws AppError `bad_seed` when a project's number and name do not begin together or its number is not next */
function checkProjectStart(file: string, row: TableRow, expected: number): void {
  const place = { file, line: row.line };
  const { ordinal, project } = row.cells;
  if (ordinal === '') {
    const problem = project === '' ? '第一行没有序号和项目名称。' : `项目「${project}」没有序号。`;
    throw noticeError(place, problem);
  }
  if (project === '') throw noticeError(place, `第 ${ordinal} 项没有项目名称。`);
  if (ordinal !== String(expected)) {
    throw noticeError(place, `序号应为 ${expected}，实为「${ordinal}」，请检查是否缺行、重号或串行。`);
  }
}

function openProject(row: TableRow): NoticeSection {
  const { ordinal, project } = row.cells;
  const section = { kind: 'livelihood', ordinal: Number(ordinal), label: ordinal, title: project } as const;
  return { ...section, leader: null, remark: '', line: row.line };
}

function projectRow(
  file: string,
  table: TableRow,
  section: NoticeSection,
  row: number,
  known: readonly NoticeLeader[],
): TaskRow {
  const place = { file, line: table.line };
  if (table.cells.content === '') throw noticeError(place, '项目内容是空的。');
  const leader = findLeader(table.cells.leader, known);
  if (leader === null) throw noticeError(place, '没有牵头领导，上面也没有可沿用的。');
  return { section, row, leader, project: section.title, table };
}

/** A project has a leader of its own when all its items agree. */
function commonLeader(rows: readonly TaskRow[]): NoticeLeader | null {
  const first = rows[0]?.leader ?? null;
  return rows.every((row) => row.leader?.name === first?.name) ? first : null;
}

/** Whether the row begins a project; one cut across pages may repeat its number and name. */
function beginsProject(row: TableRow, current: NoticeSection | undefined): boolean {
  const { ordinal, project } = row.cells;
  if (current === undefined) return true;
  return (ordinal !== '' && ordinal !== current.label) || (project !== '' && project !== current.title);
}

interface Project {
  section: NoticeSection;
  tables: TableRow[];
}

function groupIntoProjects(file: string, rows: readonly TableRow[]): Project[] {
  const projects: Project[] = [];
  let above: TableRow | undefined;
  for (const printed of rows) {
    if (beginsProject(printed, projects.at(-1)?.section)) {
      checkProjectStart(file, printed, projects.length + 1);
      projects.push({ section: openProject(printed), tables: [] });
    }
    above = inheritBlanks(printed, above);
    projects.at(-1)?.tables.push(above);
  }
  return projects;
}

/**
 * The projects of 民生实事 and their items.
 * @param known the section leaders; an item's leader of the same name is the same person
 * @throws AppError `bad_seed`
 */
export function readLivelihoodProjects(
  file: string,
  rows: readonly TableRow[],
  known: readonly NoticeLeader[],
): SectionedRows {
  const result: SectionedRows = { sections: [], rows: [] };
  for (const { section, tables } of groupIntoProjects(file, rows)) {
    const items = tables.map((table, index) => projectRow(file, table, section, index + 1, known));
    section.leader = commonLeader(items);
    result.sections.push(section);
    result.rows.push(...items);
  }
  return result;
}
