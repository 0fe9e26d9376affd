import { Button, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useMergeTask } from '../../../api/plan.ts';
import { useTaskList } from '../../../api/tasks.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Field } from '../../../components/Field.tsx';
import { localToday } from '../../../components/today.ts';
import { type MoveFormProps, Obstacles, TextField } from './MoveForm.tsx';
import { DateInput } from './PlanForm.tsx';

const underWay = { state: 'active' } as const;

/** Into one other task that is under way; this one stays listed. */
export function MergeForm({ detail, move, onClose }: MoveFormProps) {
  const [date, setDate] = useState(localToday);
  const [reason, setReason] = useState('');
  const [intoTaskId, setInto] = useState<number | null>(null);
  const { rows } = useTaskList(underWay);
  const { mutate, error, isPending } = useMergeTask();
  const options = (rows ?? [])
    .filter(({ id }) => id !== detail.taskId)
    .map(({ id, code, content }) => ({ value: id, label: `${code} ${content.slice(0, 30)}` }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (intoTaskId === null) return;
    mutate({ taskId: detail.taskId, intoTaskId, date, reason }, { onSuccess: onClose });
  };
  return (
    <form className="plan-form" onSubmit={submit} aria-label="合并任务">
      <Obstacles move={move} />
      <Field label="并入哪一项">
        {(ids) => (
          <Select
            {...ids}
            aria-label="并入哪一项"
            showSearch={{ optionFilterProp: 'label' }}
            value={intoTaskId}
            options={options}
            onChange={setInto}
          />
        )}
      </Field>
      <DateInput label="日期" value={date} onChange={setDate} />
      <TextField label="理由" value={reason} onChange={setReason} />
      {error !== null && <ErrorNotice title="没有合并" error={error} />}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={intoTaskId === null}>
          合并
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}
