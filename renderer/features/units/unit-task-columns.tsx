import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import { Link } from 'react-router';
import type { UnitDetail } from '#shared/contract/units.ts';
import type { WrappedTexts } from '../../components/grid/use-wrapped-rows.ts';
import { PercentCell } from '../../components/PercentCell.tsx';

export type UnitTask = UnitDetail['tasks'][number];
type Cell = ICellRendererParams<UnitTask>;

function CodeCell({ data }: Cell) {
  if (data === undefined) return null;
  return (
    <Link to={`/tasks/${data.task.id}`} tabIndex={-1} className="numeric">
      {data.task.code}
    </Link>
  );
}

function LatestPercentCell({ data }: Cell) {
  return data === undefined ? null : <PercentCell percent={data.task.latest?.percent ?? null} />;
}

/** 「各街镇」 or an office's name where the unit takes part under that name and not its own. */
const viaText = (row: UnitTask) => row.viaGroup ?? '';

export const unitTaskTexts: WrappedTexts<UnitTask> = {
  code: ({ task }) => task.code,
  content: ({ task }) => task.content,
  via: viaText,
  leader: ({ task }) => task.leader ?? '',
  remark: ({ task }) => task.remark,
};

export const unitTaskColumns: ColDef<UnitTask>[] = [
  {
    colId: 'code',
    headerName: '编号',
    width: 84,
    valueGetter: ({ data }) => data?.task.code ?? '',
    cellRenderer: CodeCell,
    cellClass: 'cell-wrapped',
  },
  {
    colId: 'content',
    headerName: '重点工作',
    flex: 1,
    minWidth: 260,
    valueGetter: ({ data }) => data?.task.content ?? '',
    cellClass: 'cell-wrapped',
  },
  {
    colId: 'leader',
    headerName: '牵头领导',
    width: 92,
    valueGetter: ({ data }) => data?.task.leader ?? '',
    cellClass: 'cell-wrapped',
  },
  {
    colId: 'via',
    headerName: '通知写作',
    width: 108,
    valueGetter: ({ data }) => (data === undefined ? '' : viaText(data)),
    cellClass: 'cell-wrapped',
  },
  {
    colId: 'percent',
    headerName: '完成比例',
    width: 92,
    valueGetter: ({ data }) => data?.task.latest?.percent ?? null,
    cellRenderer: LatestPercentCell,
    cellClass: 'cell-top',
  },
  {
    colId: 'remark',
    headerName: '备注',
    width: 140,
    valueGetter: ({ data }) => data?.task.remark ?? '',
    cellClass: 'cell-wrapped',
  },
];
