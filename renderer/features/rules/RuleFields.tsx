import { Button, InputNumber, Radio } from 'antd';
import { actionSettingLabels } from '#shared/domain/supervision/action-settings.ts';
import { type CurvePoint, curveLabels } from '#shared/domain/supervision/curves.ts';
import { lightLabels } from '#shared/domain/supervision/light-kinds.ts';
import { lightFlagLabels, lightSettingLabels } from '#shared/domain/supervision/light-settings.ts';
import type { RuleDraft } from '#shared/domain/supervision/rule-settings.ts';
import { Field } from '../../components/Field.tsx';
import type { DaysKey, RuleEdit } from './rule-edit.ts';

type NumberKey = keyof typeof lightSettingLabels;
type FlagKey = keyof typeof lightFlagLabels;
type CurveKey = keyof typeof curveLabels;

const numberKeys = Object.keys(lightSettingLabels) as NumberKey[];
const flagKeys = Object.keys(lightFlagLabels) as FlagKey[];
const daysKeys = Object.keys(actionSettingLabels) as DaysKey[];
const curveKeys = Object.keys(curveLabels) as CurveKey[];

const flagOptions = (['yellow', 'red'] as const).map((value) => ({ value, label: lightLabels[value] }));

interface RuleFieldsProps {
  draft: RuleDraft;
  onChange: (typed: (edit: RuleEdit) => RuleEdit) => void;
}

/** The numbers of one kind of rule, as they will hold. */
export function RuleFields({ draft, onChange }: RuleFieldsProps) {
  switch (draft.kind) {
    case 'light':
      return (
        <LightFields
          settings={draft.settings}
          onChange={(part) => onChange((edit) => ({ ...edit, light: { ...edit.light, ...part } }))}
        />
      );
    case 'action': {
      const { nearDueDays, answerDays } = draft.settings;
      return (
        <DaysFields
          days={{ nearDueDays, ...answerDays }}
          onChange={(part) => onChange((edit) => ({ ...edit, days: { ...edit.days, ...part } }))}
        />
      );
    }
    case 'curve':
      return curveKeys.map((key) => (
        <CurveFields
          key={key}
          name={curveLabels[key]}
          points={draft.settings[key]}
          onChange={(points) => onChange((edit) => ({ ...edit, curve: { ...edit.curve, [key]: points } }))}
        />
      ));
  }
}

interface LightFieldsProps {
  settings: Extract<RuleDraft, { kind: 'light' }>['settings'];
  onChange: (part: RuleEdit['light']) => void;
}

function LightFields({ settings, onChange }: LightFieldsProps) {
  return (
    <div className="rule-fields">
      {numberKeys.map((key) => (
        <NumberField
          key={key}
          label={lightSettingLabels[key]}
          value={settings[key]}
          onChange={(value) => onChange({ [key]: value })}
        />
      ))}
      {flagKeys.map((key) => (
        <Field key={key} label={lightFlagLabels[key]}>
          {(ids) => (
            <Radio.Group
              {...ids}
              aria-label={lightFlagLabels[key]}
              value={settings[key]}
              options={flagOptions}
              onChange={({ target }) => onChange({ [key]: target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

interface DaysFieldsProps {
  days: Record<DaysKey, number>;
  onChange: (part: RuleEdit['days']) => void;
}

function DaysFields({ days, onChange }: DaysFieldsProps) {
  return (
    <div className="rule-fields">
      {daysKeys.map((key) => (
        <NumberField
          key={key}
          label={actionSettingLabels[key]}
          value={days[key]}
          onChange={(value) => onChange({ [key]: value })}
        />
      ))}
    </div>
  );
}

interface NumberFieldProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
}

function NumberField({ label, value, onChange }: NumberFieldProps) {
  return (
    <Field label={label}>
      {(ids) => (
        <InputNumber {...ids} min={0} value={value} onChange={(next) => next !== null && onChange(next)} />
      )}
    </Field>
  );
}

interface CurveFieldsProps {
  name: string;
  points: readonly CurvePoint[];
  onChange: (points: readonly CurvePoint[]) => void;
}

/** Halfway between the last point and the end. */
function nextPoint(points: readonly CurvePoint[]): CurvePoint {
  const { time, work } = points.at(-1) ?? { time: 0, work: 0 };
  return { time: Math.round((time + 100) / 2), work: Math.round((work + 100) / 2) };
}

function CurveFields({ name, points, onChange }: CurveFieldsProps) {
  const rows = points.map((point, index) => ({ point, index, label: `${name}第${index + 1}点` }));
  const replace = (at: number, part: Partial<CurvePoint>) =>
    onChange(points.map((point, index) => (index === at ? { ...point, ...part } : point)));
  return (
    <fieldset className="rule-curve">
      <legend>{name}</legend>
      {rows.map(({ point, index, label }) => (
        <div key={label} className="rule-point">
          时间过
          <PercentInput
            label={`${label}时间%`}
            value={point.time}
            onChange={(time) => replace(index, { time })}
          />
          % 应完成
          <PercentInput
            label={`${label}应完成%`}
            value={point.work}
            onChange={(work) => replace(index, { work })}
          />
          %
          <Button
            size="small"
            aria-label={`删除${label}`}
            onClick={() => onChange(points.filter((_, other) => other !== index))}
          >
            删除
          </Button>
        </div>
      ))}
      <Button
        size="small"
        aria-label={`${name}加一点`}
        onClick={() => onChange([...points, nextPoint(points)])}
      >
        加一点
      </Button>
    </fieldset>
  );
}

function PercentInput({ label, value, onChange }: NumberFieldProps) {
  return (
    <InputNumber
      aria-label={label}
      size="small"
      min={0}
      max={100}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}
