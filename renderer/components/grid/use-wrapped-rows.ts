/** Row heights for wrapped text, worked out from the text and the columns' present widths. */
import type { GridApi, RowHeightParams } from 'ag-grid-community';
import { useCallback, useMemo, useRef } from 'react';
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
/** A higher row would fill the screen; its cells scroll instead. */
const highestRow = rowChrome + lineHeight * 24;

type TextWidths<Row> = readonly (readonly [text: (row: Row) => string, width: number])[];

function visibleWidths<Row>(api: GridApi<Row>, texts: WrappedTexts<Row>): TextWidths<Row> {
  return Object.entries(texts).flatMap(([columnId, text]) => {
    const column = api.getColumn(columnId);
    return column?.isVisible() ? [[text, column.getActualWidth() - cellChrome] as const] : [];
  });
}

/**
 * Spread the result on a DataGrid whose wrapped columns have the cell class `cell-wrapped`.
 * @param texts must stay the same object between renders
 */
export function useWrappedRows<Row extends object>(texts: WrappedTexts<Row>) {
  const widths = useRef<TextWidths<Row> | null>(null);
  const heights = useRef(new WeakMap<Row, number>());
  const scheduled = useRef(0);

  const getRowHeight = useCallback(
    ({ api, data }: RowHeightParams<Row>) => {
      if (data === undefined) return undefined;
      const known = heights.current.get(data);
      if (known !== undefined) return known;
      widths.current ??= visibleWidths(api, texts);
      let lines = 1;
      for (const [text, width] of widths.current) {
        lines = Math.max(lines, countLines(text(data), width, glyphWidths()));
      }
      const height = Math.min(highestRow, rowChrome + lines * lineHeight);
      heights.current.set(data, height);
      return height;
    },
    [texts],
  );

  // Dragging a border reports many widths; the heights follow once a frame.
  const remeasure = useCallback(({ api }: { api: GridApi<Row> }) => {
    cancelAnimationFrame(scheduled.current);
    scheduled.current = requestAnimationFrame(() => {
      widths.current = null;
      heights.current = new WeakMap();
      if (!api.isDestroyed()) api.resetRowHeights();
    });
  }, []);

  const keepHeights = useCallback(({ api }: { api: GridApi<Row> }) => api.resetRowHeights(), []);

  return useMemo(
    () => ({
      getRowHeight,
      onColumnResized: remeasure,
      onDisplayedColumnsChanged: remeasure,
      onGridColumnsChanged: remeasure,
      onRowDataUpdated: keepHeights,
    }),
    [getRowHeight, remeasure, keepHeights],
  );
}
