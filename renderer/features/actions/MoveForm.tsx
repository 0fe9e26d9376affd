import { Button, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { ActionDetail, ActionReturn, ActionView } from '#shared/contract/actions.ts';
import type { ActionNeed } from '#shared/domain/supervision/action-state.ts';
import { useMoveAction } from '../../api/actions.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';

interface MoveFormProps {
  action: ActionDetail;
  move: ActionView['moves'][number];
  onDone: () => void;
}

type Given = Record<'date' | 'reason' | 'answer' | 'answerDue' | 'newDue' | 'decider', string>;

const fields: Record<ActionNeed, { name: keyof Given; label: string; shape: 'date' | 'line' | 'text' }> = {
  date: { name: 'date', label: '日期', shape: 'date' },
  reason: { name: 'reason', label: '理由', shape: 'text' },
  answer: { name: 'answer', label: '内容', shape: 'text' },
  answer_due: { name: 'answerDue', label: '新的答复期限', shape: 'date' },
  new_due: { name: 'newDue', label: '批准的新时限', shape: 'date' },
  decider: { name: 'decider', label: '批示人', shape: 'line' },
};

/** Asks for what the move needs and nothing else; what is missing is said by the rules. */
export function MoveForm({ action, move: { move, label, needs }, onDone }: MoveFormProps) {
  const [given, setGiven] = useState<Given>({
    date: dayjs().format('YYYY-MM-DD'),
    reason: '',
    answer: '',
    answerDue: '',
    newDue: action.newDue ?? '',
    decider: '',
  });
  const [returnFileId, setReturnFileId] = useState<number | null>(null);
  const { mutate, error, isPending } = useMoveAction();
  const { id: actionId, version } = action;
  return (
    <form
      className="action-form action-move"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ actionId, version, move, returnFileId, ...given }, { onSuccess: onDone });
      }}
    >
      {needs.map((need) => (
        <NeedField
          key={need}
          need={need}
          value={given[fields[need].name]}
          onChange={(value) => setGiven((now) => ({ ...now, [fields[need].name]: value }))}
        />
      ))}
      {move === 'answer' && action.returns.length > 0 && (
        <ReturnField returns={action.returns} value={returnFileId} onChange={setReturnFileId} />
      )}
      {error !== null && <ErrorNotice title={`没有办理“${label}”`} error={error} />}
      <div className="confirm-dialog-actions">
        <Button onClick={onDone}>取消</Button>
        <Button type="primary" htmlType="submit" disabled={isPending}>
          {label}
        </Button>
      </div>
    </form>
  );
}

interface ReturnFieldProps {
  returns: readonly ActionReturn[];
  value: number | null;
  onChange: (returnFileId: number | null) => void;
}

/** The browser's own list: another would open behind the dialog. */
function ReturnField({ returns, value, onChange }: ReturnFieldProps) {
  return (
    <Field label="随哪份回表答复">
      {(ids) => (
        <select
          {...ids}
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
        >
          <option value="">不是随回表来的</option>
          {returns.map(({ id, fileName, receivedOn }) => (
            <option key={id} value={id}>
              {receivedOn} {fileName}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface NeedFieldProps {
  need: ActionNeed;
  value: string;
  onChange: (value: string) => void;
}

function NeedField({ need, value, onChange }: NeedFieldProps) {
  const { label, shape } = fields[need];
  const change = ({ target }: { target: { value: string } }) => onChange(target.value);
  return (
    <Field label={label}>
      {(ids) =>
        shape === 'text' ? (
          <Input.TextArea {...ids} rows={3} value={value} onChange={change} />
        ) : (
          <Input {...ids} type={shape === 'date' ? 'date' : 'text'} value={value} onChange={change} />
        )
      }
    </Field>
  );
}
