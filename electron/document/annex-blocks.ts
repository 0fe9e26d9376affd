import {
  isAnnexMark,
  isDistributionLine,
  isFurniture,
  parseSectionHeading,
  type SectionHeading,
} from './annex-lines.ts';
import { noticeError, noticeFileError } from './notice-error.ts';
import { type SourceLine, withoutHeadingMarks } from './source-lines.ts';
import { type ColumnName, isHeaderRow, readHeader, splitRow, type TableHeader } from './table-columns.ts';

/** One table row that is not a header. */
export interface TableRow {
  line: number;
  header: TableHeader;
  /** By column; a column the table lacks is an empty text. */
  cells: Readonly<Record<ColumnName, string>>;
}

/** A section of 附件1 with its rows. */
export interface SectionBlock extends SectionHeading {
  line: number;
  /** Text that stands where a table would: 「总负责。」. */
  remark: string;
  rows: TableRow[];
}

/** The annexes' tables, still as printed. */
export interface AnnexBlocks {
  sections: SectionBlock[];
  /** Rows of the 民生实事 table, repeated headers dropped. */
  livelihoodRows: TableRow[];
}

const emptyCells: Record<ColumnName, string> = {
  ordinal: '',
  project: '',
  content: '',
  leader: '',
  units: '',
  leads: '',
  remark: '',
};

/** Walks the annexes' lines once; one instance a notice. */
class AnnexWalker {
  readonly blocks: AnnexBlocks = { sections: [], livelihoodRows: [] };
  private section: SectionBlock | null = null;
  private header: TableHeader | null = null;
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  read(line: SourceLine): void {
    const cells = splitRow(line.text);
    const heading = cells === null ? parseSectionHeading(line.text) : null;
    if (isAnnexMark(line.text)) this.openAnnex();
    else if (cells !== null) this.readRow(line, cells);
    else if (heading !== null) this.openSection(line, heading);
    else if (!isFurniture(line.text)) this.readText(line);
  }

  private openAnnex(): void {
    this.section = null;
    this.header = null;
  }

  private openSection(line: SourceLine, heading: SectionHeading): void {
    const expected = this.blocks.sections.length + 1;
    if (heading.ordinal !== expected) {
      throw noticeError(
        this.place(line),
        `这是第${heading.label}部分，按顺序应是第 ${expected} 部分，请检查标题是否缺漏或重复。`,
      );
    }
    this.section = { ...heading, line: line.number, remark: '', rows: [] };
    this.header = null;
    this.blocks.sections.push(this.section);
  }

  private readRow(line: SourceLine, cells: string[]): void {
    if (isHeaderRow(cells)) {
      this.header = readHeader(this.place(line), cells);
      return;
    }
    const row = this.tableRow(line, cells);
    if (row.header.kind === 'livelihood') this.blocks.livelihoodRows.push(row);
    else if (this.section !== null) this.section.rows.push(row);
    else throw noticeError(this.place(line), '这一行不在任何部分之下，表格前应有「一、…」这样的标题。');
  }

  private tableRow(line: SourceLine, cells: string[]): TableRow {
    const header = this.header;
    if (header === null)
      throw noticeError(this.place(line), '这一行之前没有表头（序号、重点工作、责任单位、备注）。');
    const expected = header.columns.length;
    if (cells.length !== expected) {
      throw noticeError(
        this.place(line),
        `应有 ${expected} 列，实有 ${cells.length} 列，请检查制表符是否多了或少了。`,
      );
    }
    const named = header.columns.map((column, index) => [column, cells[index] ?? '']);
    return { line: line.number, header, cells: { ...emptyCells, ...Object.fromEntries(named) } };
  }

  private readText(line: SourceLine): void {
    const text = withoutHeadingMarks(line.text);
    if (this.header !== null) {
      throw noticeError(
        this.place(line),
        `「${text.slice(0, 20)}」既不是表格行也不是标题，可能是上一行被折断。`,
      );
    }
    if (this.section !== null) this.section.remark += text;
  }

  private place(line: SourceLine) {
    return { file: this.file, line: line.number };
  }
}

/**
 * Cuts the annexes into sections and rows (domain.md, How the notice is read, rules 5 and 6): headings may have
 * any level, header rows repeat, a section may have a remark instead of rows. Text between an annex mark and its
 * first heading or table is the annex's own title.
 * @param lines the lines from the first annex mark on
 * @throws AppError `bad_seed` naming the line that fits nowhere
 */
export function readAnnexBlocks(file: string, lines: readonly SourceLine[]): AnnexBlocks {
  const walker = new AnnexWalker(file);
  for (const line of lines) {
    if (isDistributionLine(line.text)) break;
    walker.read(line);
  }
  const { sections, livelihoodRows } = walker.blocks;
  const found = sections.some((section) => section.rows.length > 0) || livelihoodRows.length > 0;
  if (!found) throw noticeFileError(file, '附件里没有找到任何任务，请确认表格各列用制表符分隔。');
  return walker.blocks;
}
