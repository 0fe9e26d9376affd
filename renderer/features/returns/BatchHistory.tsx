import { Button, Table } from 'antd';
import { useState } from 'react';
import type { BatchSummary, UndoResult } from '#shared/contract/returns.ts';
import { useReturnBatches, useUndoReturns } from '../../api/returns.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { periodName, timeText } from '../../components/format.ts';
import { LoadingState } from '../../components/LoadingState.tsx';
import { UndoOutcome } from './UndoOutcome.tsx';

/** Every import of the past, each of which can be taken back. */
export function BatchHistory() {
  const { data: batches, error } = useReturnBatches();
  const undo = useUndoReturns();
  const [asked, setAsked] = useState<BatchSummary | null>(null);
  const [outcome, setOutcome] = useState<UndoResult | null>(null);
  const undoBatch = (batch: BatchSummary) => {
    setAsked(null);
    setOutcome(null);
    undo.mutate(batch.id, { onSuccess: setOutcome });
  };
  if (error !== null) return <ErrorNotice title="以往的导入没有读出来" error={error} />;
  if (batches === undefined) return <LoadingState />;
  if (batches.length === 0) return <EmptyState title="还没有导入过回表。" />;
  return (
    <section className="batch-history sheet" aria-labelledby="history-heading">
      <h2 id="history-heading">以往的导入</h2>
      {undo.error !== null && <ErrorNotice title="没有撤销" error={undo.error} />}
      {outcome !== null && <UndoOutcome results={[outcome]} />}
      <Table<BatchSummary>
        size="small"
        rowKey="id"
        dataSource={batches}
        columns={batchColumns(setAsked, undo.isPending)}
        pagination={batches.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
      />
      {asked !== null && (
        <ConfirmDialog
          title={`撤销批次 ${asked.id}？`}
          confirmText="撤销这次导入"
          onConfirm={() => undoBatch(asked)}
          onCancel={() => setAsked(null)}
        >
          {timeText(asked.createdAt)} 导入的 {revisionsOf(asked)}{' '}
          行进展将被撤回；之后又改过的行不动，会逐行列出。
        </ConfirmDialog>
      )}
    </section>
  );
}

function revisionsOf(batch: BatchSummary): number {
  return batch.files.reduce((sum, file) => sum + file.revisions, 0);
}

function batchColumns(onUndo: (batch: BatchSummary) => void, busy: boolean) {
  return [
    { title: '批次', dataIndex: 'id', key: 'id', width: 60, align: 'right' as const },
    { title: '时间', dataIndex: 'createdAt', key: 'createdAt', width: 150, render: timeText },
    { title: '操作人', dataIndex: 'createdBy', key: 'createdBy', width: 100 },
    {
      title: '文件',
      key: 'files',
      render: (_: unknown, { files }: BatchSummary) => <BatchFiles files={files} />,
    },
    {
      title: '状态',
      key: 'state',
      width: 150,
      render: (_: unknown, batch: BatchSummary) =>
        batch.undoneAt === null ? '已入库' : `${timeText(batch.undoneAt)} 已撤销`,
    },
    {
      title: '操作',
      key: 'undo',
      width: 80,
      render: (_: unknown, batch: BatchSummary) =>
        batch.state === 'applied' && (
          <Button
            size="small"
            disabled={busy}
            aria-label={`撤销批次 ${batch.id}`}
            onClick={() => onUndo(batch)}
          >
            撤销
          </Button>
        ),
    },
  ];
}

/** Beyond these the rest is summed up; the names stand in the title. */
const namedFiles = 3;

function BatchFiles({ files }: Pick<BatchSummary, 'files'>) {
  const lines = files.map(
    ({ fileName, unit, period, revisions }) =>
      `${fileName}（${unit}，${periodName(period)}，${revisions} 行）`,
  );
  const rest = lines.length - namedFiles;
  return (
    <span title={lines.join('\n')} className="batch-files">
      {lines.slice(0, namedFiles).join('\n')}
      {rest > 0 && `\n等共 ${lines.length} 份`}
    </span>
  );
}
