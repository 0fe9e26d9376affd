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

/** Half points. */
const titleSize = 44;
const bodySize = 32;
const pageNumberSize = 28;
const bodyFont = '仿宋_GB2312';
const titleFont = '方正小标宋简体';
const headingFont = '黑体';

/** 28 pt, fixed. */
const lineSpacing = { line: 560, lineRule: LineRuleType.EXACT };
/** Two characters of the body. */
const firstLineIndent = { firstLine: 640 };

/** Word takes Chinese from `eastAsia` alone; without it the font of the PC's own theme shows. */
function run(text: string, font: string, size: number, more: Partial<IRunOptions> = {}): TextRun {
  return new TextRun({ ...more, text, size, font: { ascii: font, hAnsi: font, eastAsia: font, cs: font } });
}

export function titleParagraph(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...lineSpacing, line: 640, after: 320 },
    children: [run(text, titleFont, titleSize)],
  });
}

/** 主送: flush left, with its colon. */
export function addresseeParagraph(name: string): Paragraph {
  return new Paragraph({ spacing: lineSpacing, children: [run(`${name}：`, bodyFont, bodySize)] });
}

export function bodyParagraph(text: string): Paragraph {
  return new Paragraph({
    spacing: lineSpacing,
    indent: firstLineIndent,
    children: [run(text, bodyFont, bodySize)],
  });
}

/** Centred, small: a number under a title, a note above a table. */
export function centredParagraph(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...lineSpacing, after: 160 },
    children: [run(text, bodyFont, bodySize)],
  });
}

/** 落款: who and when, at the right, four characters in. */
export function signatureParagraphs(lines: readonly string[]): Paragraph[] {
  return lines.map(
    (line, index) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: index === 0 ? { ...lineSpacing, before: 480 } : lineSpacing,
        indent: { right: 1280 },
        children: [run(line, bodyFont, bodySize)],
      }),
  );
}

/** A cell's text, smaller than the body; line breaks stay. */
export function cellParagraphs(text: string, isHeading = false): Paragraph[] {
  const [font, size] = isHeading ? [headingFont, 24] : [bodyFont, 24];
  return text.split('\n').map(
    (line) =>
      new Paragraph({
        alignment: isHeading ? AlignmentType.CENTER : AlignmentType.LEFT,
        spacing: { line: 340, lineRule: LineRuleType.AT_LEAST },
        children: [run(line, font, size)],
      }),
  );
}

function pageFooter(): Footer {
  const dash = (text: string) => run(text, '宋体', pageNumberSize);
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          dash('— '),
          new TextRun({ children: [PageNumber.CURRENT], size: pageNumberSize, font: '宋体' }),
          dash(' —'),
        ],
      }),
    ],
  });
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
