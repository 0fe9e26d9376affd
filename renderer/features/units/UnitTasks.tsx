import { Tabs } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { UnitDetail } from '#shared/contract/units.ts';
import { type Role, roleLabels, roles } from '#shared/domain/task.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { useWrappedRows } from '../../components/grid/use-wrapped-rows.ts';
import { type UnitTask, unitTaskColumns, unitTaskTexts } from './unit-task-columns.tsx';

const defaultColumn = { sortable: true, resizable: true, minWidth: 60 };

function rowId({ task, viaGroup }: UnitTask): string {
  return `${task.id} ${viaGroup ?? ''}`;
}

/** A task that names two offices of the unit in one role stands there once. */
function tasksInRole(tasks: readonly UnitTask[], role: Role): UnitTask[] {
  const rows = tasks.filter((row) => row.role === role);
  return [...new Map(rows.map((row) => [rowId(row), row])).values()];
}

/** The unit's tasks, a tab for each role it has; groups it belongs to are counted in and named. */
export function UnitTasks({ unit }: { unit: UnitDetail }) {
  const byRole = useMemo(
    () => new Map(roles.map((role) => [role, tasksInRole(unit.tasks, role)] as const)),
    [unit.tasks],
  );
  const present = roles.filter((role) => (byRole.get(role)?.length ?? 0) > 0);
  if (present.length === 0) {
    return <EmptyState title="没有任务" hint="现有的通知里没有写到这个单位。" />;
  }
  const items = present.map((role) => ({
    key: role,
    label: `${roleLabels[role]}（${byRole.get(role)?.length}）`,
    children: <RoleTasks role={role} rows={byRole.get(role) ?? []} />,
  }));
  return <Tabs className="unit-tasks" items={items} destroyOnHidden />;
}

function RoleTasks({ role, rows }: { role: Role; rows: UnitTask[] }) {
  const navigate = useNavigate();
  const wrapped = useWrappedRows(unitTaskTexts);
  const open = (row: UnitTask | undefined) => {
    if (row !== undefined) void navigate(`/tasks/${row.task.id}`);
  };
  return (
    <DataGrid<UnitTask>
      label={`${roleLabels[role]}任务`}
      {...wrapped}
      rowData={rows}
      columnDefs={unitTaskColumns}
      defaultColDef={defaultColumn}
      getRowId={({ data }) => rowId(data)}
      onCellKeyDown={({ data, event }) => {
        if (event instanceof KeyboardEvent && event.key === 'Enter') open(data);
      }}
      onRowDoubleClicked={({ data }) => open(data)}
    />
  );
}
