import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { ActionDraftValues, ActionProposal } from '#shared/contract/actions.ts';
import { actionKindLabels, requiredFields } from '#shared/domain/supervision/action.ts';
import {
  type OrderColour,
  orderColourLabels,
  orderColours,
} from '#shared/domain/supervision/order-colour.ts';
import { type DraftRequest, useCreateAction, useDraft } from '../../api/actions.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { OfficeDialog } from './OfficeDialog.tsx';

interface DraftDialogProps {
  request: DraftRequest;
  onClose: () => void;
  onRecorded: (actionId: number) => void;
}

/** What is proposed, to be looked over and changed; nothing is recorded and no number taken before 登记. */
export function DraftDialog({ request, onClose, onRecorded }: DraftDialogProps) {
  const { data, error } = useDraft(request);
  return (
    <OfficeDialog title={`起草${actionKindLabels[request.kind]}`} onClose={onClose}>
      {error !== null && (
        <>
          <ErrorNotice title="没有起草" error={error} />
          <div className="confirm-dialog-actions">
            <Button onClick={onClose}>关闭</Button>
          </div>
        </>
      )}
      {data === undefined && error === null && <LoadingState />}
      {data !== undefined && <DraftForm proposal={data} onClose={onClose} onRecorded={onRecorded} />}
    </OfficeDialog>
  );
}

const dateLabels = {
  actedOn: '日期',
  answerDue: '答复期限',
  oldDue: '原完成时限',
  newDue: '申请的新时限',
} as const;
type DateField = keyof typeof dateLabels;

interface DraftFormProps extends Omit<DraftDialogProps, 'request'> {
  proposal: ActionProposal;
}

function DraftForm({ proposal: { values: proposed, unit, tasks }, onClose, onRecorded }: DraftFormProps) {
  const [values, setValues] = useState(proposed);
  const { mutate, error, isPending } = useCreateAction();
  const change = (part: Partial<ActionDraftValues>) => setValues((now) => ({ ...now, ...part }));
  const needed = requiredFields[values.kind];
  const dates = (Object.keys(dateLabels) as DateField[]).filter((field) => needed.includes(field));
  return (
    <form
      className="action-form"
      onSubmit={(event) => {
        event.preventDefault();
        mutate(values, { onSuccess: ({ id }) => onRecorded(id) });
      }}
    >
      <p className="action-subject">
        {unit ?? '（不限单位）'}　{tasks.map(({ code }) => code).join('、')}
      </p>
      {values.colour !== null && (
        <ColourField colour={values.colour} onChange={(colour) => change({ colour })} />
      )}
      <Field label="标题">
        {(ids) => (
          <Input
            {...ids}
            maxLength={200}
            value={values.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        )}
      </Field>
      <Field label="事由">
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={5}
            value={values.reason}
            onChange={({ target }) => change({ reason: target.value })}
          />
        )}
      </Field>
      <div className="action-dates">
        {dates.map((field) => (
          <Field key={field} label={dateLabels[field]}>
            {(ids) => (
              <Input
                {...ids}
                type="date"
                readOnly={field === 'oldDue'}
                value={values[field] ?? ''}
                onChange={({ target }) => change({ [field]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {error !== null && <ErrorNotice title="没有登记" error={error} />}
      <div className="confirm-dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" htmlType="submit" disabled={isPending}>
          登记
        </Button>
      </div>
    </form>
  );
}

function ColourField({ colour, onChange }: { colour: OrderColour; onChange: (colour: OrderColour) => void }) {
  return (
    <Field label="颜色" hint="临期蓝、落后序时或质量不高黄、逾期红；上一件未答复的升一级。">
      {(ids) => (
        <Radio.Group
          {...ids}
          value={colour}
          options={orderColours.map((value) => ({ value, label: orderColourLabels[value] }))}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
