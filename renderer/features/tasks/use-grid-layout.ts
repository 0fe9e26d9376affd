import type { GridApi } from 'ag-grid-community';
import { useCallback, useEffect, useRef } from 'react';
import { usePreference } from '../../api/application.ts';
import { readLayout, writeLayout } from './grid-layout.ts';

/** A drag reports many steps; the layout is written once it rests. */
const restBeforeSaving = 400;

/**
 * Restores a grid's layout and remembers changes to it.
 * @returns `ready` false while the remembered layout is being read
 */
export function useGridLayout<Row>(preferenceKey: string) {
  const { value, remember } = usePreference(preferenceKey);
  const written = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const restore = useCallback(
    (api: GridApi<Row>) => {
      const layout = readLayout(value ?? null);
      if (layout !== null) api.applyColumnState({ state: layout, applyOrder: true });
      written.current = writeLayout(api.getColumnState());
    },
    [value],
  );

  const save = useCallback(
    ({ api }: { api: GridApi<Row> }) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        if (api.isDestroyed()) return;
        const layout = writeLayout(api.getColumnState());
        if (written.current === null || layout === written.current) return;
        written.current = layout;
        remember(layout);
      }, restBeforeSaving);
    },
    [remember],
  );
  return { ready: value !== undefined, restore, save };
}
