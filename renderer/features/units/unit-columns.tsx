import type { ColDef, ColGroupDef, ICellRendererParams } from 'ag-grid-community';
import { Link } from 'react-router';
import type { UnitSummary } from '#shared/contract/units.ts';
import { type Role, roleLabels, roles } from '#shared/domain/task.ts';
import { unitKindLabels } from '#shared/domain/unit.ts';
import type { WrappedTexts } from '../../components/grid/use-wrapped-rows.ts';
import { aliasesText, relationsText } from './unit-texts.ts';

export const unitTexts: WrappedTexts<UnitSummary> = {
  name: (unit) => unit.name,
  kind: (unit) => unitKindLabels[unit.kind],
  aliases: aliasesText,
  relations: relationsText,
};

function NameCell({ data }: ICellRendererParams<UnitSummary>) {
  if (data === undefined) return null;
  return (
    <Link to={`/units/${data.id}`} tabIndex={-1}>
      {data.name}
    </Link>
  );
}

/** A zero is said by an empty cell: the eye finds who has work. */
function countColumn(
  colId: string,
  headerName: string,
  count: (unit: UnitSummary) => number,
): ColDef<UnitSummary> {
  return {
    colId,
    headerName,
    width: 78,
    valueGetter: ({ data }) => (data === undefined ? 0 : count(data)),
    valueFormatter: ({ value }) => (value === 0 ? '' : String(value)),
    headerClass: 'ag-right-aligned-header',
    cellClass: 'cell-top cell-number',
    sortingOrder: ['desc', 'asc', null],
  };
}

const roleColumn = (role: Role) => countColumn(role, roleLabels[role], (unit) => unit.taskCounts[role]);

export const unitColumns: (ColDef<UnitSummary> | ColGroupDef<UnitSummary>)[] = [
  {
    colId: 'name',
    headerName: '单位',
    field: 'name',
    width: 210,
    pinned: 'left',
    lockPinned: true,
    cellRenderer: NameCell,
    cellClass: 'cell-wrapped',
  },
  {
    colId: 'kind',
    headerName: '类别',
    width: 160,
    valueGetter: ({ data }) => (data === undefined ? '' : unitKindLabels[data.kind]),
    cellClass: 'cell-wrapped',
  },
  {
    colId: 'aliases',
    headerName: '别名',
    flex: 1,
    minWidth: 140,
    valueGetter: ({ data }) => (data === undefined ? '' : aliasesText(data)),
    cellClass: 'cell-wrapped',
  },
  {
    colId: 'relations',
    headerName: '隶属、内设和成员',
    flex: 1.6,
    minWidth: 200,
    valueGetter: ({ data }) => (data === undefined ? '' : relationsText(data)),
    cellClass: 'cell-wrapped',
  },
  // A group's tasks count for the group here; the unit's own page lists them too.
  { headerName: '通知直接写明的任务', children: roles.map(roleColumn) },
  countColumn('reporting', '需填报', (unit) => unit.reportingCount),
];
