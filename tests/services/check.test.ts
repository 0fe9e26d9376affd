import { expect, test } from 'vitest';
import { schemaVersion } from '#electron/db/migrate.ts';
import type { OpenDatabase } from '#electron/db/sqlite/open.ts';
import { checkDatabase } from '#electron/services/check.service.ts';
import { openSeededDatabase, openTestDatabase } from '../helpers/database.ts';
import { flipBit } from '../helpers/flip-bit.ts';
import { dumpRows } from '../helpers/schema-dump.ts';

test('a seeded database is in order, and checking it changes nothing', async () => {
  const open = await openSeededDatabase();
  await open.backup('manual');
  const before = dumpRows(open.raw);
  expect(await checkDatabase(open)).toMatchObject({
    ok: true,
    schemaVersion,
    integrity: 'ok',
    counts: {
      documents: 1,
      sections: 23,
      tasks: 197,
      keyTasks: 165,
      livelihoodTasks: 32,
      reports: 0,
      backups: 1,
    },
    problems: [],
  });
  expect(dumpRows(open.raw)).toBe(before);
});

test('an empty database is in order too', async () => {
  expect(await checkDatabase(await openTestDatabase())).toMatchObject({ ok: true, counts: { tasks: 0 } });
});

const report = `INSERT INTO progress_report (task_id, unit_id, period, period_end, revision, narrative, problems,
  next_step, reporter, phone, source, created_at, created_by)
  VALUES (2, 1, '2024-06', '2024-06-29', 1, '', '', '', '', '', 'entry', '2024-06-20T01:00:00.000Z', '测试员')`;

const disorders: [string, (open: OpenDatabase) => void, string][] = [
  [
    'a reporting unit is missing',
    ({ raw }) =>
      raw.exec("DELETE FROM task_reporting_unit WHERE task_id = (SELECT id FROM task WHERE code = 'Z02-01')"),
    '任务 Z02-01 的填报单位与牵头、责任单位对不上',
  ],
  [
    'a unit reports that has no part',
    ({ raw }) =>
      raw.exec(
        "INSERT INTO task_reporting_unit SELECT id, (SELECT max(id) FROM unit), 9 FROM task WHERE code = 'M01-01'",
      ),
    '任务 M01-01 的填报单位',
  ],
  [
    'a row refers to nothing',
    ({ raw }) => {
      raw.pragma('foreign_keys = 0');
      raw.exec("DELETE FROM unit WHERE name = '区发改局'");
    },
    'task_unit → unit',
  ],
  ['a setting is off', ({ raw }) => void raw.pragma('synchronous = 1'), '数据库设置 synchronous 是 1'],
  [
    'a period ends on the wrong day',
    ({ raw }) => raw.exec(report),
    '2024-06 的进展记着错误的截止日 2024-06-29',
  ],
  [
    'an alias is another unit’s name',
    ({ raw }) =>
      raw.exec(
        "INSERT INTO unit_alias (unit_id, alias) SELECT id, '区教育局' FROM unit WHERE name = '区发改局'",
      ),
    '“区发改局”的别名“区教育局”',
  ],
  ['the version is not the program’s', ({ raw }) => void raw.pragma('user_version = 11'), '数据版本是 11'],
];

test.each(disorders)('it is told when %s', async (_, disturb, problem) => {
  const open = await openSeededDatabase();
  disturb(open);
  const result = await checkDatabase(open);
  expect(result.ok).toBe(false);
  expect(result.problems.join('\n')).toContain(problem);
});

test('rows that refer to nothing count as damage', async () => {
  const open = await openSeededDatabase();
  open.raw.pragma('foreign_keys = 0');
  open.raw.exec("DELETE FROM unit WHERE name = '区发改局'");
  expect((await checkDatabase(open)).integrity).toBe('damaged');
});

test('a backup that was tampered with is named', async () => {
  const open = await openSeededDatabase();
  const { file } = await open.backup('manual');
  flipBit(file, 9_000);
  const result = await checkDatabase(open);
  expect(result.integrity).toBe('ok');
  expect(result.ok).toBe(false);
  expect(result.problems).toEqual([expect.stringContaining('与校验值不符')]);
});
