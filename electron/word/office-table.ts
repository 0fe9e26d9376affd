/** Tables in papers: thick outside, thin inside, the header on every page. */
import {
  BorderStyle,
  convertMillimetersToTwip,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { cellParagraphs, type Measure } from './office-paper.ts';

export interface PaperColumn {
  heading: string;
  /** Millimetres; a page takes 156. */
  width: number;
  isCentred?: boolean;
}

/** 小四, the usual size in a table. */
export const tableMeasure: Measure = { size: 12, line: 17 };
/** 10 pt, for a table that shares one page with other text. */
export const compactTableMeasure: Measure = { size: 10, line: 13 };

/** Eighths of a point: 1.5 pt and 0.75 pt. */
const outer = { style: BorderStyle.SINGLE, size: 12, color: '000000' };
const inner = { style: BorderStyle.SINGLE, size: 6, color: '000000' };

/** Twentieths of a point. */
const cellMargins = { left: 60, right: 60, top: 20, bottom: 20 };

function row(
  columns: readonly PaperColumn[],
  cells: readonly string[],
  isHeading: boolean,
  measure: Measure,
  breaking: RowBreaking,
): TableRow {
  return new TableRow({
    tableHeader: isHeading,
    cantSplit: isHeading || breaking === 'whole',
    children: columns.map(
      ({ width, isCentred = false }, index) =>
        new TableCell({
          width: { size: convertMillimetersToTwip(width), type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          margins: cellMargins,
          children: cellParagraphs(cells[index] ?? '', { isHeading, isCentred, measure }),
        }),
    ),
  });
}

/** Rows that may be longer than a page have to break across it. */
export type RowBreaking = 'whole' | 'across pages';

/** @param rows texts in the columns' order */
export function officeTable(
  columns: readonly PaperColumn[],
  rows: readonly (readonly string[])[],
  measure = tableMeasure,
  breaking: RowBreaking = 'whole',
): Table {
  const headings = columns.map(({ heading }) => heading);
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: columns.map(({ width }) => convertMillimetersToTwip(width)),
    width: {
      size: convertMillimetersToTwip(columns.reduce((sum, { width }) => sum + width, 0)),
      type: WidthType.DXA,
    },
    borders: {
      top: outer,
      bottom: outer,
      left: outer,
      right: outer,
      insideHorizontal: inner,
      insideVertical: inner,
    },
    rows: [
      row(columns, headings, true, measure, breaking),
      ...rows.map((cells) => row(columns, cells, false, measure, breaking)),
    ],
  });
}
