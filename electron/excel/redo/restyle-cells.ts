/** Setting styles on cells of a worksheet's XML; cells and rows that do not exist yet are added. */
import { cellAddress } from '#shared/domain/sheet.ts';
import type { CellMark, CellPlace } from './marks.ts';
import { isTrue, type SheetCells, type SheetRow } from './sheet-cells.ts';
import { appendInside, attributeOf, type Edit, withAttribute } from './xml-tags.ts';

function rowStyle(row: SheetRow | undefined): number | null {
  const tag = row?.element.tag.text ?? '';
  return isTrue(attributeOf(tag, 'customFormat')) ? Number(attributeOf(tag, 's') ?? 0) : null;
}

function columnStyle({ columns }: SheetCells, column: number): number {
  return columns.find(({ first, last }) => first <= column && column <= last)?.style ?? 0;
}

/** The style a cell is shown with now, whether it exists or not. */
export function styleOf(sheet: SheetCells, { row, column }: CellPlace): number {
  const found = sheet.rows.get(row);
  const cell = found?.cells.find((candidate) => candidate.column === column);
  if (cell !== undefined) return Number(attributeOf(cell.tag.text, 's') ?? 0);
  return rowStyle(found) ?? columnStyle(sheet, column);
}

type StyleFor = (mark: CellMark) => number;

function newCells(prefix: string, marks: readonly CellMark[], styleFor: StyleFor): string {
  return marks
    .map((mark) => `<${prefix}c r="${cellAddress(mark.row, mark.column)}" s="${styleFor(mark)}"/>`)
    .join('');
}

/** Rows below the last one go in together: an empty sheetData is opened once. */
function newRows(sheet: SheetCells, rows: ReadonlyMap<number, CellMark[]>, styleFor: StyleFor): Edit[] {
  const { prefix } = sheet.sheetData.tag;
  const edits: Edit[] = [];
  let below = '';
  for (const [row, marks] of rows) {
    const text = `<${prefix}row r="${row + 1}">${newCells(prefix, marks, styleFor)}</${prefix}row>`;
    const next = [...sheet.rows.values()].find((candidate) => candidate.row > row)?.element.tag.start;
    if (next === undefined) below += text;
    else edits.push({ start: next, end: next, text });
  }
  return below === '' ? edits : [...edits, appendInside(sheet.sheetData, below)];
}

/** A row's `spans` are a hint it may go without; cells that are added lie outside of them. */
function withoutSpans({ element }: SheetRow): string {
  return withAttribute(element.tag.text, 'spans', null);
}

function insertedCells(row: SheetRow, marks: readonly CellMark[], styleFor: StyleFor): Edit[] {
  const { element, cells } = row;
  const { tag } = element;
  if (marks.length === 0) return [];
  if (tag.kind === 'empty') {
    const opened = { ...element, tag: { ...tag, text: withoutSpans(row) } };
    return [appendInside(opened, newCells(tag.prefix, marks, styleFor))];
  }
  const inserted = marks.map((mark) => {
    const at = cells.find(({ column }) => column > mark.column)?.tag.start ?? element.contentEnd;
    return { start: at, end: at, text: newCells(tag.prefix, [mark], styleFor) };
  });
  return [{ start: tag.start, end: tag.end, text: withoutSpans(row) }, ...inserted];
}

function editsOfRow(row: SheetRow, marks: readonly CellMark[], styleFor: StyleFor): Edit[] {
  const absent: CellMark[] = [];
  const restyled = marks.flatMap((mark) => {
    const cell = row.cells.find(({ column }) => column === mark.column);
    if (cell === undefined) {
      absent.push(mark);
      return [];
    }
    const text = withAttribute(cell.tag.text, 's', String(styleFor(mark)));
    return [{ start: cell.tag.start, end: cell.tag.end, text }];
  });
  return [...restyled, ...insertedCells(row, absent, styleFor)];
}

/** @param marks by row and column */
export function restyleCells(sheet: SheetCells, marks: readonly CellMark[], styleFor: StyleFor): Edit[] {
  const added = new Map<number, CellMark[]>();
  const edits: Edit[] = [];
  for (const [row, ofRow] of Map.groupBy(marks, (mark) => mark.row)) {
    const found = sheet.rows.get(row);
    if (found === undefined) added.set(row, ofRow);
    else edits.push(...editsOfRow(found, ofRow, styleFor));
  }
  return [...edits, ...newRows(sheet, added, styleFor)];
}
