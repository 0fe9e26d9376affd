import { Button, Checkbox, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { PlanDetail } from '#shared/contract/plan.ts';
import type { SplitRequest } from '#shared/contract/task-life.ts';
import { useSplitTask } from '../../../api/plan.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { promiseText } from '../../../components/format.ts';
import { localToday } from '../../../components/today.ts';
import { type MoveFormProps, Obstacles, TextField } from './MoveForm.tsx';
import { DateInput } from './PlanForm.tsx';
import { type Keyed, nextKey } from './plan-draft.ts';

type Part = Keyed<SplitRequest['parts'][number]>;

function newPart(detail: PlanDetail, key: number): Part {
  return { key, content: '', unitIds: detail.units.map(({ unitId }) => unitId), targetIds: [] };
}

/** Each part becomes a task at the end of its section, with units and targets of this one. */
export function SplitForm({ detail, move, onClose }: MoveFormProps) {
  const [date, setDate] = useState(localToday);
  const [reason, setReason] = useState('');
  const [parts, setParts] = useState([newPart(detail, 0), newPart(detail, 1)]);
  const { mutate, error, isPending } = useSplitTask();
  const replace = (key: number, change: Partial<Part>) =>
    setParts(parts.map((part) => (part.key === key ? { ...part, ...change } : part)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const entries = parts.map(({ key: _, ...part }) => part);
    mutate({ taskId: detail.taskId, date, reason, parts: entries }, { onSuccess: onClose });
  };
  return (
    <form className="plan-form" onSubmit={submit} aria-label="拆分任务">
      <Obstacles move={move} />
      {parts.map((part, index) => (
        <PartFields
          key={part.key}
          name={`第${index + 1}项`}
          detail={detail}
          part={part}
          onChange={(change) => replace(part.key, change)}
        />
      ))}
      <Button onClick={() => setParts([...parts, newPart(detail, nextKey(parts))])}>再拆一项</Button>
      <DateInput label="日期" value={date} onChange={setDate} />
      <TextField label="理由" value={reason} onChange={setReason} />
      {error !== null && <ErrorNotice title="没有拆分" error={error} />}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isPending}>
          拆分
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}

interface PartFieldsProps {
  name: string;
  detail: PlanDetail;
  part: Part;
  onChange: (change: Partial<Part>) => void;
}

function PartFields({ name, detail, part, onChange }: PartFieldsProps) {
  const units = [...new Map(detail.units.map((unit) => [unit.unitId, unit])).values()];
  return (
    <fieldset className="plan-list">
      <legend>{name}</legend>
      <Input.TextArea
        aria-label={`${name}内容`}
        className="grow-with-text"
        value={part.content}
        onChange={(event) => onChange({ content: event.target.value })}
      />
      <Checkbox.Group
        value={part.unitIds}
        options={units.map(({ unitId, name: unit, role }) => ({
          value: unitId,
          label: `${unit}（${role}）`,
        }))}
        onChange={(unitIds) => onChange({ unitIds })}
      />
      {detail.targets.length > 0 && (
        <Checkbox.Group
          value={part.targetIds}
          options={detail.targets.map((target) => ({
            value: target.id,
            label: `${target.name} ${promiseText(target)}`,
          }))}
          onChange={(targetIds) => onChange({ targetIds })}
        />
      )}
    </fieldset>
  );
}
