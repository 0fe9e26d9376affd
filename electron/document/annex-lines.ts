import { chineseNumeralCharacters, parseChineseNumber } from '#shared/domain/chinese-number.ts';
import { withoutHeadingMarks } from './source-lines.ts';

/** A section's heading in 附件1: 「二、林杰…牵头重点工作」. */
export interface SectionHeading {
  ordinal: number;
  /** The Chinese ordinal as printed. */
  label: string;
  /** The heading without its ordinal. */
  title: string;
}

const annexMark = /^附件\s*[\d一二三四五六七八九十]*\s*[:：]?$/;
const sectionHeading = new RegExp(`^([${chineseNumeralCharacters}]+)、\\s*(.+)$`);
const thematicBreak = /^(?:[-*_]\s*){3,}$/;
const pageNumber = /^[-—–·\s]*\d+[-—–·\s]*$/;
const note = /^[（(]?注\s*[:：]/;
const distribution = /^抄\s*送\s*[:：]/;

/** 「附件 1」 alone on a line, as a heading or not. */
export function isAnnexMark(text: string): boolean {
  return annexMark.test(withoutHeadingMarks(text));
}

/** 「抄送：…」 closes a notice; nothing after it belongs to the annexes. */
export function isDistributionLine(text: string): boolean {
  return distribution.test(withoutHeadingMarks(text));
}

/** Blank lines, page numbers, rules and 「注：…」 lines carry no task. */
export function isFurniture(text: string): boolean {
  const plain = withoutHeadingMarks(text);
  return plain === '' || thematicBreak.test(plain) || pageNumber.test(plain) || note.test(plain);
}

/** Reads a section heading of any Markdown level, or none; null for any other line. */
export function parseSectionHeading(text: string): SectionHeading | null {
  const [, label = '', title = ''] = sectionHeading.exec(withoutHeadingMarks(text)) ?? [];
  const ordinal = parseChineseNumber(label);
  return ordinal === null ? null : { ordinal, label, title: title.trim() };
}
