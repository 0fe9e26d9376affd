import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { PlanDetail } from '#shared/contract/plan.ts';
import type { AllowedMove } from '#shared/contract/task-life.ts';
import { useMoveTask } from '../../../api/plan.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Field } from '../../../components/Field.tsx';
import { localToday } from '../../../components/today.ts';
import { DateInput } from './PlanForm.tsx';

export interface MoveFormProps {
  detail: PlanDetail;
  move: AllowedMove;
  onClose: () => void;
}

/** What is in the way of a move; nothing of it can be skipped here. */
export function Obstacles({ move: { conditions } }: Pick<MoveFormProps, 'move'>) {
  const obstacles = conditions.flatMap((condition) => condition.obstacles);
  if (conditions.length === 0) return null;
  return (
    <ul className="plan-conditions" aria-label="办理条件">
      {conditions.map(({ label, obstacles: own }) => (
        <li key={label}>
          {own.length === 0 ? '✓' : '✗'} {label}
          {own.length > 0 && `：${own.join('')}`}
        </li>
      ))}
      {obstacles.length > 0 && <li className="muted">条件齐了才能办理。</li>}
    </ul>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
}

export function TextField({ label, value, onChange }: TextFieldProps) {
  return (
    <Field label={label}>
      {(ids) => (
        <Input {...ids} maxLength={200} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

/** Any move but splitting and merging. The table says what must be given. */
export function MoveForm({ detail, move, onClose }: MoveFormProps) {
  const [date, setDate] = useState(localToday);
  const [reason, setReason] = useState('');
  const [requester, setRequester] = useState('');
  const [reviewer, setReviewer] = useState('');
  const { mutate, error, isPending } = useMoveTask();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { taskId } = detail;
    mutate({ taskId, move: move.move, date, reason, requester, reviewer }, { onSuccess: onClose });
  };
  return (
    <form className="plan-form" onSubmit={submit} aria-label={move.label}>
      <Obstacles move={move} />
      <div className="plan-people">
        <DateInput label="日期" value={date} onChange={setDate} />
        {move.needs.includes('requester') && (
          <TextField label="申请人" value={requester} onChange={setRequester} />
        )}
        {move.needs.includes('reviewer') && (
          <TextField label="审核人" value={reviewer} onChange={setReviewer} />
        )}
      </div>
      {move.needs.includes('reason') && <TextField label="理由" value={reason} onChange={setReason} />}
      {error !== null && <ErrorNotice title={`没有${move.label}`} error={error} />}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {move.label}
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}
