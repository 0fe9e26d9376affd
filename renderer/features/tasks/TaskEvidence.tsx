import { Button } from 'antd';
import { useState } from 'react';
import type { TaskProgress } from '#shared/contract/tasks.ts';
import { targetsHeading } from '#shared/domain/form-layout.ts';
import { type ProgressField, progressFieldLabels, progressFields } from '#shared/domain/progress.ts';
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import { asAppError } from '../../api/client.ts';
import { openOriginal } from '../../api/returns.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { timeText } from '../../components/format.ts';

type Evidence = NonNullable<TaskProgress['evidence']>;

interface TaskEvidenceProps {
  evidence: Evidence;
  /** Who took it in, and when. */
  createdBy: string;
  createdAt: string;
}

/** 「本期进展 G7、完成比例(%) H7」 */
function cellsText(cells: Evidence['cells']): string {
  const known = progressFields.filter((field) => cells[field] !== undefined);
  const others = Object.keys(cells).filter((key) => !progressFields.includes(key as ProgressField));
  return [
    ...known.map((field) => `${progressFieldLabels[field]} ${cells[field]}`),
    ...others.map((key) => `${key.startsWith('target:') ? targetsHeading : key} ${cells[key]}`),
  ].join('、');
}

/** 依据: the file, sheet and cells an imported report came from, who accepted it and when; the file can be opened. */
export function TaskEvidence({ evidence, createdBy, createdAt }: TaskEvidenceProps) {
  const [error, setError] = useState<Error | null>(null);
  const { fileName, sheet, row, cells, receivedOn, sha256 } = evidence;
  const open = () => {
    setError(null);
    openOriginal(sha256).catch((reason: unknown) => setError(asAppError(reason)));
  };
  return (
    <div className="task-evidence">
      <span>
        {fileName} › {sheet} › 第 {row} 行
      </span>
      <Button size="small" onClick={open} aria-label={`打开原件 ${fileName}`}>
        打开原件
      </Button>
      {Object.keys(cells).length > 0 && <span className="muted">单元格：{cellsText(cells)}</span>}
      <span className="muted">
        {dateLabel(receivedOn)}收到，{createdBy}于 {timeText(createdAt)} 采纳
      </span>
      {error !== null && <ErrorNotice title="原件没有打开" error={error} />}
    </div>
  );
}
