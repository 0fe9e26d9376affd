import { Button, Select } from 'antd';
import { useState } from 'react';
import { type ActionKind, actionKindLabels, actionKinds } from '#shared/domain/supervision/action.ts';
import type { DraftRequest } from '../../api/actions.ts';
import { useTaskList } from '../../api/tasks.ts';
import { useUnits } from '../../api/units.ts';
import { Field } from '../../components/Field.tsx';
import { UnitSelect } from '../../components/select/UnitSelect.tsx';

const hints: Record<ActionKind, string> = {
  reminder: '一个单位、一项或多项任务；登记时编号。',
  supervision_order: '一个单位、一项或多项任务；颜色按任务情况给出，登记时编号。',
  send_back: '进展不符合要求，写明理由退回单位重报。',
  extension: '一个单位、一项任务；应在完成时限之前申请，批准以前时限不变。',
  talk: '一个单位，可不选任务；谈过以后登记情况，可附照片和记录。',
  site_visit: '一项或多项任务，可不选单位；看过以后登记情况，可附照片。',
};

const kindOptions = actionKinds.map((value) => ({ value, label: actionKindLabels[value] }));

/** 新建: kind, unit and tasks; what it says is filled in on the next page. */
export function NewAction({ onDraft }: { onDraft: (request: DraftRequest) => void }) {
  const [kind, setKind] = useState<ActionKind>('reminder');
  const [unitId, setUnitId] = useState<number | null>(null);
  const [taskIds, setTaskIds] = useState<number[]>([]);
  const { data: units } = useUnits();
  const { rows } = useTaskList(unitId === null ? {} : { unitId });
  const changeUnit = (value: number | null) => {
    setUnitId(value);
    setTaskIds([]);
  };
  return (
    <form
      className="action-new sheet"
      aria-label="新建督办动作"
      onSubmit={(event) => {
        event.preventDefault();
        onDraft({ kind, unitId, taskIds });
      }}
    >
      <Field label="种类" hint={hints[kind]}>
        {(ids) => <Select {...ids} value={kind} options={kindOptions} onChange={setKind} />}
      </Field>
      <Field label="单位">
        {({ id }) => (
          <UnitSelect id={id} units={units ?? []} value={unitId} allowClear onChange={changeUnit} />
        )}
      </Field>
      <Field label="任务" hint="选了单位只列它的任务。">
        {(ids) => (
          <Select
            {...ids}
            mode="multiple"
            placeholder="编号或任务文字"
            optionFilterProp="label"
            value={taskIds}
            options={(rows ?? []).map((row) => ({ value: row.id, label: `${row.code} ${row.content}` }))}
            onChange={setTaskIds}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit">
        填写…
      </Button>
    </form>
  );
}
