import { SettingOutlined } from '@ant-design/icons';
import type { GridApi } from 'ag-grid-community';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { DropPanel } from '../../components/DropPanel.tsx';
import { taskColumns } from './task-columns.ts';

interface ColumnChooserProps {
  api: GridApi<TaskRow> | null;
}

/** Which columns are shown, and the way back to the first layout. */
export function ColumnChooser({ api }: ColumnChooserProps) {
  return (
    <DropPanel label="列" icon={<SettingOutlined aria-hidden />}>
      {() => <ColumnChoices api={api} />}
    </DropPanel>
  );
}

function ColumnChoices({ api }: ColumnChooserProps) {
  // The grid keeps the columns' state; this only asks React to look again.
  const [, lookAgain] = useState(0);
  const change = (act: (api: GridApi<TaskRow>) => void) => {
    if (api === null) return;
    act(api);
    lookAgain((count) => count + 1);
  };
  return (
    <fieldset className="column-chooser">
      <legend className="visually-hidden">显示的列</legend>
      {taskColumns.map(({ colId = '', headerName }) => (
        <Checkbox
          key={colId}
          checked={api?.getColumn(colId)?.isVisible() ?? true}
          disabled={colId === 'code'}
          onChange={(event) => change((grid) => grid.setColumnsVisible([colId], event.target.checked))}
        >
          {headerName}
        </Checkbox>
      ))}
      <Button size="small" onClick={() => change((grid) => grid.resetColumnState())}>
        恢复默认的列
      </Button>
    </fieldset>
  );
}
