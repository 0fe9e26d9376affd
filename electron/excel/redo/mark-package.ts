/** A marked copy of an .xlsx or .xlsm: the package's own parts, changed only where a mark stands. */
import { zipSync } from 'fflate';
import type { Refuse } from '../read/refusal.ts';
import { unpackEntries } from '../read/zip-contents.ts';
import { checkZipSizes, readZipDirectory } from '../read/zip-directory.ts';
import { type MarkedWorkbook, markSheet } from './mark-sheet.ts';
import type { ReturnMark } from './marks.ts';
import { type OfficeParts, officeParts, relationsOf, typeOf } from './office-parts.ts';
import { attributeOf, childrenOf, prefixFor, rootOf } from './xml-tags.ts';

export interface MarkedCopy {
  bytes: Uint8Array;
  /** With its dot: Excel opens a file only under the ending of its kind. */
  extension: string;
  /** Cells coloured. */
  cells: number;
}

interface SheetPart {
  name: string;
  part: string;
  isVisible: boolean;
}

const relationRoots = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];

function workbookPart(parts: OfficeParts): string {
  const found = relationsOf(parts, '').find(({ kind }) => kind === 'officeDocument');
  return found?.target ?? 'xl/workbook.xml';
}

/** What the workbook calls relations: its root declares it for the sheets' ids. */
function relationTypesOf(workbook: string): string {
  const { text } = rootOf(workbook);
  const declared = relationRoots.find((root) => prefixFor(text, root) !== null);
  return declared ?? relationRoots.find((root) => workbook.includes(root)) ?? String(relationRoots[0]);
}

/** Chart sheets and the like have no cells. */
function sheetParts(parts: OfficeParts, workbook: string): SheetPart[] {
  const relations = new Map(relationsOf(parts, workbook).map((relation) => [relation.id, relation]));
  return childrenOf(parts.text(workbook), 'sheets').flatMap(({ tag }) => {
    const relation = relations.get(attributeOf(tag.text, '[\\w.-]+:id') ?? '');
    if (relation?.kind !== 'worksheet' || !parts.has(relation.target)) return [];
    const isVisible = (attributeOf(tag.text, 'state') ?? 'visible') === 'visible';
    return [{ name: attributeOf(tag.text, 'name') ?? '', part: relation.target, isVisible }];
  });
}

/** A mark on a sheet nobody sees, or of no sheet, stands on the first one that is seen. */
function partFor(sheets: readonly SheetPart[], mark: ReturnMark): SheetPart {
  const named = sheets.find(({ name }) => name === mark.sheet);
  const first = named ?? sheets.find(({ isVisible }) => isVisible) ?? sheets[0];
  if (first === undefined) throw new Error('the workbook has no worksheet');
  return first;
}

function extensionOf(parts: OfficeParts, workbook: string): string {
  const type = typeOf(parts, workbook) ?? '';
  const hasMacros = /macroEnabled/i.test(type);
  if (/template/i.test(type)) return hasMacros ? '.xltm' : '.xltx';
  if (/addin/i.test(type)) return '.xlam';
  return hasMacros ? '.xlsm' : '.xlsx';
}

function markParts(parts: OfficeParts, workbookName: string, marks: readonly ReturnMark[]): number {
  const styles = relationsOf(parts, workbookName).find(({ kind }) => kind === 'styles')?.target;
  if (styles === undefined) throw new Error('the workbook has no styles');
  const relationTypes = relationTypesOf(parts.text(workbookName));
  const workbook: MarkedWorkbook = { parts, styles, relationTypes };
  const sheets = sheetParts(parts, workbookName);
  const bySheet = Map.groupBy(marks, (mark) => partFor(sheets, mark).part);
  let cells = 0;
  for (const [part, ofSheet] of bySheet) cells += markSheet(workbook, part, ofSheet);
  return cells;
}

function pack(contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Record<string, Uint8Array> = Object.create(null);
  for (const [name, content] of contents) files[name] = content;
  return zipSync(files, { level: 6 });
}

/**
 * @throws AppError `file_unreadable` for a package that cannot be unpacked, or Error for one that is not built as
 * workbooks are
 */
export function markPackage(bytes: Uint8Array, marks: readonly ReturnMark[], refuse: Refuse): MarkedCopy {
  const entries = readZipDirectory(bytes, refuse);
  checkZipSizes(entries, refuse);
  const contents = unpackEntries(bytes, entries, () => true, refuse);
  const parts = officeParts(contents);
  const workbook = workbookPart(parts);
  const cells = markParts(parts, workbook, marks);
  return { bytes: pack(contents), extension: extensionOf(parts, workbook), cells };
}
