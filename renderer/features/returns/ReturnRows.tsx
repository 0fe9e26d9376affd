import { Alert, Button, Table } from 'antd';
import type { ReturnFile, ReturnRow } from '#shared/contract/returns.ts';
import { RowChanges } from './RowChanges.tsx';
import { RowDecisionControl } from './RowDecisionControl.tsx';
import { decide, decideFile, decisionOn, fileTotals, type Review, rowKey } from './review.ts';
import { outcomeLabels } from './review-words.ts';

interface ReturnRowsProps {
  file: ReturnFile;
  review: Review;
  disabled: boolean;
  onDecide: (review: Review) => void;
}

const rowsOfPage = 50;

/** One file's rows: what each would change, and the say over it. */
export function ReturnRows({ file, review, disabled, onDecide }: ReturnRowsProps) {
  const totals = fileTotals(review, file);
  const decidable = totals.fresh + totals.changed;
  return (
    <section className="return-rows sheet" aria-label={`${file.fileName} 的各行`}>
      <div className="return-rows-head">
        <h2>{file.fileName}</h2>
        {file.state === 'previewed' && decidable > 0 && (
          <span className="return-rows-all">
            <Button
              size="small"
              disabled={disabled}
              onClick={() => onDecide(decideFile(review, file, 'take'))}
            >
              全部采纳
            </Button>
            <Button
              size="small"
              disabled={disabled}
              onClick={() => onDecide(decideFile(review, file, 'keep'))}
            >
              全部不采纳
            </Button>
          </span>
        )}
      </div>
      {file.error !== null && <Alert type="error" title={file.error} />}
      {file.notices.map((notice) => (
        <Alert key={notice} type="warning" title={notice} />
      ))}
      {file.rows.length > 0 && (
        <Table<ReturnRow>
          size="small"
          rowKey={(row) => rowKey(file, row)}
          dataSource={file.rows}
          columns={columnsFor({ file, review, disabled, onDecide })}
          pagination={
            file.rows.length > rowsOfPage ? { pageSize: rowsOfPage, showSizeChanger: false } : false
          }
        />
      )}
    </section>
  );
}

function columnsFor({ file, review, disabled, onDecide }: ReturnRowsProps) {
  const severalSheets = new Set(file.rows.map(({ sheet }) => sheet)).size > 1;
  return [
    {
      title: '行',
      key: 'row',
      width: severalSheets ? 96 : 52,
      render: (_: unknown, row: ReturnRow) => (
        <span className="numeric">
          {severalSheets && <span className="return-code">{row.sheet}</span>}
          {row.row}
        </span>
      ),
    },
    {
      title: '结果',
      key: 'outcome',
      width: 72,
      render: (_: unknown, row: ReturnRow) => (
        <span className={`outcome outcome-${row.outcome}`}>{outcomeLabels[row.outcome]}</span>
      ),
    },
    {
      title: '任务',
      key: 'task',
      width: '28%',
      render: (_: unknown, row: ReturnRow) => (
        <>
          {row.code !== null && <span className="return-code">{row.code}</span>}
          {row.content}
        </>
      ),
    },
    { title: '变化', key: 'changes', render: (_: unknown, row: ReturnRow) => <RowChanges row={row} /> },
    {
      title: '采纳',
      key: 'decision',
      width: 138,
      render: (_: unknown, row: ReturnRow) => (
        <RowDecisionControl
          row={row}
          decision={decisionOn(review, file, row)}
          disabled={disabled}
          onDecide={(decision) => onDecide(decide(review, file, row, decision))}
        />
      ),
    },
  ];
}
