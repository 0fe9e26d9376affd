import { Button, Table } from 'antd';
import type { Key } from 'react';
import { Link } from 'react-router';
import type { ReturnOverviewRow, ReturnStanding } from '#shared/contract/desk.ts';
import { returnStandingLabels } from '#shared/domain/return-standing.ts';

interface StandingTableProps {
  rows: readonly ReturnOverviewRow[];
  chosenIds: readonly number[];
  onChoose: (unitIds: number[]) => void;
  onWithdraw: (row: ReturnOverviewRow) => void;
}

/** Red is for what is late or wrong, nothing else. */
const classNames: Record<ReturnStanding, string> = {
  returned: 'standing-good',
  late: 'standing-caution',
  redo: 'standing-caution',
  missing: 'muted',
  overdue: 'standing-wrong',
};

function receivedText({ receivedOn, source }: ReturnOverviewRow): string {
  if (receivedOn === null) return '';
  return source === 'entry' ? `${receivedOn}（手工录入）` : receivedOn;
}

/** Who has returned the form, and who has not. */
export function StandingTable({ rows, chosenIds, onChoose, onWithdraw }: StandingTableProps) {
  const columns = [
    {
      title: '单位',
      key: 'unit',
      width: 190,
      render: (_: unknown, { unit }: ReturnOverviewRow) => <Link to={`/units/${unit.id}`}>{unit.name}</Link>,
    },
    {
      title: '状态',
      key: 'standing',
      width: 96,
      render: (_: unknown, { standing }: ReturnOverviewRow) => (
        <span className={classNames[standing]}>{returnStandingLabels[standing]}</span>
      ),
    },
    {
      title: '收到日期',
      key: 'received',
      width: 176,
      render: (_: unknown, row: ReturnOverviewRow) => <span className="numeric">{receivedText(row)}</span>,
    },
    {
      title: '迟报天数',
      key: 'daysLate',
      width: 84,
      align: 'right' as const,
      render: (_: unknown, { daysLate }: ReturnOverviewRow) => (daysLate === 0 ? '' : daysLate),
    },
    {
      title: '已报/应报',
      key: 'reported',
      width: 92,
      align: 'right' as const,
      render: (_: unknown, { reported, tasks }: ReturnOverviewRow) => (
        <span className="numeric">{`${reported}/${tasks}`}</span>
      ),
    },
    {
      title: '填报人、电话',
      key: 'reporter',
      width: 180,
      render: (_: unknown, { reporter, phone }: ReturnOverviewRow) =>
        [reporter, phone].filter(Boolean).join('　'),
    },
    {
      title: '退回原因',
      key: 'redo',
      render: (_: unknown, row: ReturnOverviewRow) => <RedoCell row={row} onWithdraw={onWithdraw} />,
    },
  ];
  return (
    <Table<ReturnOverviewRow>
      size="small"
      rowKey={({ unit }) => unit.id}
      dataSource={[...rows]}
      columns={columns}
      pagination={false}
      rowSelection={{
        selectedRowKeys: [...chosenIds],
        onChange: (keys: Key[]) => onChoose(keys.map(Number)),
        getCheckboxProps: ({ unit }) => ({ 'aria-label': `选择 ${unit.name}` }) as { 'aria-label': string },
      }}
    />
  );
}

function RedoCell({ row, onWithdraw }: { row: ReturnOverviewRow } & Pick<StandingTableProps, 'onWithdraw'>) {
  if (row.redo === null) return null;
  if (row.standing !== 'redo') return <span className="muted">已重报，原退回：{row.redo.reason}</span>;
  return (
    <span className="standing-redo">
      {row.redo.reason}
      <Button size="small" onClick={() => onWithdraw(row)} aria-label={`撤回对${row.unit.name}的退回`}>
        撤回退回
      </Button>
    </span>
  );
}
