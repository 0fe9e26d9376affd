/** The columns of the list of lights. */
import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import { Link } from 'react-router';
import type { LightRow } from '#shared/contract/lights.ts';
import { lightNames } from '#shared/domain/lights/light-names.ts';
import type { WrappedTexts } from '../../components/grid/use-wrapped-rows.ts';
import { LightMark, MovementMark, ShownLight } from '../../components/LightMark.tsx';
import { actualText, expectedText, gapText, goneText, reasonText, unitsText } from './light-texts.ts';

type Cell = ICellRendererParams<LightRow>;

/** Out of the Tab order: in the grid one walks with arrow keys and opens with Enter. */
function CodeCell({ data }: Cell) {
  if (data === undefined) return null;
  return (
    <Link to={`/tasks/${data.taskId}`} tabIndex={-1} className="numeric">
      {data.code}
    </Link>
  );
}

function LightCell({ data }: Cell) {
  if (data === undefined) return null;
  const { light, computed, override, gone } = data;
  if (gone !== null) return <LightMark light={light} label={goneText(gone)} />;
  return <ShownLight light={light} computed={computed} overridden={override !== null} />;
}

function MovementCell({ data }: Cell) {
  return data === undefined ? null : <MovementMark movement={data.movement} />;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

function textColumn(
  column: ColDef<LightRow> & { colId: string; headerName: string },
  text: (row: LightRow) => string,
): ColDef<LightRow> {
  return {
    ...column,
    valueGetter: ({ data }) => (data === undefined ? '' : text(data)),
    comparator: (one: string, other: string) => collator.compare(one, other),
    cellClass: 'cell-wrapped',
  };
}

/** Shown as text, sorted as numbers; what is not known comes first upwards. */
function figureColumn(
  column: ColDef<LightRow> & { colId: string; headerName: string },
  text: (row: LightRow) => string,
  figure: (row: LightRow) => number | null,
): ColDef<LightRow> {
  return {
    ...column,
    valueGetter: ({ data }) => (data === undefined ? null : figure(data)),
    valueFormatter: ({ data }) => (data === undefined ? '' : text(data)),
    comparator: (one: number | null, other: number | null) =>
      (one ?? Number.NEGATIVE_INFINITY) - (other ?? Number.NEGATIVE_INFINITY) || 0,
    cellClass: 'cell-wrapped numeric',
  };
}

export const lightTexts: WrappedTexts<LightRow> = {
  content: (row) => row.content,
  leader: (row) => row.leader ?? '',
  units: unitsText,
  expected: expectedText,
  light: (row) => (row.override === null ? '' : '人工\n原为'),
  reason: reasonText,
};

export const lightColumns: ColDef<LightRow>[] = [
  {
    colId: 'code',
    headerName: '编号',
    field: 'code',
    width: 82,
    pinned: 'left',
    lockPinned: true,
    cellRenderer: CodeCell,
    cellClass: 'cell-wrapped',
  },
  textColumn({ colId: 'content', headerName: '重点工作', flex: 2.2, minWidth: 220 }, (row) => row.content),
  textColumn({ colId: 'leader', headerName: '牵头领导', width: 84 }, (row) => row.leader ?? ''),
  textColumn({ colId: 'units', headerName: '单位', flex: 1.2, minWidth: 140 }, unitsText),
  figureColumn({ colId: 'expected', headerName: '序时', width: 76 }, expectedText, (row) => row.expected),
  figureColumn({ colId: 'actual', headerName: '实际', width: 76 }, actualText, (row) => row.actual),
  figureColumn({ colId: 'gap', headerName: '差距', width: 92 }, gapText, (row) => row.gap),
  {
    colId: 'light',
    headerName: '灯',
    width: 98,
    valueGetter: ({ data }) => (data === undefined ? 0 : lightNames.indexOf(data.light)),
    cellRenderer: LightCell,
    cellClass: 'cell-wrapped',
  },
  {
    colId: 'movement',
    headerName: '升降',
    width: 64,
    valueGetter: ({ data }) =>
      data === undefined ? 0 : ['down', 'level', 'up', 'none'].indexOf(data.movement),
    cellRenderer: MovementCell,
    cellClass: 'cell-top',
  },
  textColumn({ colId: 'reason', headerName: '说明', flex: 2.4, minWidth: 260 }, reasonText),
];
