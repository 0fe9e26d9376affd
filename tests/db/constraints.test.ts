import type { Database as SqliteDatabase } from 'better-sqlite3';
import { expect, test } from 'vitest';
import { schemaVersion } from '#electron/db/migrate.ts';
import { insertSampleRows } from '../helpers/sample-rows.ts';
import { openReleased } from '../helpers/schema-dump.ts';

function withSampleRows(): SqliteDatabase {
  const raw = openReleased(schemaVersion);
  insertSampleRows(raw);
  return raw;
}

/** One report like the sample's, with some columns replaced by other SQL. */
function reportLike(changes: Record<string, string>): string {
  const columns = {
    task_id: '1',
    unit_id: '1',
    period: "'2024-06'",
    period_end: "'2024-06-30'",
    revision: '2',
    narrative: "''",
    percent: '50',
    status: 'NULL',
    problems: "''",
    next_step: "''",
    reporter: "''",
    phone: "''",
    source: "'entry'",
    created_at: "'2024-06-20T01:00:00.000Z'",
    created_by: "'测试员'",
    ...changes,
  };
  const names = Object.keys(columns).join(', ');
  return `INSERT INTO progress_report (${names}) VALUES (${Object.values(columns).join(', ')})`;
}

test.each([
  ['percent 0', { percent: '0' }],
  ['percent 100', { percent: '100' }],
  ['percent 33.5', { percent: '33.5' }],
  ['no percent', { percent: 'NULL' }],
  ['a quarter', { period: "'2024-Q2'", revision: '1' }],
  ['completed', { status: "'completed'" }],
])('a report is stored with %s', (_, changes) => {
  expect(withSampleRows().prepare(reportLike(changes)).run().changes).toBe(1);
});

test.each([
  ['percent -0.01', { percent: '-0.01' }],
  ['percent 100.01', { percent: '100.01' }],
  ['percent as text', { percent: "'约三分之二'" }],
  ['revision 0', { revision: '0' }],
  ['a revision that is there', { revision: '1' }],
  ['a status of its own making', { status: "'done'" }],
  ['a period without a zero', { period: "'2024-6'" }],
  ['a fifth quarter', { period: "'2024-Q5'" }],
  ['a date in Chinese', { period_end: "'2024年6月30日'" }],
  ['a local time', { created_at: "'2024-06-20 09:00:00'" }],
  ['nobody as author', { created_by: "' '" }],
  ['a task that is not there', { task_id: '99' }],
  ['a unit that is not there', { unit_id: '99' }],
  ['import as source but no file', { source: "'import'" }],
  ['a file but entry as source', { return_file_id: '1' }],
  ['cells that are no JSON', { source: "'import'", return_file_id: '1', source_cells: "'G5'" }],
  ['no narrative at all', { narrative: 'NULL' }],
])('a report is refused with %s', (_, changes) => {
  expect(() => withSampleRows().exec(reportLike(changes))).toThrow(/constraint|cannot store/);
});

test('a report is never overwritten', () => {
  expect(() => withSampleRows().exec("UPDATE progress_report SET narrative = '改写'")).toThrow(
    /never overwritten/,
  );
});

test.each([
  ['change_log', 'append-only'],
  ['publication', 'frozen'],
])('%s takes no change of what it holds', (table, word) => {
  const raw = withSampleRows();
  expect(() => raw.exec(`DELETE FROM ${table}`)).toThrow(word);
  expect(() => raw.exec(`UPDATE ${table} SET id = 7`)).toThrow(word);
});

test.each(['document', 'section', 'task', 'unit', 'batch', 'return_file', 'form_issue', 'target'])(
  'deleting a %s never takes progress along',
  (table) => {
    const raw = withSampleRows();
    expect(() => raw.exec(`DELETE FROM ${table}`)).toThrow(/FOREIGN KEY/);
    expect(raw.prepare('SELECT count(*) FROM progress_report').pluck().get()).toBe(1);
  },
);

test('taking back a report takes its readings along and leaves the issued form', () => {
  const raw = withSampleRows();
  raw.exec('DELETE FROM progress_report');
  expect(raw.prepare('SELECT count(*) FROM target_reading').pluck().get()).toBe(0);
  expect(raw.prepare('SELECT form_id, report_id FROM form_issue_row').get()).toEqual({
    form_id: 'form-1',
    report_id: null,
  });
});

test('the number of a report that was taken back is not given to another', () => {
  const raw = withSampleRows();
  raw.exec('DELETE FROM progress_report');
  expect(raw.prepare(reportLike({})).run().lastInsertRowid).toBe(2);
});

test.each([
  [
    'a second notice of the same number',
    "INSERT INTO document SELECT 2, number, title, 2025, issue_date, '', source_sha256, created_at FROM document",
  ],
  ['a section of the same ordinal', "INSERT INTO section VALUES (2, 1, 'key', 1, '二', '', NULL, '')"],
  [
    'a task of the same code',
    "INSERT INTO task SELECT 2, 1, 1, 1, NULL, code, kind, 2, content, source_content, '', 9, '', 1, NULL FROM task",
  ],
  [
    'a task on the same row',
    "INSERT INTO task SELECT 2, 1, 1, 1, NULL, 'Z01-02', kind, 1, content, source_content, '', 9, '', 1, NULL FROM task",
  ],
  ['a task without content', "UPDATE task SET content = ' '"],
  ['a unit of the same name', "INSERT INTO unit VALUES (9, '区发改局', 'department', NULL, NULL, 9)"],
  ['a unit without a name', "INSERT INTO unit VALUES (9, '', 'department', NULL, NULL, 9)"],
  ['a unit that is its own parent', 'UPDATE unit SET parent_id = id WHERE id = 1'],
  ['a group that does not say how its members are known', 'UPDATE unit SET membership = NULL WHERE id = 3'],
  ['a unit with a group’s membership', "UPDATE unit SET membership = 'fixed' WHERE id = 1"],
  ['an alias that is taken', "INSERT INTO unit_alias VALUES (2, 2, '发改局')"],
  ['a group in itself', 'INSERT INTO unit_group_member VALUES (3, 3, 1)'],
  ['an unknown role', "UPDATE task_unit SET role = 'helper'"],
  ['two units at one place of a task', "INSERT INTO task_unit VALUES (2, 1, 2, 'member', '区六重办', 0)"],
  ['an unknown comparator', "UPDATE target SET comparator = '>'"],
  ['a correction without a reason', "UPDATE correction SET reason = ''"],
  ['a correction that changes nothing', 'UPDATE correction SET to_text = from_text'],
  ['a correction with a time but no author', "UPDATE correction SET created_at = '2024-06-20T01:00:00.000Z'"],
  ['an undone batch without a time', "UPDATE batch SET state = 'undone'"],
  ['a digest that is too short', "UPDATE return_file SET sha256 = 'abc'"],
  [
    'an unknown origin',
    "INSERT INTO change_log SELECT 2, at, actor, 'web', action, entity, 1, NULL, NULL, hash, previous_hash FROM change_log",
  ],
  [
    'a number of an order given twice',
    'INSERT INTO action SELECT 2, kind, colour, unit_id, period, number_year, number, title, reason, acted_on, answer_due, state, answer, answered_on, closed_on, old_due, new_due, decided_on, decided_by, 1, 1, created_at, created_by FROM action',
  ],
  ['a deadline that is no date', "UPDATE period SET deadline = '28日'"],
])('%s is refused', (_, statement) => {
  expect(() => withSampleRows().exec(statement)).toThrow(/constraint/);
});
