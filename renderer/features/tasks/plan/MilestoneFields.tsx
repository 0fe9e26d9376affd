import { Button, Input } from 'antd';
import type { MilestoneEntry } from '#shared/contract/plan.ts';
import { type Keyed, nextKey, type PlanDraft } from './plan-draft.ts';

interface MilestoneFieldsProps {
  milestones: PlanDraft['milestones'];
  onChange: (milestones: PlanDraft['milestones']) => void;
}

type Milestone = Keyed<MilestoneEntry>;

/** 节点: what, by when, when it was done, and what shows it. */
export function MilestoneFields({ milestones, onChange }: MilestoneFieldsProps) {
  const replace = (key: number, part: Partial<Milestone>) =>
    onChange(milestones.map((milestone) => (milestone.key === key ? { ...milestone, ...part } : milestone)));
  const add = () => {
    const added = { key: nextKey(milestones), id: null, title: '', due: '', done: null, evidence: '' };
    onChange([...milestones, added]);
  };
  return (
    <fieldset className="plan-list">
      <legend>节点</legend>
      {milestones.map((milestone, index) => (
        <MilestoneLine
          key={milestone.key}
          name={`第${index + 1}个节点`}
          milestone={milestone}
          onChange={(part) => replace(milestone.key, part)}
          onRemove={() => onChange(milestones.filter(({ key }) => key !== milestone.key))}
        />
      ))}
      <Button onClick={add}>加一个节点</Button>
    </fieldset>
  );
}

interface MilestoneLineProps {
  name: string;
  milestone: Milestone;
  onChange: (part: Partial<Milestone>) => void;
  onRemove: () => void;
}

function MilestoneLine({ name, milestone, onChange, onRemove }: MilestoneLineProps) {
  const { title, due, done, evidence } = milestone;
  return (
    <div className="plan-line plan-milestone">
      <Input
        aria-label={`${name}名称`}
        placeholder="节点名称"
        maxLength={200}
        value={title}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <div>
        <span aria-hidden>时限</span>
        <Input
          type="date"
          aria-label={`${name}时限`}
          value={due}
          onChange={(event) => onChange({ due: event.target.value })}
        />
      </div>
      <div>
        <span aria-hidden>完成于</span>
        <Input
          type="date"
          aria-label={`${name}完成日期`}
          value={done ?? ''}
          onChange={(event) => onChange({ done: event.target.value === '' ? null : event.target.value })}
        />
      </div>
      <Input
        aria-label={`${name}完成依据`}
        placeholder="完成依据"
        value={evidence}
        onChange={(event) => onChange({ evidence: event.target.value })}
      />
      <Button onClick={onRemove} aria-label={`删除${name}`}>
        删除
      </Button>
    </div>
  );
}
