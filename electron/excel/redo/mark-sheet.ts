/** Colouring the faulty cells of one worksheet and hanging the reasons on them. */
import { cellAddress } from '#shared/domain/sheet.ts';
import { commentedCells, commentsContentType, extendComments, newComments } from './comments-part.ts';
import { addMarkedStyles } from './marked-styles.ts';
import { type CellMark, marksByCell, parseAddress, type ReturnMark } from './marks.ts';
import { drawingBlocks, extendDrawing, type NoteBox, newDrawing, vmlContentType } from './note-shapes.ts';
import { addRelation, declareType, freeName, type OfficeParts, relationsOf } from './office-parts.ts';
import { restyleCells, styleOf } from './restyle-cells.ts';
import { readSheetCells, viewOf } from './sheet-cells.ts';
import { applyEdits, attributeOf, childrenOf, type Edit, prefixFor, rootOf } from './xml-tags.ts';

export interface MarkedWorkbook {
  parts: OfficeParts;
  /** The name of the styles part. */
  styles: string;
  /** What relation types begin with; strict files have a root of their own. */
  relationTypes: string;
}

/** Elements of a worksheet that stand before the drawing of its notes (ECMA-376, CT_Worksheet). */
const beforeLegacyDrawing = new Set(
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges
   scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting
   dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks
   customProperties cellWatches ignoredErrors smartTags drawing`.split(/\s+/),
);

/** A part named by the sheet's relations that is really there. */
function relatedPart({ parts }: MarkedWorkbook, sheet: string, kind: string, id?: string): string | null {
  const found = relationsOf(parts, sheet).find(
    (relation) => relation.kind === kind && (id === undefined || relation.id === id),
  );
  return found !== undefined && parts.has(found.target) ? found.target : null;
}

/** @returns the old notes' cells, which may still lack a box */
function writeComments(
  workbook: MarkedWorkbook,
  sheet: string,
  namespace: string,
  marks: readonly CellMark[],
) {
  const { parts, relationTypes } = workbook;
  const present = relatedPart(workbook, sheet, 'comments');
  if (present !== null) {
    const xml = parts.text(present);
    parts.write(present, extendComments(xml, marks));
    return commentedCells(xml);
  }
  const name = freeName(parts, 'xl/comments', '.xml');
  parts.write(name, newComments(namespace, marks));
  declareType(parts, { part: name }, commentsContentType);
  addRelation(parts, sheet, `${relationTypes}/comments`, name);
  return [];
}

function freeBlock(parts: OfficeParts): number {
  const drawings = parts.names().filter((name) => /\.vml$/i.test(name));
  return Math.max(0, ...drawings.flatMap((name) => drawingBlocks(parts.text(name)))) + 1;
}

/** The element that ties the sheet to its drawing, in its place and with the prefix the sheet gives relations. */
function legacyDrawing(xml: string, relationTypes: string, id: string): Edit[] {
  const root = rootOf(xml);
  const declared = prefixFor(root.text, relationTypes);
  const prefix = declared === null || declared === '' ? 'duban:' : declared;
  const last = childrenOf(xml).findLast(({ name }) => beforeLegacyDrawing.has(name));
  const at = last?.end ?? root.end;
  const element = `<${root.prefix}legacyDrawing ${prefix}id="${id}"/>`;
  const namespace = prefix === declared ? '' : ` xmlns:duban="${relationTypes}"`;
  const text = element.replace('/>', `${namespace}/>`);
  return [{ start: at, end: at, text }];
}

/** Boxes of notes whose sheet has a drawing already go into it: form controls live there too. */
function writeBoxes(
  workbook: MarkedWorkbook,
  sheet: string,
  xml: string,
  marks: readonly CellMark[],
  old: readonly string[],
) {
  const { parts, relationTypes } = workbook;
  const present = childrenOf(xml).find(({ name }) => name === 'legacyDrawing');
  const isOld = (mark: CellMark) => old.includes(cellAddress(mark.row, mark.column));
  if (present !== undefined) {
    const prefix = prefixFor(rootOf(xml).text, relationTypes) ?? prefixFor(present.tag.text, relationTypes);
    const id = attributeOf(present.tag.text, `${prefix ?? 'r:'}id`) ?? '';
    const drawing = relatedPart(workbook, sheet, 'vmlDrawing', id);
    if (drawing === null) throw new Error('the drawing of the notes is missing');
    const boxes = marks.filter((mark) => !isOld(mark));
    parts.write(drawing, extendDrawing(parts.text(drawing), boxes));
    return [];
  }
  const oldBoxes = old.flatMap((address): NoteBox[] => {
    const place = parseAddress(address);
    return place === null ? [] : [{ ...place, text: '' }];
  });
  const boxes = [...oldBoxes, ...marks.filter((mark) => !isOld(mark))];
  const name = freeName(parts, 'xl/drawings/vmlDrawing', '.vml');
  const block = freeBlock(parts);
  parts.write(name, newDrawing(boxes, block));
  declareType(parts, { extension: 'vml' }, vmlContentType);
  return legacyDrawing(xml, relationTypes, addRelation(parts, sheet, `${relationTypes}/vmlDrawing`, name));
}

/**
 * @param sheet the name of its part
 * @returns how many cells were marked @throws Error for a sheet that is not built as sheets are
 */
export function markSheet(workbook: MarkedWorkbook, sheet: string, marks: readonly ReturnMark[]): number {
  const { parts } = workbook;
  const xml = parts.text(sheet);
  const cells = readSheetCells(xml);
  const placed = marksByCell(marks, viewOf(cells));
  const root = rootOf(xml);
  const namespace =
    attributeOf(root.text, `xmlns${root.prefix === '' ? '' : `:${root.prefix.slice(0, -1)}`}`) ?? '';
  const styles = addMarkedStyles(
    parts.text(workbook.styles),
    placed.map((mark) => styleOf(cells, mark)),
  );
  parts.write(workbook.styles, styles.xml);
  const old = writeComments(workbook, sheet, namespace, placed);
  const drawing = writeBoxes(workbook, sheet, xml, placed, old);
  const restyled = restyleCells(cells, placed, (mark) => styles.twins.get(styleOf(cells, mark)) ?? 0);
  parts.write(sheet, applyEdits(xml, [...restyled, ...drawing]));
  return placed.length;
}
