/** A small, valid set of rows in every table of a database file, for tests that need some of everything. */
import type { Database as SqliteDatabase } from 'better-sqlite3';
import { readSchemaVersion } from '#electron/db/migrate.ts';

const digest = 'a'.repeat(64);
const at = '2024-06-20T01:00:00.000Z';

/** Task 1, units 1 to 3 (2 is an office of 1, 3 a group of 1), one report with one reading, one batch. */
const firstRows = `
    INSERT INTO document VALUES (1, '测政办〔2024〕1号', '通知', 2024, '2024-03-07', '原文', '${digest}', '${at}');
    INSERT INTO leader VALUES (1, '王五', '副区长');
    INSERT INTO section VALUES (1, 1, 'key', 1, '一', '王五副区长牵头重点工作', 1, '');
    INSERT INTO unit VALUES (1, '区发改局', 'department', NULL, NULL, 0), (2, '区六重办', 'office', 1, NULL, 1),
      (3, '各街镇', 'group', NULL, 'fixed', 2);
    INSERT INTO unit_alias VALUES (1, 1, '发改局');
    INSERT INTO unit_group_member VALUES (3, 1, 0);
    INSERT INTO shared_work VALUES (1, 1);
    INSERT INTO task (id, document_id, section_id, leader_id, shared_work_id, code, kind, row_number, content,
      source_content, remark, source_line, search_text, version) VALUES (1, 1, 1, 1, 1, 'Z01-01', 'key', 1, '内容', '内客', '', 9, 'z01-01', 1);
    INSERT INTO correction VALUES (1, 1, '内客', '内容', '笔误', NULL, NULL);
    INSERT INTO task_unit VALUES (1, 1, 1, 'lead', '区发改局', 0);
    INSERT INTO task_reporting_unit VALUES (1, 1, 0);
    INSERT INTO target (id, task_id, position, name, comparator, value, measure, due) VALUES (1, 1, 0, '项目', '>=', 15, '个', '2024-12-31');
    INSERT INTO period VALUES ('2024-06', '2024-06-28'), ('2024-Q2', '2024-06-28');
    INSERT INTO form_issue VALUES ('form-1', 1, 1, '2024-06', 'lead', '区发改局.xlsx', '${at}', '测试员');
    INSERT INTO batch VALUES (1, 'applied', '${at}', '测试员', NULL, NULL);
    INSERT INTO return_file (id, batch_id, sha256, file_name, unit_id, period, form_id)
      VALUES (1, 1, '${digest}', '区发改局.xlsx', 1, '2024-06', 'form-1');
    INSERT INTO progress_report (id, task_id, unit_id, period, period_end, revision, narrative, percent, status, problems,
      next_step, reporter, phone, source, return_file_id, source_sheet, source_row, source_cells, created_at, created_by)
      VALUES (1, 1, 1, '2024-06', '2024-06-30', 1, '已开工', 50, 'in_progress', '', '', '张三',
      '1', 'import', 1, '填报表', 5, '{"narrative":"G5"}', '${at}', '测试员');
    INSERT INTO target_reading VALUES (1, 1, 7);
    INSERT INTO form_issue_row VALUES ('form-1', 1, 1);
    INSERT INTO preference VALUES ('tasks.columns', '{}');
`;

const deskRows = `
    INSERT INTO desk_file VALUES (1, '${digest}', '区发改局.xlsx', '回表', '${at}', '${at}', '测试员', '2024-06-20', '2024-06',
      1, '2024-06', '{}');
    INSERT INTO return_redo VALUES (1, '${digest}', '区发改局.xlsx', 1, '2024-06', '2024-06-20', '缺完成比例', 1, '${at}',
      '测试员', NULL, NULL);
    INSERT INTO learned_heading VALUES (1, '推进举措', 'next', '${at}', '测试员');
    INSERT INTO learned_task_text VALUES (1, '内容', 1, '${at}', '测试员');
`;

