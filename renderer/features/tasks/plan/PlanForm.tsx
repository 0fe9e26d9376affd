import { Button, Input, InputNumber, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import type { PlanDetail } from '#shared/contract/plan.ts';
import { checkPlan } from '#shared/domain/supervision/plan.ts';
import { type TrajectoryShape, trajectoryShapeLabels } from '#shared/domain/supervision/trajectory.ts';
import { useSavePlan } from '../../../api/plan.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Field } from '../../../components/Field.tsx';
import { LeaveWarning } from '../../../components/LeaveWarning.tsx';
import { TrajectoryChart } from '../TrajectoryChart.tsx';
import { MilestoneFields } from './MilestoneFields.tsx';
import {
  draftOf,
  draftQuarters,
  draftTrajectory,
  nextKey,
  type PlanDraft,
  planSaveOf,
  previewMarks,
  quarterPercent,
  storedOf,
} from './plan-draft.ts';

interface PlanFormProps {
  detail: PlanDetail;
  onClose: () => void;
}

const shapeOptions = Object.entries(trajectoryShapeLabels).map(([value, label]) => ({ value, label }));

const people = [
  ['responsibleLeader', '责任领导'],
  ['responsiblePerson', '责任人'],
  ['contact', '联系人'],
  ['contactPhone', '联系电话'],
] as const;

/** Saving confirms the plan. What the rules find wrong is said while one types. */
export function PlanForm({ detail, onClose }: PlanFormProps) {
  const [opened] = useState(detail);
  const [untouched] = useState(() => draftOf(detail));
  const [draft, setDraft] = useState(untouched);
  const { mutate, error, isPending } = useSavePlan();
  const change = (part: Partial<PlanDraft>) => setDraft({ ...draft, ...part });
  const trajectory = draftTrajectory(draft, storedOf(opened));
  const problems = checkPlan({ ...draft, trajectory, status: 'confirmed' });
  const save = (event: FormEvent) => {
    event.preventDefault();
    mutate(planSaveOf(opened, draft), { onSuccess: onClose });
  };
  return (
    <form className="plan-form" onSubmit={save} aria-label="修改计划">
      <LeaveWarning unsaved={draft !== untouched && !isPending} />
      {error !== null && <ErrorNotice title="计划没有保存" error={error} />}
      <div className="plan-people">
        {people.map(([key, label]) => (
          <Field key={key} label={label}>
            {(ids) => (
              <Input
                {...ids}
                maxLength={200}
                value={draft[key]}
                onChange={(event) => change({ [key]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <Field label="工作计划">
        {(ids) => (
          <Input.TextArea
            {...ids}
            className="grow-with-text"
            value={draft.workPlan}
            onChange={(event) => change({ workPlan: event.target.value })}
          />
        )}
      </Field>
      <div className="plan-people">
        <DateInput label="开始日期" value={draft.start} onChange={(start) => change({ start })} />
        <DateInput label="完成时限" value={draft.due} onChange={(due) => change({ due })} />
        <Field label="序时方式">
          {(ids) => (
            <Select
              {...ids}
              aria-label="序时方式"
              value={draft.shape}
              options={shapeOptions}
              onChange={(shape: string) => change({ shape: shape as TrajectoryShape })}
            />
          )}
        </Field>
      </div>
      <ShapeFields draft={draft} opened={opened} onChange={change} />
      <MilestoneFields milestones={draft.milestones} onChange={(milestones) => change({ milestones })} />
      <Preview marks={previewMarks(trajectory, opened.curves)} />
      {opened.plan.status === 'confirmed' && (
        <DateInput
          label="改动自哪天起算"
          hint="时限、序时和节点的改动从这一天起算，此前各期仍按原计划；更正笔误可清空，从头起算。已发布的各期都不变。"
          value={draft.from}
          onChange={(from) => change({ from })}
        />
      )}
      {problems.length > 0 && (
        <ul className="plan-problems" role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={problems.length > 0}>
          {opened.plan.status === 'proposed' ? '确认并保存计划' : '保存计划'}
        </Button>
        <Button onClick={onClose} disabled={isPending}>
          取消
        </Button>
      </div>
    </form>
  );
}

function Preview({ marks }: { marks: ReturnType<typeof previewMarks> }) {
  const last = marks.at(-1);
  if (last === undefined) return null;
  return <TrajectoryChart expected={marks} actual={[]} date={last.date} />;
}

interface DateInputProps {
  label: string;
  hint?: string;
  value: string;
  onChange: (date: string) => void;
}

export function DateInput({ label, hint, value, onChange }: DateInputProps) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <Input {...ids} type="date" value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

interface ShapeFieldsProps {
  draft: PlanDraft;
  opened: PlanDetail;
  onChange: (part: Partial<PlanDraft>) => void;
}

/** 季度 and 自定各点 have numbers of their own; the other shapes follow from the dates or the 节点. */
function ShapeFields({ draft, opened, onChange }: ShapeFieldsProps) {
  if (draft.shape === 'quarters') {
    return (
      <div className="plan-people">
        {draftQuarters(draft).map((end) => (
          <Field key={end} label={`至${end}应达%`}>
            {(ids) => (
              <InputNumber
                {...ids}
                min={0}
                max={100}
                value={quarterPercent(draft, storedOf(opened), end)}
                onChange={(percent) => onChange({ quarters: { ...draft.quarters, [end]: percent } })}
              />
            )}
          </Field>
        ))}
      </div>
    );
  }
  return draft.shape === 'points' ? <PointFields points={draft.points} onChange={onChange} /> : null;
}

function PointFields({ points, onChange }: Pick<PlanDraft, 'points'> & Pick<ShapeFieldsProps, 'onChange'>) {
  const replace = (key: number, part: Partial<(typeof points)[number]>) =>
    onChange({ points: points.map((point) => (point.key === key ? { ...point, ...part } : point)) });
  return (
    <fieldset className="plan-list">
      <legend>序时点</legend>
      {points.map(({ key, date, percent }, index) => (
        <div key={key} className="plan-line">
          <Input
            type="date"
            aria-label={`第${index + 1}点日期`}
            value={date}
            onChange={(event) => replace(key, { date: event.target.value })}
          />
          <InputNumber
            aria-label={`第${index + 1}点应达%`}
            min={0}
            max={100}
            value={percent}
            onChange={(next) => replace(key, { percent: next ?? 0 })}
          />
          <Button onClick={() => onChange({ points: points.filter((point) => point.key !== key) })}>
            删除
          </Button>
        </div>
      ))}
      <Button
        onClick={() => onChange({ points: [...points, { key: nextKey(points), date: '', percent: 0 }] })}
      >
        加一个序时点
      </Button>
    </fieldset>
  );
}
