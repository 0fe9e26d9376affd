/** Row heights for wrapped text, worked out from the text and the columns' present widths. */
import type { GridApi, RowHeightParams } from 'ag-grid-community';
import { useMemo } from 'react';
import { lineHeight } from '../palette.ts';
import { glyphWidths } from './glyph-widths.ts';
import { cellPadding } from './grid-theme.ts';
import { countLines } from './text-lines.ts';

/** Columns whose text may take several lines, and that text, by column id. */
export type WrappedTexts<Row> = Readonly<Record<string, (row: Row) => string>>;

/** Above and below the text: padding, the cell's own border, and the rule under the row. */
const rowChrome = 13;
/** Left and right of the text, and the rule beside it. */
const cellChrome = cellPadding * 2 + 2;
/** After the last step of a drag, in milliseconds, before the rows out of sight follow. */
const restBeforeSettling = 150;

type TextWidths<Row> = readonly (readonly [text: (row: Row) => string, width: number])[];

function visibleWidths<Row>(api: GridApi<Row>, texts: WrappedTexts<Row>): TextWidths<Row> {
  return Object.entries(texts).flatMap(([columnId, text]) => {
    const column = api.getColumn(columnId);
    return column?.isVisible() ? [[text, column.getActualWidth() - cellChrome] as const] : [];
  });
}

/**
 * The grid itself asks only for rows in sight and guesses the others, which makes the scroll bar jump; `settle`
 * gives it all of them, keeping the first row in sight where it is.
 */
function settle<Row>(api: GridApi<Row>, heightOf: (api: GridApi<Row>, row: Row) => number): void {
  const first = api.getDisplayedRowAtIndex(api.getFirstDisplayedRowIndex());
  const topBefore = first?.rowTop;
  api.forEachNode((node) => {
    if (node.data !== undefined) node.setRowHeight(heightOf(api, node.data));
  });
  api.onRowHeightChanged();
  if (first && first.rowTop !== topBefore) api.ensureNodeVisible(first, 'top');
}

function createWrappedRows<Row extends object>(texts: WrappedTexts<Row>) {
  let widths: TextWidths<Row> | null = null;
  let heights = new WeakMap<Row, number>();
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const heightOf = (api: GridApi<Row>, row: Row): number => {
    const known = heights.get(row);
    if (known !== undefined) return known;
    widths ??= visibleWidths(api, texts);
    let lines = 1;
    for (const [text, width] of widths) lines = Math.max(lines, countLines(text(row), width, glyphWidths()));
    const height = rowChrome + lines * lineHeight;
    heights.set(row, height);
    return height;
  };

  const settleAfter = (api: GridApi<Row>, milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!api.isDestroyed()) settle(api, heightOf);
    }, milliseconds);
  };

  // Dragging a border reports many widths: rows in sight follow once a frame, the others when it rests.
  const remeasure = ({ api }: { api: GridApi<Row> }) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (api.isDestroyed()) return;
      widths = null;
      heights = new WeakMap();
      api.resetRowHeights();
      settleAfter(api, restBeforeSettling);
    });
  };

  return {
    getRowHeight: ({ api, data }: RowHeightParams<Row>) =>
      data === undefined ? undefined : heightOf(api, data),
    onColumnResized: remeasure,
    onDisplayedColumnsChanged: remeasure,
    onGridColumnsChanged: remeasure,
    onRowDataUpdated: ({ api }: { api: GridApi<Row> }) => settleAfter(api, 0),
  };
}

/**
 * Spread the result on a DataGrid whose wrapped columns have the cell class `cell-wrapped`.
 * @param texts must stay the same object between renders
 */
export function useWrappedRows<Row extends object>(texts: WrappedTexts<Row>) {
  return useMemo(() => createWrappedRows(texts), [texts]);
}
