/** 回执: the slot a unit answers in, a page of its own behind the letter. */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  HeightRule,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { cellParagraphs, titleParagraph } from './office-paper.ts';
import { tableMeasure } from './office-table.ts';

interface AnswerLine {
  label: string;
  /** What stands there already: a field of the template, or nothing. */
  content: string;
  /** Millimetres left for writing. */
  height: number;
}

const lines: readonly AnswerLine[] = [
  { label: '单　　位', content: '{{单位}}', height: 10 },
  { label: '文　　号', content: '{{文号}}', height: 10 },
  { label: '答复期限', content: '{{期限}}', height: 10 },
  { label: '办理情况', content: '', height: 50 },
  { label: '存在问题', content: '', height: 30 },
  { label: '下一步措施及完成时间', content: '', height: 35 },
  { label: '单位负责人签字', content: '', height: 14 },
  { label: '联系人及电话', content: '', height: 14 },
  { label: '填写日期', content: '　　　　年　　月　　日', height: 10 },
];
const labelWidth = 36;
const contentWidth = 120;
const outer = { style: BorderStyle.SINGLE, size: 12, color: '000000' };
const inner = { style: BorderStyle.SINGLE, size: 6, color: '000000' };

function cell(text: string, width: number, isHeading: boolean): TableCell {
  return new TableCell({
    width: { size: convertMillimetersToTwip(width), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: cellParagraphs(text, { isHeading, measure: tableMeasure }),
  });
}

/** At least so high: a unit that types more gets more room. */
export function answerSlip(): (Paragraph | Table)[] {
  const widths = [labelWidth, contentWidth].map((width) => convertMillimetersToTwip(width));
  const table = new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    columnWidths: widths,
    width: { size: convertMillimetersToTwip(labelWidth + contentWidth), type: WidthType.DXA },
    borders: {
      top: outer,
      bottom: outer,
      left: outer,
      right: outer,
      insideHorizontal: inner,
      insideVertical: inner,
    },
    rows: lines.map(
      ({ label, content, height }) =>
        new TableRow({
          cantSplit: true,
          height: { value: convertMillimetersToTwip(height), rule: HeightRule.ATLEAST },
          children: [cell(label, labelWidth, true), cell(content, contentWidth, false)],
        }),
    ),
  });
  return [new Paragraph({ children: [new PageBreak()] }), titleParagraph('回　执'), table];
}
