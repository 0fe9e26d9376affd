import { Button, Checkbox, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { LeaderOffice } from '#shared/contract/leader-terms.ts';
import { useSucceedLeader } from '../../api/plan.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';

interface SuccessionFormProps {
  leader: LeaderOffice;
  onClose: () => void;
}

const fields = [
  ['toName', '接任领导'],
  ['toTitle', '职务'],
  ['reason', '原因或依据'],
] as const;

/** A date in the future is kept, and holds from that day. */
export function SuccessionForm({ leader, onClose }: SuccessionFormProps) {
  const [entry, setEntry] = useState({ toName: '', toTitle: '', from: '', reason: '' });
  const [chosen, setChosen] = useState(() => leader.tasks.map(({ id }) => id));
  const { mutate, error, isPending } = useSucceedLeader();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate({ fromLeaderId: leader.id, ...entry, taskIds: chosen }, { onSuccess: onClose });
  };
  return (
    <form className="plan-succession sheet" onSubmit={submit} aria-label={`接任${leader.name}`}>
      <h2>由他人接任{leader.name}</h2>
      <div className="plan-succession-fields">
        {fields.map(([key, label]) => (
          <Field key={key} label={label}>
            {(ids) => (
              <Input
                {...ids}
                maxLength={200}
                value={entry[key]}
                onChange={(event) => setEntry({ ...entry, [key]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Field label="接任日期">
          {(ids) => (
            <Input
              {...ids}
              type="date"
              value={entry.from}
              onChange={(event) => setEntry({ ...entry, from: event.target.value })}
            />
          )}
        </Field>
      </div>
      <details>
        <summary>
          移交 {chosen.length} 项任务（共 {leader.tasks.length} 项）
        </summary>
        <Checkbox.Group
          className="plan-succession-tasks"
          value={chosen}
          options={leader.tasks.map(({ id, code, content }) => ({
            value: id,
            label: `${code} ${content.slice(0, 40)}`,
          }))}
          onChange={setChosen}
        />
      </details>
      {error !== null && <ErrorNotice title="分工没有改" error={error} />}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={chosen.length === 0}>
          移交
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}
