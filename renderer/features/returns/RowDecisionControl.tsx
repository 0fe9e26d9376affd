import { Checkbox, Radio } from 'antd';
import { useId } from 'react';
import type { ReturnRow } from '#shared/contract/returns.ts';
import type { RowDecision } from './review.ts';

type Choice = Exclude<RowDecision, 'nothing'>;

interface RowDecisionControlProps {
  row: ReturnRow;
  decision: RowDecision;
  disabled: boolean;
  onDecide: (decision: Choice) => void;
}

const conflictOptions: { value: Choice; label: string }[] = [
  { value: 'keep', label: '保留已存的' },
  { value: 'take', label: '采用回表的' },
];

/** Take the row or leave it out; for a conflict, which side to take. */
export function RowDecisionControl({ row, decision, disabled, onDecide }: RowDecisionControlProps) {
  if (decision === 'nothing') return <span className="muted">—</span>;
  const name = row.code ?? `第 ${row.row} 行`;
  if (row.outcome === 'conflict') {
    return <ConflictChoice label={`${name} 的冲突`} {...{ decision, disabled, onDecide }} />;
  }
  return (
    <Checkbox
      aria-label={`采纳 ${name}`}
      disabled={disabled}
      checked={decision === 'take'}
      onChange={({ target }) => onDecide(target.checked ? 'take' : 'keep')}
    >
      采纳
    </Checkbox>
  );
}

interface ConflictChoiceProps {
  label: string;
  decision: Choice;
  disabled: boolean;
  onDecide: (decision: Choice) => void;
}

function ConflictChoice({ label, decision, disabled, onDecide }: ConflictChoiceProps) {
  const name = useId();
  return (
    <Radio.Group
      className="conflict-choice"
      name={name}
      aria-label={label}
      disabled={disabled}
      value={decision}
      options={conflictOptions}
      onChange={({ target }) => onDecide(target.value as Choice)}
    />
  );
}
