import type { Module } from 'ag-grid-community';
import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
} from 'ag-grid-community';
import { AgGridReact, type AgGridReactProps } from 'ag-grid-react';
import { useMemo } from 'react';
import { readStyleNonce } from '../nonce.ts';
import { gridLocale } from './grid-locale.ts';
import { gridTheme } from './grid-theme.ts';
import './data-grid.css';

const baseModules: Module[] = [
  ClientSideRowModelModule,
  ClientSideRowModelApiModule,
  ColumnApiModule,
  RowApiModule,
  ScrollApiModule,
  RenderApiModule,
  LocaleModule,
  CellStyleModule,
  RowStyleModule,
];

interface DataGridProps<Row> extends AgGridReactProps<Row> {
  /** What the table holds, for screen readers: 「任务总表」. */
  label: string;
  /** Beyond showing, sorting and laying out: editors, selection… */
  modules?: Module[];
}

/** AG Grid in the program's dress: Chinese, themed, styled under the CSP, named for assistive technology. */
export function DataGrid<Row>({ label, modules, ...options }: DataGridProps<Row>) {
  const styleNonce = useMemo(readStyleNonce, []);
  const allModules = useMemo(() => [...baseModules, ...(modules ?? [])], [modules]);
  return (
    <section className="data-grid" aria-label={label}>
      <AgGridReact<Row>
        theme={gridTheme}
        localeText={gridLocale}
        modules={allModules}
        enableCellTextSelection
        ensureDomOrder
        suppressColumnMoveAnimation
        animateRows={false}
        suppressDragLeaveHidesColumns
        {...(styleNonce === undefined ? {} : { styleNonce })}
        {...options}
      />
    </section>
  );
}
