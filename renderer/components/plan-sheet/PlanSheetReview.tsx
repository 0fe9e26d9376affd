import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type {
  PlanGridEdit,
  PlanSheetChange,
  PlanSheetPreview,
  PlanSheetRow,
} from '#shared/contract/plan-sheet.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import './plan-sheet.css';

interface PlanSheetReviewProps {
  preview: PlanSheetPreview;
  error: Error | null;
  isPending: boolean;
  onApply: (edits: PlanGridEdit[]) => void;
  /** 「不导入」 where it comes from a choice of this moment. */
  closeLabel?: string;
  onClose: () => void;
}

/** With what is stored: a choice made against another value is asked for again. */
function keyOf({ taskId }: PlanSheetRow, { column, stored }: PlanSheetChange): string {
  return `${taskId} ${column} ${stored}`;
}

/** What both sides changed stays as stored until a person takes the sheet's. */
function initialChoice({ rows }: PlanSheetPreview): Set<string> {
  const keys = rows
    .filter(({ problems }) => problems.length === 0)
    .flatMap((row) => row.changes.filter(({ conflict }) => !conflict).map((change) => keyOf(row, change)));
  return new Set(keys);
}

function editsOf({ rows }: PlanSheetPreview, chosen: ReadonlySet<string>): PlanGridEdit[] {
  return rows
    .map((row) => ({
      taskId: row.taskId,
      version: row.version,
      cells: Object.fromEntries(
        row.changes
          .filter((change) => chosen.has(keyOf(row, change)))
          .map(({ column, sheet }) => [column, sheet]),
      ),
    }))
    .filter(({ cells }) => Object.keys(cells).length > 0);
}

/** Old → new, cell by cell, before anything is stored. */
export function PlanSheetReview(props: PlanSheetReviewProps) {
  const { preview, error, isPending, onApply, closeLabel = '不导入', onClose } = props;
  const [chosen, setChosen] = useState(() => initialChoice(preview));
  const edits = editsOf(preview, chosen);
  const toggle = (key: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  return (
    <section className="plan-sheet sheet" aria-label="计划表预览">
      <h2>
        {preview.fileName}：{preview.rows.length} 项有改动，{preview.unchanged} 项没有改动
      </h2>
      {preview.strangers.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {preview.rows.length > 0 && <ReviewTable rows={preview.rows} chosen={chosen} onToggle={toggle} />}
      {error !== null && <ErrorNotice title="计划表没有入库" error={error} />}
      <div className="form-actions">
        <Button
          type="primary"
          disabled={edits.length === 0}
          loading={isPending}
          onClick={() => onApply(edits)}
        >
          入库 {edits.length} 项
        </Button>
        <Button onClick={onClose}>{closeLabel}</Button>
      </div>
    </section>
  );
}

interface ReviewTableProps {
  rows: readonly PlanSheetRow[];
  chosen: ReadonlySet<string>;
  onToggle: (key: string, isChosen: boolean) => void;
}

function ReviewTable({ rows, chosen, onToggle }: ReviewTableProps) {
  return (
    <table className="plain-table plan-sheet-table">
      <thead>
        <tr>
          <th scope="col">任务</th>
          <th scope="col">栏目</th>
          <th scope="col">现在</th>
          <th scope="col">表里</th>
          <th scope="col">采用表里的</th>
        </tr>
      </thead>
      <tbody>
        {rows.flatMap((row) =>
          row.changes.map((change) => (
            <tr key={keyOf(row, change)}>
              <td title={row.content}>
                {row.code}
                {row.problems.map((problem) => (
                  <div key={problem} className="plan-sheet-problem">
                    {problem}
                  </div>
                ))}
              </td>
              <td>{change.heading}</td>
              <td>{change.stored || '（空）'}</td>
              <td>{change.sheet || '（空）'}</td>
              <td>
                <Checkbox
                  aria-label={`${row.code} ${change.heading}采用表里的`}
                  disabled={row.problems.length > 0}
                  checked={chosen.has(keyOf(row, change))}
                  onChange={({ target }) => onToggle(keyOf(row, change), target.checked)}
                />
                {change.conflict && ` 导出后这里也改过（导出时：${change.base || '空'}）`}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
