import { Button, Input, InputNumber, Select, Table } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { UnitMark } from '#shared/contract/assess.ts';
import { useAddMark, useUnitMarks, useWithdrawMark } from '../../api/assess.ts';
import { useUnits } from '../../api/units.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Field } from '../../components/Field.tsx';
import { periodName, timeText } from '../../components/format.ts';
import { UnitSelect } from '../../components/select/UnitSelect.tsx';

const kindOptions = [
  { value: 'praise', label: '批示表扬（加分）' },
  { value: 'leader_mark', label: '领导评分（百分制）' },
] as const;

const kindLabels: Record<UnitMark['kind'], string> = { praise: '批示表扬', leader_mark: '领导评分' };

/** 表扬 and marks of the period's year; what was recorded by mistake is withdrawn, not deleted. */
export function MarksPanel({ period }: { period: string }) {
  const { data: marks, error } = useUnitMarks(Number(period.slice(0, 4)));
  const withdraw = useWithdrawMark();
  const [search] = useSearchParams();
  const marked = Number(search.get('mark'));
  const failure = error ?? withdraw.error;
  return (
    <>
      <MarkForm period={period} />
      {failure !== null && <ErrorNotice title="没有完成" error={failure} />}
      <Table<UnitMark>
        size="small"
        rowKey="id"
        rowClassName={({ id }) => (id === marked ? 'mark-row-asked' : '')}
        dataSource={marks ?? []}
        loading={marks === undefined && error === null}
        pagination={false}
        locale={{ emptyText: '本年还没有表扬和评分' }}
        columns={[
          { title: '报告期', key: 'period', width: 120, render: (_, mark) => periodName(mark.period) },
          { title: '单位', dataIndex: 'unit', key: 'unit', width: 200 },
          { title: '类别', key: 'kind', width: 100, render: (_, mark) => kindLabels[mark.kind] },
          {
            title: '分值',
            dataIndex: 'points',
            key: 'points',
            width: 80,
            align: 'right',
            className: 'numeric',
          },
          { title: '依据', dataIndex: 'reason', key: 'reason' },
          {
            title: '记录人',
            key: 'by',
            width: 220,
            render: (_, mark) => `${mark.createdBy}，${timeText(mark.createdAt)}`,
          },
          {
            title: '操作',
            key: 'withdraw',
            width: 80,
            render: (_, mark) => (
              <Button
                size="small"
                disabled={withdraw.isPending}
                aria-label={`撤回${mark.unit}的${kindLabels[mark.kind]}`}
                onClick={() => withdraw.mutate(mark.id)}
              >
                撤回
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}

function MarkForm({ period }: { period: string }) {
  const { data: units } = useUnits();
  const add = useAddMark();
  const [unitId, setUnitId] = useState<number | null>(null);
  const [kind, setKind] = useState<UnitMark['kind']>('praise');
  const [points, setPoints] = useState<number | null>(1);
  const [reason, setReason] = useState('');
  const isReady = unitId !== null && points !== null && reason.trim() !== '';
  const store = () => {
    if (unitId === null || points === null) return;
    add.mutate({ unitId, period, kind, points, reason }, { onSuccess: () => setReason('') });
  };
  return (
    <section className="mark-form sheet" aria-label="记录表扬或评分">
      <Field label="单位">
        {({ id }) => <UnitSelect id={id} units={units ?? []} value={unitId} onChange={setUnitId} />}
      </Field>
      <Field label="类别">
        {(ids) => (
          <Select<UnitMark['kind']> {...ids} value={kind} options={[...kindOptions]} onChange={setKind} />
        )}
      </Field>
      <Field label="分值">
        {(ids) => (
          <InputNumber
            {...ids}
            min={0}
            max={kind === 'praise' ? 1_000 : 100}
            precision={2}
            value={points}
            onChange={setPoints}
          />
        )}
      </Field>
      <Field label="依据">
        {(ids) => (
          <Input
            {...ids}
            className="mark-reason"
            value={reason}
            maxLength={200}
            placeholder="哪位领导、哪份批示或会议"
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={() => isReady && store()}
          />
        )}
      </Field>
      <Button type="primary" disabled={!isReady} loading={add.isPending} onClick={store}>
        记入{periodName(period)}
      </Button>
      {add.error !== null && <ErrorNotice title="没有记录" error={add.error} />}
    </section>
  );
}
