/** What a batch of returns and a 退回 leave in the tables, for tests of who has returned what. */
import type { Database } from 'better-sqlite3';

export interface StoredReturn {
  unitId: number;
  taskId: number;
  period: string;
  /** Instant of the batch. */
  at: string;
  receivedOn?: string;
  revision?: number;
  formId?: string;
  sha256?: string;
}

/** An accepted return of one task, as a batch of its own. */
export function storeReturn(raw: Database, stored: StoredReturn): void {
  const {
    unitId,
    taskId,
    period,
    at,
    receivedOn = null,
    revision = 1,
    formId = null,
    sha256 = '0'.repeat(64),
  } = stored;
  raw.prepare("INSERT INTO batch (state, created_at, created_by) VALUES ('applied', ?, '测试员')").run(at);
  raw
    .prepare(
      `INSERT INTO return_file (batch_id, sha256, file_name, unit_id, period, received_on, form_id)
       VALUES ((SELECT max(id) FROM batch), ?, '回表.xlsx', ?, ?, ?, ?)`,
    )
    .run(sha256, unitId, period, receivedOn, formId);
  raw
    .prepare(
      `INSERT INTO progress_report (task_id, unit_id, period, period_end, revision, narrative, problems,
         next_step, reporter, phone, source, return_file_id, source_sheet, source_row, source_cells, created_at,
         created_by)
       VALUES (?, ?, ?, '2024-06-30', ?, '已报', '', '', '王芳', '8810', 'import',
         (SELECT max(id) FROM return_file), '填报表', 7, '{"narrative":"G7","percent":"H7"}', ?, '测试员')`,
    )
    .run(taskId, unitId, period, revision, at);
}

export const redoReason = '有2处填写有误';

/** @returns the redo's id */
export function storeRedo(raw: Database, redo: { unitId: number; period: string; at: string }): number {
  const { lastInsertRowid } = raw
    .prepare(
      `INSERT INTO return_redo (sha256, file_name, unit_id, period, received_on, reason, problems, returned_at,
         returned_by) VALUES (?, '回表.xlsx', ?, ?, ?, ?, 2, ?, '测试员')`,
    )
    .run('1'.repeat(64), redo.unitId, redo.period, redo.at.slice(0, 10), redoReason, redo.at);
  return Number(lastInsertRowid);
}
