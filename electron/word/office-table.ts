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
import { cellParagraphs } from './office-paper.ts';

export interface PaperColumn {
  heading: string;
  /** Millimetres; a page takes 156. */
  width: number;
}

/** Eighths of a point: 1.5 pt and 0.75 pt. */
const outer = { style: BorderStyle.SINGLE, size: 12, color: '000000' };
const inner = { style: BorderStyle.SINGLE, size: 6, color: '000000' };

function row(columns: readonly PaperColumn[], cells: readonly string[], isHeading: boolean): TableRow {
  return new TableRow({
    tableHeader: isHeading,
    cantSplit: true,
    children: columns.map(
      ({ width }, index) =>
        new TableCell({
          width: { size: convertMillimetersToTwip(width), type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          children: cellParagraphs(cells[index] ?? '', isHeading),
        }),
    ),
  });
}

/** @param rows texts in the columns' order */
export function officeTable(columns: readonly PaperColumn[], rows: readonly (readonly string[])[]): Table {
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
    rows: [row(columns, headings, true), ...rows.map((cells) => row(columns, cells, false))],
  });
}
