import { Button, Input, InputNumber, Select } from 'antd';
import type { PromisedTarget } from '#shared/contract/task-life.ts';
import { type Comparator, comparatorLabels } from '#shared/domain/target.ts';
import { type Keyed, nextKey } from './plan-draft.ts';

export type TargetDraft = Keyed<Omit<PromisedTarget, 'value'> & { value: number | null }>;

interface TargetFieldsProps {
  targets: readonly TargetDraft[];
  /** What a new line is due by. */
  due: string;
  onChange: (targets: TargetDraft[]) => void;
}

const comparators = Object.entries(comparatorLabels).map(([value, label]) => ({ value, label }));

/** The numbers a task's words promise, a line each. */
export function TargetFields({ targets, due, onChange }: TargetFieldsProps) {
  const add = () =>
    onChange([
      ...targets,
      { key: nextKey(targets), name: '', comparator: '>=', value: null, measure: '', due },
    ]);
  return (
    <>
      {targets.map((target, index) => (
        <TargetLine
          key={target.key}
          name={`第${index + 1}项指标`}
          target={target}
          onChange={(part) =>
            onChange(targets.map((other) => (other.key === target.key ? { ...other, ...part } : other)))
          }
          onRemove={() => onChange(targets.filter(({ key }) => key !== target.key))}
        />
      ))}
      <Button onClick={add}>加一项指标</Button>
    </>
  );
}

interface TargetLineProps {
  name: string;
  target: TargetDraft;
  onChange: (part: Partial<TargetDraft>) => void;
  onRemove: () => void;
}

function TargetLine({ name, target, onChange, onRemove }: TargetLineProps) {
  return (
    <div className="plan-line plan-target">
      <Input
        aria-label={`${name}名称`}
        placeholder="指标名称"
        maxLength={200}
        value={target.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Select<Comparator>
        aria-label={`${name}比较`}
        value={target.comparator}
        options={comparators}
        onChange={(comparator) => onChange({ comparator })}
      />
      <InputNumber
        aria-label={`${name}数值`}
        placeholder="数值"
        value={target.value}
        onChange={(value) => onChange({ value })}
      />
      <Input
        aria-label={`${name}计量单位`}
        placeholder="单位"
        maxLength={20}
        value={target.measure}
        onChange={(event) => onChange({ measure: event.target.value })}
      />
      <Input
        type="date"
        aria-label={`${name}期限`}
        value={target.due}
        onChange={(event) => onChange({ due: event.target.value })}
      />
      <Button onClick={onRemove} aria-label={`删除${name}`}>
        删除
      </Button>
    </div>
  );
}
