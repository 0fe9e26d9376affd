import type { NoticeLeader, NoticeSection } from '#shared/domain/notice.ts';
import type { SectionBlock, TableRow } from './annex-blocks.ts';
import { parseSectionLeader } from './leaders.ts';
import { noticeError } from './notice-error.ts';

/** A row that is known to be a task: where it stands and who leads it. */
export interface TaskRow {
  section: NoticeSection;
  /** 1-based row inside the section. */
  row: number;
  leader: NoticeLeader | null;
  project: string | null;
  table: TableRow;
}

/** A list of sections and the tasks in them, in printed order. */
export interface SectionedRows {
  sections: NoticeSection[];
  rows: TaskRow[];
}

/** @throws AppError `bad_seed` when a row's 序号 is not the one that follows */
function checkOrdinal(file: string, table: TableRow, expected: number): void {
  const printed = table.cells.ordinal;
  if (printed === String(expected)) return;
  throw noticeError(
    { file, line: table.line },
    `序号应为 ${expected}，实为「${printed}」，请检查是否缺行、重号或串行。`,
  );
}

function taskRow(file: string, section: NoticeSection, table: TableRow, row: number): TaskRow {
  checkOrdinal(file, table, row);
  if (table.cells.content === '') throw noticeError({ file, line: table.line }, '工作内容是空的。');
  return { section, row, leader: section.leader, project: null, table };
}

/** The sections of 重点工作: each has its heading's leader, its rows numbered from 1. @throws AppError `bad_seed` */
export function readKeySections(file: string, blocks: readonly SectionBlock[]): SectionedRows {
  const result: SectionedRows = { sections: [], rows: [] };
  for (const { ordinal, label, title, remark, line, rows } of blocks) {
    const leader = parseSectionLeader({ file, line }, title);
    const section: NoticeSection = { kind: 'key', ordinal, label, title, leader, remark, line };
    if (rows.length === 0 && remark === '')
      throw noticeError({ file, line }, `「${title}」之下没有表格也没有文字。`);
    result.sections.push(section);
    result.rows.push(...rows.map((table, index) => taskRow(file, section, table, index + 1)));
  }
  return result;
}
