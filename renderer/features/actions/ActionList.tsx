import { Button, Checkbox, Select, Table } from 'antd';
import { useState } from 'react';
import type { ActionFilter, ActionView } from '#shared/contract/actions.ts';
import { actionKindLabels, actionKinds } from '#shared/domain/supervision/action.ts';
import { type ActionState, actionStateLabels } from '#shared/domain/supervision/action-state.ts';
import { useActions } from '../../api/actions.ts';
import { useUnits } from '../../api/units.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { UnitSelect } from '../../components/select/UnitSelect.tsx';
import { ActionStateTag } from './ActionStateTag.tsx';
import { LettersButton } from './LettersButton.tsx';

interface ActionListProps {
  onOpen: (actionId: number) => void;
}

/** Everything that was sent, asked for or held; a click opens one. */
export function ActionList({ onOpen }: ActionListProps) {
  const [filter, setFilter] = useState<ActionFilter>({});
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const { data, error, refetch } = useActions(filter);
  return (
    <>
      <div className="actions-tools">
        <ActionFilterBar filter={filter} onChange={setFilter} />
        <LettersButton actionIds={chosen} />
      </div>
      {error !== null && (
        <ErrorNotice title="督办动作没有读出来" error={error} onRetry={() => void refetch()} />
      )}
      <Table<ActionView>
        size="small"
        rowKey="id"
        dataSource={data ?? []}
        loading={data === undefined && error === null}
        pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: '没有符合条件的督办动作。可从“今日待办”起草，或到“新建”登记。' }}
        rowSelection={{
          selectedRowKeys: [...chosen],
          getCheckboxProps: ({ words }) => ({ title: `选中${words}` }),
          onChange: (keys) => setChosen(keys.map(Number)),
        }}
        columns={[
          {
            title: '督办',
            key: 'words',
            width: 210,
            render: (_, { id, words }) => (
              <Button type="link" size="small" onClick={() => onOpen(id)}>
                {words}
              </Button>
            ),
          },
          { title: '单位', dataIndex: 'unit', key: 'unit', width: 170 },
          {
            title: '任务',
            key: 'tasks',
            width: 160,
            render: (_, { tasks }) => tasks.map(({ code }) => code).join('、'),
          },
          { title: '标题', dataIndex: 'title', key: 'title' },
          { title: '日期', dataIndex: 'actedOn', key: 'actedOn', width: 110 },
          { title: '答复期限', dataIndex: 'answerDue', key: 'answerDue', width: 110 },
          {
            title: '状态',
            key: 'state',
            width: 150,
            render: (_, action) => <ActionStateTag action={action} />,
          },
        ]}
      />
    </>
  );
}

interface ActionFilterBarProps {
  filter: ActionFilter;
  onChange: (filter: ActionFilter) => void;
}

const kindOptions = actionKinds.map((value) => ({ value, label: actionKindLabels[value] }));
const stateOptions = (Object.keys(actionStateLabels) as ActionState[]).map((value) => ({
  value,
  label: actionStateLabels[value],
}));

function ActionFilterBar({ filter, onChange }: ActionFilterBarProps) {
  const { data: units } = useUnits();
  const { kind, state, unitId, openOnly } = filter;
  return (
    <div className="actions-filter">
      <Select
        aria-label="种类"
        placeholder="全部种类"
        allowClear
        value={kind ?? null}
        options={kindOptions}
        onChange={(value) => onChange({ ...filter, kind: value ?? undefined })}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label="状态"
        placeholder="全部状态"
        allowClear
        value={state ?? null}
        options={stateOptions}
        onChange={(value) => onChange({ ...filter, state: value ?? undefined })}
        popupMatchSelectWidth={false}
      />
      <UnitSelect
        units={units ?? []}
        value={unitId ?? null}
        placeholder="全部单位"
        allowClear
        onChange={(value) => onChange({ ...filter, unitId: value ?? undefined })}
      />
      <Checkbox
        checked={openOnly === true}
        onChange={({ target }) => onChange({ ...filter, openOnly: target.checked || undefined })}
      >
        只看未了结的
      </Checkbox>
    </div>
  );
}
