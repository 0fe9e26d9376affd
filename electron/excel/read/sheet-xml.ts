/** What the parser does not tell of a sheet's XML: formulas without a value, hidden columns, hidden ods sheets. */
import type { ZipContents } from './zip-contents.ts';

/** Stands in the error text of a formula cell whose result the file does not carry. */
export const missingValueMark = '#DUBAN_NO_VALUE';

const valuelessFormula =
  /<((?:\w+:)?)c\b([^>]*)>\s*(<\1f\b(?:[^>]*\/>|[^>]*>[^<]*<\/\1f>))\s*(<\1v\s*\/>|<\1v>\s*<\/\1v>)?\s*<\/\1c>/g;

/** An empty `<v>` in a text cell is a formula that yields empty text, which is a value. */
function markValueless(cell: string, prefix: string, attributes: string, formula: string, value?: string) {
  if (value !== undefined && /\bt="str"/.test(attributes)) return cell;
  const untyped = attributes.replace(/\st="[^"]*"/, '');
  const tag = (name: string) => `${prefix}${name}`;
  return `<${tag('c')}${untyped} t="e">${formula}<${tag('v')}>${missingValueMark}</${tag('v')}></${tag('c')}>`;
}

/** The parser reads a formula without a result as 0; an error cell in its place is told apart from a real 0. */
export function markFormulasWithoutValue(contents: ZipContents): ZipContents {
  const marked: ZipContents = new Map(contents);
  for (const [name, content] of contents) {
    if (!/worksheets\/[^/]+\.xml$/i.test(name)) continue;
    const xml = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8');
    if (!/<(?:\w+:)?f[\s/>]/.test(xml)) continue;
    const rewritten = xml.replace(valuelessFormula, markValueless);
    if (rewritten !== xml) marked.set(name, Buffer.from(rewritten));
  }
  return marked;
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}=["']([^"']*)["']`).exec(tag)?.[1] ?? '';
}

function text(contents: ZipContents, name: string): string {
  return new TextDecoder().decode(contents.get(name));
}

/** The XML of each worksheet by the sheet's relation id. */
function worksheetPaths(contents: ZipContents): Map<string, string> {
  const paths = new Map<string, string>();
  for (const [tag] of text(contents, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)) {
    const target = attribute(tag, 'Target');
    paths.set(attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return paths;
}

function hiddenColumnsOf(xml: string): number[] {
  const columns = /<(?:\w+:)?cols>([\s\S]*?)<\/(?:\w+:)?cols>/.exec(xml)?.[1] ?? '';
  return [...columns.matchAll(/<(?:\w+:)?col\s[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /^(1|true)$/.test(attribute(tag, 'hidden')))
    .flatMap((tag) => {
      const first = Number(attribute(tag, 'min'));
      const last = Math.min(Number(attribute(tag, 'max')), 16_384);
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first - 1 + index);
    });
}

/** Zero-based hidden columns by the sheet's position in the workbook (.xlsx). */
export function hiddenColumnsBySheet(contents: ZipContents): number[][] {
  const paths = worksheetPaths(contents);
  const sheets = [...text(contents, 'xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)];
  return sheets.map(([tag]) => hiddenColumnsOf(text(contents, paths.get(attribute(tag, '\\w+:id')) ?? '')));
}

/** Whether each sheet of an .ods is hidden, in order: its table style says `table:display="false"`. */
export function hiddenOdsSheets(contents: ZipContents): boolean[] {
  const xml = text(contents, 'content.xml');
  const hiddenStyles = new Set<string>();
  for (const [style] of xml.matchAll(/<style:style\s[^>]*style:family="table"[\s\S]*?<\/style:style>/g)) {
    if (/table:display="false"/.test(style)) hiddenStyles.add(attribute(style, 'style:name'));
  }
  const tables = [...xml.matchAll(/<table:table\s[^>]*>/g)];
  return tables.map(([tag]) => hiddenStyles.has(attribute(tag, 'table:style-name')));
}
