import { Button, Input, Radio } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import type { LightOverrideView, LightRow } from '#shared/contract/lights.ts';
import { type LightName, lightNameLabels } from '#shared/domain/lights/light-names.ts';
import { overrideWords } from '#shared/domain/supervision/light-override.ts';
import { useOverrideLight, useWithdrawOverride } from '../../api/lights.ts';
import '../../components/confirm-dialog.css';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { LightMark } from '../../components/LightMark.tsx';

interface OverrideDialogProps {
  row: LightRow;
  /** The day looked at, `YYYY-MM-DD`: the override begins on it and holds at first to its month's end. */
  date: string;
  onClose: () => void;
}

const choices = ['green', 'yellow', 'red'] as const;
/** The whole of a joint task, as a value of the radio group. */
const whole = 0;

function monthEndOf(date: string): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return `${date.slice(0, 8)}${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

function labelOf({ parts }: LightRow, unitId: number): string {
  return parts.find((part) => part.unitId === unitId)?.unit ?? '整项任务';
}

/** 人工改灯: the computed light stays beside it, and who did it why is kept. */
export function OverrideDialog({ row, date, onClose }: OverrideDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const inForce = [row.override, ...row.parts.map(({ override }) => override)].filter(
    (override, index, all): override is LightOverrideView =>
      override !== null && all.findIndex((other) => other?.id === override.id) === index,
  );
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
      <h2 id={titleId}>人工改灯：{row.code}</h2>
      <p>
        规则判定 <LightMark light={row.computed} />　{row.reason}
      </p>
      {inForce.map((override) => (
        <OverrideInForce key={override.id} override={override} onDone={onClose} />
      ))}
      <OverrideForm row={row} date={date} onClose={onClose} />
    </dialog>
  );
}

function OverrideInForce({ override, onDone }: { override: LightOverrideView; onDone: () => void }) {
  const { mutate, error, isPending } = useWithdrawOverride();
  return (
    <div className="light-in-force">
      <span>{overrideWords(override)}</span>
      <Button size="small" disabled={isPending} onClick={() => mutate(override.id, { onSuccess: onDone })}>
        撤回
      </Button>
      {error !== null && <ErrorNotice title="没有撤回" error={error} />}
    </div>
  );
}

function OverrideForm({ row, date, onClose }: OverrideDialogProps) {
  const [light, setLight] = useState<(typeof choices)[number]>('yellow');
  const [unitId, setUnitId] = useState(row.parts.length === 1 ? (row.parts[0]?.unitId ?? whole) : whole);
  const [reason, setReason] = useState('');
  const [from, setFrom] = useState(date);
  const [until, setUntil] = useState(monthEndOf(date));
  const { mutate, error, isPending } = useOverrideLight();
  const save = () =>
    mutate(
      { taskId: row.taskId, unitId: unitId === whole ? null : unitId, light, reason, from, until },
      { onSuccess: onClose },
    );
  const scopes = [...(row.parts.length === 1 ? [] : [whole]), ...row.parts.map((part) => part.unitId)];
  return (
    <form
      className="light-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {row.parts.length > 1 && row.parts.length <= 4 && (
        <Field label="改哪一盏">
          {(ids) => (
            <Radio.Group
              {...ids}
              aria-label="改哪一盏"
              value={unitId}
              options={scopes.map((value) => ({ value, label: labelOf(row, value) }))}
              onChange={({ target }) => setUnitId(Number(target.value))}
            />
          )}
        </Field>
      )}
      <Field label="改为">
        {(ids) => (
          <Radio.Group
            {...ids}
            aria-label="改为"
            value={light}
            options={choices.map((value) => ({ value, label: lightNameLabels[value satisfies LightName] }))}
            onChange={({ target }) => setLight(target.value)}
          />
        )}
      </Field>
      <Field label="理由" hint="写明依据，打印台账时随备注一起印出。">
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={2}
            maxLength={200}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <div className="light-form-dates">
        <Field label="自">
          {(ids) => (
            <Input {...ids} type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
          )}
        </Field>
        <Field label="至（含当天）">
          {(ids) => (
            <Input {...ids} type="date" value={until} onChange={({ target }) => setUntil(target.value)} />
          )}
        </Field>
      </div>
      {error !== null && <ErrorNotice title="灯没有改" error={error} />}
      <div className="confirm-dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" htmlType="submit" disabled={isPending || reason.trim() === ''}>
          改灯
        </Button>
      </div>
    </form>
  );
}
