/** How an office's papers look (domain.md, Conventions of the trade: paper; GB/T 9704). The only place that names fonts. */
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';

/** How text is set, in points; lines stand at a fixed distance. */
export interface Measure {
  size: number;
  line: number;
}

/** 三号: 22 lines of 28 characters fill a page. */
export const bodyMeasure: Measure = { size: 16, line: 28 };
/** 四号, for a paper that has to fit on one page. */
export const compactMeasure: Measure = { size: 14, line: 22 };

const titleMeasure: Measure = { size: 22, line: 32 };
const pageNumberSize = 14;
const bodyFont = '仿宋_GB2312';
const titleFont = '方正小标宋简体';
const headingFont = '黑体';
const numberFont = '宋体';

/** Word measures distances in twentieths of a point and text in halves. */
const twips = (points: number): number => Math.round(points * 20);
const halfPoints = (points: number): number => points * 2;

function exactly({ line }: Measure) {
  return { line: twips(line), lineRule: LineRuleType.EXACT } as const;
}

/** Word takes Chinese from `eastAsia` alone; without it the font of the PC's own theme shows. */
function run(content: Partial<IRunOptions>, font: string, size: number): TextRun {
  const fonts = { ascii: font, hAnsi: font, eastAsia: font, cs: font };
  return new TextRun({ ...content, size: halfPoints(size), font: fonts });
}

/** A file name or a unit's words may hold characters that no XML can. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ');
}

function textRun(text: string, font: string, { size }: Measure): TextRun {
  return run({ text: printable(text) }, font, size);
}

/** @param color of the letters, `RRGGBB`; black when absent */
export function titleParagraph(text: string, color?: string): Paragraph {
  const content = { text: printable(text), ...(color === undefined ? {} : { color }) };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...exactly(titleMeasure), after: twips(12) },
    children: [run(content, titleFont, titleMeasure.size)],
  });
}

/** 主送: flush left, with its colon. */
export function addresseeParagraph(name: string, measure = bodyMeasure): Paragraph {
  return new Paragraph({ spacing: exactly(measure), children: [textRun(`${name}：`, bodyFont, measure)] });
}

/** 「一、督办事项」: a heading of the first level. */
export function headingParagraph(text: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { ...exactly(bodyMeasure), before: twips(6), after: twips(3) },
    indent: { firstLine: twips(bodyMeasure.size * 2), firstLineChars: 200 },
    children: [textRun(text, headingFont, bodyMeasure)],
  });
}

interface BodyLook {
  measure?: Measure;
  /** Words of several lines: a line that a person ended is not drawn out to the margin. */
  isRagged?: boolean;
  /** A table follows, and keeps its distance. */
  leadsTable?: boolean;
}

/** The first line stands two characters in. */
export function bodyParagraph(
  text: string,
  { measure = bodyMeasure, isRagged = false, leadsTable = false }: BodyLook = {},
): Paragraph {
  return new Paragraph({
    alignment: isRagged ? AlignmentType.LEFT : AlignmentType.BOTH,
    keepNext: leadsTable,
    spacing: { ...exactly(measure), after: leadsTable ? twips(6) : 0 },
    indent: { firstLine: twips(measure.size * 2), firstLineChars: 200 },
    children: [textRun(text, bodyFont, measure)],
  });
}

/** Centred, small: a number under a title, a note above a table. */
export function centredParagraph(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...exactly(bodyMeasure), after: twips(8) },
    children: [textRun(text, bodyFont, bodyMeasure)],
  });
}

/** 落款: who and when, at the right, four characters in. */
export function signatureParagraphs(lines: readonly string[], measure = bodyMeasure): Paragraph[] {
  return lines.map(
    (line, index) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        keepNext: index < lines.length - 1,
        spacing: { ...exactly(measure), before: index === 0 ? twips(measure.line / 2) : 0 },
        indent: { right: twips(measure.size * 4) },
        children: [textRun(line, bodyFont, measure)],
      }),
  );
}

export interface CellLook {
  isHeading?: boolean;
  isCentred?: boolean;
  measure: Measure;
}

/** A cell's text; line breaks stay. */
export function cellParagraphs(
  text: string,
  { isHeading = false, isCentred = false, measure }: CellLook,
): Paragraph[] {
  const alignment = isHeading || isCentred ? AlignmentType.CENTER : AlignmentType.LEFT;
  const font = isHeading ? headingFont : bodyFont;
  return text
    .split('\n')
    .map(
      (line) =>
        new Paragraph({ alignment, spacing: exactly(measure), children: [textRun(line, font, measure)] }),
    );
}

/** 「— 1 —」 */
function pageFooter(): Footer {
  const number = run({ children: ['— ', PageNumber.CURRENT, ' —'] }, numberFont, pageNumberSize);
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

/** A4 upright, 上37 下35 左28 右26 mm. @returns the file's bytes */
export async function officeDocument(
  title: string,
  children: readonly (Paragraph | Table)[],
): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: '督办台账',
    lastModifiedBy: '督办台账',
    // What an office types into the paper afterwards looks like the rest of it.
    styles: { default: { document: { run: { font: bodyFont, size: halfPoints(bodyMeasure.size) } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: {
              top: convertMillimetersToTwip(37),
              bottom: convertMillimetersToTwip(35),
              left: convertMillimetersToTwip(28),
              right: convertMillimetersToTwip(26),
              footer: convertMillimetersToTwip(25),
            },
          },
        },
        footers: { default: pageFooter() },
        children: [...children],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
