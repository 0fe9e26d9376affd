/** The cells of one worksheet's XML: where they stand and what of the sheet decides how they are seen. */
import type { MergedRange } from '#shared/domain/sheet.ts';
import { type CellPlace, parseAddress, type SheetView } from './marks.ts';
import { attributeOf, childOf, childrenOf, type Tag, tagsOf, type XmlElement } from './xml-tags.ts';

interface SheetCell {
  column: number;
  tag: Tag;
  isFilled: boolean;
}

export interface SheetRow {
  row: number;
  element: XmlElement;
  cells: SheetCell[];
}

/** Zero-based, ends included. */
interface SheetColumns {
  first: number;
  last: number;
  /** Of cells that do not exist. */
  style: number;
  isHidden: boolean;
}

export interface SheetCells {
  xml: string;
  sheetData: XmlElement;
  rows: Map<number, SheetRow>;
  columns: SheetColumns[];
  merges: MergedRange[];
}

function rowNumber(tag: Tag, previous: number): number {
  const stated = Number(attributeOf(tag.text, 'r'));
  return stated >= 1 ? stated - 1 : previous + 1;
}

function columnNumber(tag: Tag, previous: number): number {
  return parseAddress(attributeOf(tag.text, 'r') ?? '')?.column ?? previous + 1;
}

/** Rows and cells may leave out where they stand; then they follow the one before. */
function readRows(xml: string): Map<number, SheetRow> {
  const rows = new Map<number, SheetRow>();
  let current: SheetRow | null = null;
  let previousRow = -1;
  let isInside = false;
  for (const tag of tagsOf(xml)) {
    if (tag.depth === 1) isInside = tag.name === 'sheetData' && tag.kind === 'open';
    if (!isInside) continue;
    if (tag.depth === 2 && tag.kind !== 'close') {
      previousRow = rowNumber(tag, previousRow);
      const element = { tag, name: tag.name, end: tag.end, contentEnd: tag.end };
      current = { row: previousRow, element, cells: [] };
      rows.set(previousRow, current);
    } else if (tag.depth === 2 && current !== null) {
      current.element.contentEnd = tag.start;
      current.element.end = tag.end;
    } else if (tag.depth === 3 && tag.kind !== 'close' && tag.name === 'c' && current !== null) {
      const column = columnNumber(tag, current.cells.at(-1)?.column ?? -1);
      current.cells.push({ column, tag, isFilled: false });
    } else if (tag.depth === 4 && tag.name !== 'extLst' && current !== null) {
      const cell = current.cells.at(-1);
      if (cell !== undefined) cell.isFilled = true;
    }
  }
  return rows;
}

function readColumns(xml: string): SheetColumns[] {
  return childrenOf(xml, 'cols').map(({ tag: { text } }) => ({
    first: Number(attributeOf(text, 'min')) - 1,
    last: Number(attributeOf(text, 'max')) - 1,
    style: Number(attributeOf(text, 'style') ?? 0),
    isHidden: isTrue(attributeOf(text, 'hidden')),
  }));
}

export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true';
}

function mergedRanges(xml: string): MergedRange[] {
  return childrenOf(xml, 'mergeCells').flatMap(({ tag }) => {
    const [start = '', end = start] = (attributeOf(tag.text, 'ref') ?? '').split(':');
    const from = parseAddress(start);
    const to = parseAddress(end);
    if (from === null || to === null) return [];
    return [{ top: from.row, left: from.column, bottom: to.row, right: to.column }];
  });
}

/** @throws Error for a part that is no worksheet */
export function readSheetCells(xml: string): SheetCells {
  const sheetData = childOf(xml, 'sheetData');
  if (sheetData === undefined) throw new Error('the worksheet has no sheetData');
  return { xml, sheetData, rows: readRows(xml), columns: readColumns(xml), merges: mergedRanges(xml) };
}

function masterCell(merges: readonly MergedRange[], place: CellPlace): CellPlace {
  const { row, column } = place;
  const merge = merges.find(
    ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
  );
  return merge === undefined ? place : { row: merge.top, column: merge.left };
}

export function viewOf({ rows, columns, merges }: SheetCells): SheetView {
  const isHiddenColumn = (column: number) =>
    columns.some(({ first, last, isHidden }) => isHidden && first <= column && column <= last);
  const firstVisibleColumn = () => {
    let column = 0;
    while (isHiddenColumn(column)) column += 1;
    return column;
  };
  return {
    firstCellOf(row) {
      const cells = rows.get(row)?.cells ?? [];
      const filled = cells.find(({ column, isFilled }) => isFilled && !isHiddenColumn(column));
      return filled?.column ?? firstVisibleColumn();
    },
    isHiddenColumn,
    masterOf: (place) => masterCell(merges, place),
  };
}
