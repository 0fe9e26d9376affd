/** A small, valid set of rows in a database file of version 10, for tests that need some of everything. */
import type { Database as SqliteDatabase } from 'better-sqlite3';

const digest = 'a'.repeat(64);
const at = '2024-06-20T01:00:00.000Z';

/** Task 1, units 1 to 3 (2 is an office of 1, 3 a group of 1), one report with one reading, one batch. */
export function insertSampleRows(raw: SqliteDatabase): void {
  raw.exec(`
    INSERT INTO document VALUES (1, '测政办〔2024〕1号', '通知', 2024, '2024-03-07', '原文', '${digest}', '${at}');
    INSERT INTO leader VALUES (1, '王五', '副区长');
    INSERT INTO section VALUES (1, 1, 'key', 1, '一', '王五副区长牵头重点工作', 1, '');
    INSERT INTO unit VALUES (1, '区发改局', 'department', NULL, NULL, 0), (2, '区六重办', 'office', 1, NULL, 1),
      (3, '各街镇', 'group', NULL, 'fixed', 2);
    INSERT INTO unit_alias VALUES (1, 1, '发改局');
    INSERT INTO unit_group_member VALUES (3, 1, 0);
    INSERT INTO shared_work VALUES (1, 1);
    INSERT INTO task VALUES (1, 1, 1, 1, 1, 'Z01-01', 'key', 1, '内容', '内客', '', 9, 'z01-01', 1);
    INSERT INTO correction VALUES (1, 1, '内客', '内容', '笔误', NULL, NULL);
    INSERT INTO task_unit VALUES (1, 1, 1, 'lead', '区发改局', 0);
    INSERT INTO task_reporting_unit VALUES (1, 1, 0);
    INSERT INTO target VALUES (1, 1, 0, '项目', '>=', 15, '个', '2024-12-31');
    INSERT INTO period VALUES ('2024-06', '2024-06-28'), ('2024-Q2', '2024-06-28');
    INSERT INTO form_issue VALUES ('form-1', 1, 1, '2024-06', 'lead', '区发改局.xlsx', '${at}', '测试员');
    INSERT INTO batch VALUES (1, 'applied', '${at}', '测试员', NULL, NULL);
    INSERT INTO return_file VALUES (1, 1, '${digest}', '区发改局.xlsx', 1, '2024-06', 'form-1');
    INSERT INTO progress_report VALUES (1, 1, 1, '2024-06', '2024-06-30', 1, '已开工', 50, 'in_progress', '', '', '张三',
      '1', 'import', 1, '填报表', 5, '{"narrative":"G5"}', '${at}', '测试员');
    INSERT INTO target_reading VALUES (1, 1, 7);
    INSERT INTO form_issue_row VALUES ('form-1', 1, 1);
    INSERT INTO preference VALUES ('tasks.columns', '{}');
    INSERT INTO change_log VALUES (1, '${at}', '测试员', 'window', '修改', 'task', 1, NULL, '{}');
  `);
}
