/** What `duban import` answers for each file. */
import type { ReturnRow, RowMatch, RowOutcome } from '#shared/contract/returns.ts';
import type { ImportedFile } from '../services/returns-import.service.ts';

type ReportedRow = Pick<ReturnRow, 'sheet' | 'row' | 'code' | 'outcome' | 'problems' | 'changes'> & {
  values: Pick<ReturnRow['values'], 'narrative' | 'percent' | 'problems' | 'next'>;
  match: Pick<RowMatch, 'how' | 'certainty'> & Partial<Pick<RowMatch, 'candidates'>>;
  /** Refused because of what is stored, not because of what it says. */
  conflict?: true;
};

export interface ReturnReport {
  file: string;
  sha256: string;
  /** Canonical name. */
  unit: string | null;
  period: string | null;
  state: ImportedFile['state'];
  error?: string;
  notices: string[];
  rows: ReportedRow[];
  /** Of a 计划表: what was stored, or would be. */
  planSheet?: NonNullable<ImportedFile['planSheet']>;
  /** What `undo --batch` takes. */
  batch?: number;
}

function reportMatch({ how, certainty, candidates }: RowMatch): ReportedRow['match'] {
  return candidates.length === 0 ? { how, certainty } : { how, certainty, candidates };
}

function reportRow({ row, isConflict }: ImportedFile['rows'][number]): ReportedRow {
  const { narrative, percent, problems: difficulties, next } = row.values;
  return {
    sheet: row.sheet,
    row: row.row,
    code: row.code,
    outcome: row.outcome,
    values: { narrative, percent, problems: difficulties, next },
    problems: row.problems,
    match: reportMatch(row.match),
    changes: row.changes,
    ...(isConflict ? { conflict: true } : {}),
  };
}

export function reportReturn(imported: ImportedFile): ReturnReport {
  const { file, sha256, unit, period, state, notices, error, batchId } = imported;
  return {
    ...{ file, sha256, unit, period, state },
    ...(error === null ? {} : { error }),
    notices,
    rows: imported.rows.map(reportRow),
    ...(imported.planSheet === null ? {} : { planSheet: imported.planSheet }),
    ...(batchId === null ? {} : { batch: batchId }),
  };
}

const stateLabels: Record<ImportedFile['state'], string> = {
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
  const { planSheet } = report;
  const counts =
    planSheet === undefined
      ? outcomeCounts(report.rows)
      : `计划表，${planSheet.tasks} 项任务、${planSheet.cells} 格`;
  const head = `${stateLabels[report.state]} ${report.file}：${report.error ?? counts}`;
  const problems = report.rows.flatMap((row) =>
    row.problems.map(({ column, message }) => `    ${row.sheet} 第 ${row.row} 行 ${column}：${message}`),
  );
  const conflicts = planSheet?.conflicts.map((words) => `    ${words}`) ?? [];
  return [head, ...problems, ...conflicts, ...report.notices.map((notice) => `    注意：${notice}`)];
}

export function describeReturns(reports: readonly ReturnReport[]): string {
  const batch = reports.find((report) => report.batch !== undefined)?.batch;
  const undo = batch === undefined ? [] : [`如需撤销：duban undo --batch ${batch}`];
  return [...reports.flatMap(describeReturn), ...undo].join('\n');
}
