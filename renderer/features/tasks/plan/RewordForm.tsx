import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { PlanDetail } from '#shared/contract/plan.ts';
import { useRewordTask } from '../../../api/plan.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Field } from '../../../components/Field.tsx';
import { localToday } from '../../../components/today.ts';
import { TextField } from './MoveForm.tsx';
import { DateInput } from './PlanForm.tsx';

/** Other words from a day on; earlier ledgers keep the old ones. */
export function RewordForm({ detail, onClose }: { detail: PlanDetail; onClose: () => void }) {
  const [from, setFrom] = useState(localToday);
  const [content, setContent] = useState(detail.content);
  const [reason, setReason] = useState('');
  const { mutate, error, isPending } = useRewordTask();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate({ taskId: detail.taskId, from, content, reason }, { onSuccess: onClose });
  };
  return (
    <form className="plan-form" onSubmit={submit} aria-label="改写任务">
      <Field
        label="改写后的内容"
        hint="从起始日起用新写法，此前各期的台账不变。通知本身有误的，请用“修改”作勘误。"
      >
        {(ids) => (
          <Input.TextArea
            {...ids}
            className="grow-with-text"
            value={content}
            onChange={(event) => setContent(event.target.value)}
          />
        )}
      </Field>
      <DateInput label="起始日" value={from} onChange={setFrom} />
      <TextField label="改写理由" value={reason} onChange={setReason} />
      {error !== null && <ErrorNotice title="没有改写" error={error} />}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isPending}>
          改写
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}
