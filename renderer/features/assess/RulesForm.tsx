import { Button, Checkbox, InputNumber } from 'antd';
import { useId, useState } from 'react';
import type { ScoreRulesValues } from '#shared/contract/assess.ts';
import { checkScoreRules } from '#shared/domain/supervision/check-score-rules.ts';
import { countedPerLabels, type ScoreRule, type ScoreRules } from '#shared/domain/supervision/score-rules.ts';
import { useSaveRules } from '../../api/assess.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

interface RulesFormProps {
  from: ScoreRules;
  onClose: () => void;
  /** @param rulesId of the new version */
  onSaved: (rulesId: number | null) => void;
}

const kindLabels: Record<ScoreRule['kind'], string> = { deduction: '扣分', praise: '加分', mark: '按权重' };

/** Saved as a new version that is only tried; putting it in force is a step of its own. */
export function RulesForm({ from, onClose, onSaved }: RulesFormProps) {
  const [draft, setDraft] = useState<ScoreRules>(from);
  const save = useSaveRules();
  const problems = checkScoreRules(draft);
  const changeRule = (index: number, rule: ScoreRule) =>
    setDraft({ ...draft, rules: draft.rules.map((other, place) => (place === index ? rule : other)) });
  const store = () => {
    const { version: _, effectiveFrom: __, rules, ...limits } = draft;
    const values: ScoreRulesValues = { ...limits, rules: rules.map(asValues) };
    save.mutate(values, { onSuccess: ([newest]) => onSaved(newest?.id ?? null) });
  };
  return (
    <section className="rules-form sheet" aria-label="修改考核规则">
      <h2>以第{from.version}版为底的新版</h2>
      <div className="rules-limits">
        <Limit label="基础分" value={draft.base} onChange={(base) => setDraft({ ...draft, base })} />
        <Limit label="最低分" value={draft.floor} onChange={(floor) => setDraft({ ...draft, floor })} />
        <Limit label="最高分" value={draft.ceiling} onChange={(ceiling) => setDraft({ ...draft, ceiling })} />
      </div>
      <table className="rules-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">方式</th>
            <th scope="col">每次分值／权重%</th>
            <th scope="col">最多</th>
            <th scope="col">计次</th>
            <th scope="col">无牵头任务的填报单位</th>
          </tr>
        </thead>
        <tbody>
          {draft.rules.map((rule, index) => (
            <RuleRow key={rule.key} rule={rule} onChange={(next) => changeRule(index, next)} />
          ))}
        </tbody>
      </table>
      {problems.length > 0 && (
        <ul className="rules-problems" role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {save.error !== null && <ErrorNotice title="没有保存" error={save.error} />}
      <div className="rules-actions">
        <Button type="primary" disabled={problems.length > 0} loading={save.isPending} onClick={store}>
          另存一版，先试算
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </section>
  );
}

function asValues(rule: ScoreRule): ScoreRulesValues['rules'][number] {
  return rule.kind === 'mark' ? rule : { ...rule, who: [...rule.who] };
}

interface LimitProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
}

function Limit({ label, value, onChange }: LimitProps) {
  const id = useId();
  return (
    <span className="rules-limit">
      <label htmlFor={id}>{label}</label>
      <InputNumber
        id={id}
        min={0}
        max={1_000}
        precision={2}
        value={value}
        onChange={(next) => onChange(next ?? 0)}
      />
    </span>
  );
}

function RuleRow({ rule, onChange }: { rule: ScoreRule; onChange: (rule: ScoreRule) => void }) {
  if (rule.kind === 'mark') {
    return (
      <tr>
        <th scope="row">{rule.label}</th>
        <td>{kindLabels.mark}</td>
        <td>
          <InputNumber
            aria-label={`${rule.label}的权重`}
            min={0}
            max={100}
            value={rule.weight}
            onChange={(weight) => onChange({ ...rule, weight: weight ?? 0 })}
          />
        </td>
        <td>—</td>
        <td>—</td>
        <td>—</td>
      </tr>
    );
  }
  const countsStandIns = rule.who.includes('stand_in');
  return (
    <tr>
      <th scope="row">{rule.label}</th>
      <td>{kindLabels[rule.kind]}</td>
      <td>
        <InputNumber
          aria-label={`${rule.label}每次的分值`}
          min={0}
          max={1_000}
          precision={2}
          value={rule.points}
          onChange={(points) => onChange({ ...rule, points: points ?? 0 })}
        />
      </td>
      <td>
        <InputNumber
          aria-label={`${rule.label}最多`}
          min={0}
          max={1_000}
          precision={2}
          placeholder="不限"
          value={rule.cap}
          onChange={(cap) => onChange({ ...rule, cap })}
        />
      </td>
      <td>{countedPerLabels[rule.per]}</td>
      <td>
        <Checkbox
          aria-label={`${rule.label}计无牵头任务的填报单位`}
          checked={countsStandIns}
          onChange={({ target }) =>
            onChange({ ...rule, who: target.checked ? ['lead', 'stand_in'] : ['lead'] })
          }
        >
          计分
        </Checkbox>
      </td>
    </tr>
  );
}
