/** What `duban import` answers for each file. */
import type { ReturnFile, ReturnRow, RowOutcome } from '#shared/contract/returns.ts';

type ReportedRow = Pick<
  ReturnRow,
  'sheet' | 'row' | 'code' | 'outcome' | 'problems' | 'match' | 'changes'
> & {
  values: Pick<ReturnRow['values'], 'narrative' | 'percent' | 'problems' | 'next'>;
};

export interface ReturnReport {
  file: string;
  sha256: string;
  /** Canonical name. */
  unit: string | null;
  period: string | null;
  state: ReturnFile['state'];
  error?: string;
  notices: string[];
  rows: ReportedRow[];
  /** What `undo --batch` takes. */
  batch?: number;
}

function reportRow({ sheet, row, code, outcome, values, problems, match, changes }: ReturnRow): ReportedRow {
  const { narrative, percent, problems: difficulties, next } = values;
  return {
    sheet,
    row,
    code,
    outcome,
    values: { narrative, percent, problems: difficulties, next },
    problems,
    match,
    changes,
  };
}

/** @param batchId of what was applied; null for a preview */
export function reportReturn(file: ReturnFile, batchId: number | null): ReturnReport {
  const { sha256, period, state, notices } = file;
  return {
    file: file.file,
    sha256,
    unit: file.unit?.name ?? null,
    period,
    state,
    ...(file.error === null ? {} : { error: file.error }),
    notices,
    rows: file.rows.map(reportRow),
    ...(batchId !== null && state === 'applied' ? { batch: batchId } : {}),
  };
}

const stateLabels: Record<ReturnFile['state'], string> = {
  applied: '已导入',
  previewed: '试读',
  refused: '退回',
};
const outcomeLabels: Record<RowOutcome, string> = {
  new: '新增',
  changed: '更新',
  unchanged: '未变',
  conflict: '冲突',
  refused: '有误',
  unmatched: '未认出',
};

function outcomeCounts(rows: readonly ReportedRow[]): string {
  return Object.entries(outcomeLabels)
    .map(([outcome, label]) => [label, rows.filter((row) => row.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0)
    .map(([label, count]) => `${label} ${count}`)
    .join('，');
}

function describeReturn(report: ReturnReport): string[] {
  const head = `${stateLabels[report.state]} ${report.file}：${report.error ?? outcomeCounts(report.rows)}`;
  const problems = report.rows.flatMap((row) =>
    row.problems.map(({ column, message }) => `    ${row.sheet} 第 ${row.row} 行 ${column}：${message}`),
  );
  return [head, ...problems, ...report.notices.map((notice) => `    注意：${notice}`)];
}

export function describeReturns(reports: readonly ReturnReport[]): string {
  const batch = reports.find((report) => report.batch !== undefined)?.batch;
  const undo = batch === undefined ? [] : [`如需撤销：duban undo --batch ${batch}`];
  return [...reports.flatMap(describeReturn), ...undo].join('\n');
}
