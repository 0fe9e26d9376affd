import { SettingOutlined } from '@ant-design/icons';
import type { GridApi } from 'ag-grid-community';
import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { taskColumns } from './task-columns.ts';

interface ColumnChooserProps {
  api: GridApi<TaskRow> | null;
}

/** Which columns are shown, and the way back to the first layout. */
export function ColumnChooser({ api }: ColumnChooserProps) {
  // The grid keeps the columns' state; this only asks React to look again.
  const [, lookAgain] = useState(0);
  const change = (act: (api: GridApi<TaskRow>) => void) => {
    if (api === null) return;
    act(api);
    lookAgain((count) => count + 1);
  };
  const choices = (
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
  return (
    <Popover trigger="click" placement="bottomRight" content={choices}>
      <Button icon={<SettingOutlined />}>列</Button>
    </Popover>
  );
}
