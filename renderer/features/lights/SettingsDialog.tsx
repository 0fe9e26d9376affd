import { Button, Input, InputNumber, Radio } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { lightNameLabels } from '#shared/domain/lights/light-names.ts';
import {
  lightFlagLabels as flagLabels,
  type LightSettings,
  lightSettingLabels,
} from '#shared/domain/supervision/light-settings.ts';
import type { RuleEntry } from '#shared/domain/supervision/rule-history.ts';
import { useRules, useSaveRule } from '../../api/rules.ts';
import '../../components/confirm-dialog.css';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { dateText } from '../../components/format.ts';
import { LoadingState } from '../../components/LoadingState.tsx';

type NumberKey = keyof typeof lightSettingLabels;
const numberKeys = Object.keys(lightSettingLabels) as NumberKey[];

type FlagKey = keyof typeof flagLabels;
const flagKeys = Object.keys(flagLabels) as FlagKey[];

/** 亮灯规则: the thresholds from a day on; older periods keep theirs. */
export function SettingsDialog({ date, onClose }: { date: string; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const { data, error } = useRules();
  const newest = data?.history.light[0];
  return (
    <dialog
      ref={dialog}
      className="confirm-dialog light-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>亮灯规则</h2>
      {error !== null && <ErrorNotice title="规则没有读出来" error={error} />}
      {data === undefined && error === null && <LoadingState />}
      {newest !== undefined && (
        <SettingsForm initial={{ ...newest.settings, effectiveFrom: date }} onClose={onClose} />
      )}
      {data !== undefined && <SettingsHistory entries={data.history.light} />}
    </dialog>
  );
}

function SettingsForm({ initial, onClose }: { initial: LightSettings; onClose: () => void }) {
  const [values, setValues] = useState(initial);
  const { mutate, error, isPending } = useSaveRule();
  const change = (part: Partial<LightSettings>) => setValues((now) => ({ ...now, ...part }));
  return (
    <form
      className="light-form"
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ kind: 'light', settings: values }, { onSuccess: onClose });
      }}
    >
      <Field label="自哪天起生效" hint="只影响这一天及以后的灯；此前各期仍按当时的规则。">
        {(ids) => (
          <Input
            {...ids}
            type="date"
            value={values.effectiveFrom}
            onChange={({ target }) => change({ effectiveFrom: target.value })}
          />
        )}
      </Field>
      <div className="light-form-numbers">
        {numberKeys.map((key) => (
          <Field key={key} label={lightSettingLabels[key]}>
            {(ids) => (
              <InputNumber
                {...ids}
                min={0}
                value={values[key]}
                onChange={(value) => value !== null && change({ [key]: value })}
              />
            )}
          </Field>
        ))}
        {flagKeys.map((key) => (
          <Field key={key} label={flagLabels[key]}>
            {(ids) => (
              <Radio.Group
                {...ids}
                aria-label={flagLabels[key]}
                value={values[key]}
                options={(['yellow', 'red'] as const).map((value) => ({
                  value,
                  label: lightNameLabels[value],
                }))}
                onChange={({ target }) => change({ [key]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {error !== null && <ErrorNotice title="规则没有保存" error={error} />}
      <div className="confirm-dialog-actions">
        <Button onClick={onClose}>关闭</Button>
        <Button type="primary" htmlType="submit" disabled={isPending}>
          保存规则
        </Button>
      </div>
    </form>
  );
}

function settingsWords(settings: LightSettings): string {
  const numbers = numberKeys.map((key) => `${lightSettingLabels[key]} ${settings[key]}`);
  const flags = flagKeys.map((key) => `${flagLabels[key]}${lightNameLabels[settings[key]]}`);
  return [...numbers, ...flags].join('；');
}

function SettingsHistory({ entries }: { entries: readonly RuleEntry<'light'>[] }) {
  return (
    <details className="light-history">
      <summary>历次规则（{entries.length}）</summary>
      <ol>
        {entries.map(({ settings, createdBy }) => (
          <li key={settings.effectiveFrom}>
            <b>{createdBy === null ? '程序原有' : `${dateText(settings.effectiveFrom)}起（${createdBy}）`}</b>
            ：{settingsWords(settings)}
          </li>
        ))}
      </ol>
    </details>
  );
}
