import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { PlanDetail } from '#shared/contract/plan.ts';
import { useRewordTask } from '../../../api/plan.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Field } from '../../../components/Field.tsx';
import { localToday } from '../../../components/today.ts';
import { TextField } from './MoveForm.tsx';
import { DateInput } from './PlanForm.tsx';
import { TargetFields } from './TargetFields.tsx';
import { useRewordNumbers } from './use-reword-numbers.ts';

/** Other words from a day on, and the numbers they promise; earlier ledgers keep the old ones. */
export function RewordForm({ detail, onClose }: { detail: PlanDetail; onClose: () => void }) {
  const { taskId, year } = detail;
  const [from, setFrom] = useState(localToday);
  const [content, setContent] = useState(detail.content);
  const [reason, setReason] = useState('');
  const numbers = useRewordNumbers(detail, content);
  const { mutate, error, isPending } = useRewordTask();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Whatever sends the form past its button must not take the numbers of other words along.
    if (numbers.wanted === null || numbers.wait !== null) return numbers.follow();
    mutate({ taskId, from, content, reason, targets: numbers.wanted }, { onSuccess: onClose });
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
            onBlur={numbers.follow}
          />
        )}
      </Field>
      <fieldset className="plan-list">
        <legend>改写后的指标</legend>
        <p className="muted">
          按改写后的内容列出，请核对；此前各期仍按原来的指标。没有改的指标接着用原来的完成值。
          只更正上次改写写错的指标，内容不用动，起始日填那次改写的起始日。
        </p>
        <TargetFields targets={numbers.targets} due={`${year}-12-31`} onChange={numbers.change} />
        <Button onClick={numbers.propose}>按改写后的内容重新列出</Button>
      </fieldset>
      <DateInput label="起始日" value={from} onChange={setFrom} />
      <TextField label="改写理由" value={reason} onChange={setReason} />
      {numbers.error !== null && <ErrorNotice title="指标没有列出" error={numbers.error} />}
      {error !== null && <ErrorNotice title="没有改写" error={error} />}
      {numbers.wait !== null && (
        <p className="muted" role="status">
          {numbers.wait}
        </p>
      )}
      <div className="form-actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={isPending}
          disabled={numbers.wanted === null || numbers.wait !== null}
        >
          改写
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}