const supervisionRows = `
    INSERT INTO task_plan VALUES (1, '王五', '李四', '张三', '1', '方案', '2024-12-31', '{}', 1, '${at}', '测试员');
    INSERT INTO milestone VALUES (1, 1, 0, '开工', '2024-10-31', NULL, NULL, '', '${at}', '测试员');
    INSERT INTO task_named_unit VALUES (1, 3, 1, 0, '${at}', '测试员');
    INSERT INTO leader_term VALUES (1, '2024-07-01', 1, '分工调整', '${at}', '测试员');
    INSERT INTO task_wording VALUES (1, '2024-07-01', '内容二', '调整', '${at}', '测试员');
    INSERT INTO task_move VALUES (1, 1, 'request_completion', 'active', 'completion_requested', '2024-06-20', '', '', '{}',
      '${at}', '测试员');
    INSERT INTO task_move_task VALUES (1, 1);
    INSERT INTO light_override VALUES (1, 1, 1, 'green', '已说明', '2024-06-01', '2024-06-30', '${at}', '测试员', NULL, NULL);
    INSERT INTO action VALUES (1, 'supervision_order', 'blue', 1, '2024-06', 2024, 1, '督办单', '将到期', '2024-06-20',
      '2024-06-25', 'open', '', NULL, NULL, NULL, NULL, NULL, '', 1, 1, '${at}', '测试员');
    INSERT INTO action_task VALUES (1, 1, 0);
    INSERT INTO attachment VALUES (1, 'action', 1, '${digest}', '照片.jpg', '', '${at}', '测试员', NULL, NULL);
    INSERT INTO score_rules VALUES (1, 2024, 1, '2024-01', '{}', '${at}', '测试员');
    INSERT INTO unit_mark VALUES (1, 1, '2024-06', 'praise', 2, '批示表扬', '${at}', '测试员', NULL, NULL);
    INSERT INTO publication VALUES (1, '2024-06', 1, '', '{}', '${digest}', '${at}', '测试员');
`;

const datedRows = `
    INSERT INTO earlier_plan VALUES (1, '2024-06-20', 'proposed', '“年内完成”', '{}', '[]', '${at}', '测试员');
`;

const sheetRows = `
    INSERT INTO plan_sheet VALUES (1, '${digest}', '计划表.xlsx', 1, 2, '${at}', '测试员');
`;

/** The lights' settings stood in a table of their own before version 40. */
function settingRow(version: number): string {
  if (version < 30) return '';
  const values = `'2024-01-01', '{}', '${at}', '测试员'`;
  return version < 40
    ? `INSERT INTO light_setting VALUES (1, ${values});`
    : `INSERT INTO rule_setting VALUES (1, 'light', ${values});`;
}

/** What each version has added, oldest first. */
const rowsByVersion: readonly (readonly [version: number, sql: string])[] = [
  [10, firstRows],
  [20, deskRows],
  [30, supervisionRows],
  [40, datedRows],
  [50, sheetRows],
];

const change = `'${at}', '测试员', 'window', '修改', 'task', 1, NULL, '{}'`;
const changeColumns = 'id, at, actor, origin, action, entity, entity_id, before, after';

/** The log is chained from version 30 on. */
function logRow(version: number): string {
  return version < 30
    ? `INSERT INTO change_log (${changeColumns}) VALUES (1, ${change});`
    : `INSERT INTO change_log (${changeColumns}, previous_hash, hash)
      VALUES (1, ${change}, '${'0'.repeat(64)}', '${digest}');`;
}

/** The rows of every version up to the file's own. */
export function insertSampleRows(raw: SqliteDatabase): void {
  const fileVersion = readSchemaVersion(raw);
  for (const [version, sql] of rowsByVersion) if (version <= fileVersion) raw.exec(sql);
  raw.exec(settingRow(fileVersion) + logRow(fileVersion));
}
