import { expect, test } from 'vitest';
import { migrate, pendingMigrations, readSchemaVersion, schemaVersion } from '#electron/db/migrate.ts';
import { planSheets } from '#electron/db/migrations/0050/plan-sheets.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import type { Migration } from '#electron/db/migrations/migration.ts';
import { sha256OfText } from '#electron/db/repositories/change-log.repository.ts';
import { chainBeginning, findChainBreak, type StoredEntry } from '#shared/domain/supervision/log-chain.ts';
import { insertSampleRows } from '../helpers/sample-rows.ts';
import { dumpRows, dumpSchema, openReleased, releasedSchema } from '../helpers/schema-dump.ts';

const released = migrations.map((migration) => migration.version);
const steps = released.map((version, index) => [released[index - 1] ?? 0, version] as const);

/** A next release that does not exist yet, to try the way to it. */
const next: Migration = {
  version: schemaVersion + 10,
  name: 'next',
  sql: "ALTER TABLE task ADD COLUMN note TEXT NOT NULL DEFAULT ''; CREATE INDEX task_by_note ON task (note);",
};

test('migrations are numbered upwards with gaps', () => {
  expect(released).toEqual([...new Set(released)].sort((a, b) => a - b));
  expect(released.every((version) => version % 10 === 0)).toBe(true);
});

/** Written down when a version lands: from then on files of it exist, and it may not change. */
test.each([
  [10, '5ffdc62e175cf2cfabbec256dd192e8bba94f5a62d71d66b27c97d815c8032f6'],
  [20, 'f87852f3c1fa807163f8a432225aec27fae451ceb43e19d1b96fefd67110765c'],
  [30, 'c2965e3764347d2877a36fd172bc75aadd0379116b3d0ce30dd71a1d79dd8270'],
  [40, '2a2cf898304ca800c6aa992e31f5163a870a5f4d88ce495854a8c82cc720a3e2'],
])('version %i is what landed', (version, digest) => {
  expect(sha256OfText(releasedSchema(version))).toBe(digest);
});

test.each(steps)('from version %i to %i the file becomes what was released', (from, to) => {
  const raw = openReleased(from);
  migrate(
    raw,
    migrations.filter((migration) => migration.version <= to),
  );
  expect(readSchemaVersion(raw)).toBe(to);
  expect(dumpSchema(raw)).toBe(releasedSchema(to));
  raw.close();
});

test('a file of a build between 0.3 and 0.4, with its plan sheets at 40 already, moves on and keeps them', () => {
  const raw = openReleased(40);
  raw.exec(planSheets);
  raw.exec(`insert into plan_sheet (sha256, file_name, tasks, cells, applied_at, applied_by)
    values ('${'a'.repeat(64)}', '计划表.xlsx', 1, 2, '2024-06-20T01:00:00.000Z', '测试员')`);
  expect(migrate(raw)).toEqual(['dated targets and plan sheets']);
  expect(raw.prepare('select file_name from plan_sheet').pluck().all()).toEqual(['计划表.xlsx']);
  raw.close();
});

test('a file of the last release with rows in every table moves on without losing one', () => {
  const raw = openReleased(schemaVersion);
  insertSampleRows(raw);
  const before = JSON.stringify(raw.prepare('SELECT * FROM progress_report').all());
  expect(migrate(raw, [...migrations, next])).toEqual(['next']);
  expect(readSchemaVersion(raw)).toBe(next.version);
  expect(JSON.stringify(raw.prepare('SELECT * FROM progress_report').all())).toBe(before);
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  raw.close();
});

test.each(released)('a file of version %i keeps every row it had on the way to this version', (version) => {
  const raw = openReleased(version);
  insertSampleRows(raw);
  const counts = () =>
    raw
      .prepare<[], { id: number; source_cells: string; narrative: string }>(
        'SELECT id, source_cells, narrative FROM progress_report',
      )
      .all();
  const before = counts();
  migrate(raw);
  expect(counts()).toEqual(before);
  expect(raw.prepare('SELECT count(*) FROM change_log').pluck().get()).toBe(1);
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  raw.close();
});

test('what an earlier version logged is chained in order, number by number', () => {
  const raw = openReleased(20);
  insertSampleRows(raw);
  raw.exec(
    "INSERT INTO change_log SELECT 7, at, '李四', origin, action, entity, entity_id, before, after FROM change_log",
  );
  migrate(raw);
  const entries = raw
    .prepare<[], StoredEntry>(
      `SELECT id, at, actor, origin, action, entity, entity_id AS entityId, before, after,
       previous_hash AS previousHash, hash FROM change_log ORDER BY id`,
    )
    .all();
  expect(entries.map(({ id, actor }) => [id, actor])).toEqual([
    [1, '测试员'],
    [7, '李四'],
  ]);
  expect(findChainBreak(entries, chainBeginning, sha256OfText)).toBeNull();
  raw.close();
});

test('the settings of the lights move in with the other rules’, under the ids the log knows', () => {
  const raw = openReleased(30);
  insertSampleRows(raw);
  raw.exec(
    "INSERT INTO light_setting VALUES (7, '2024-07-01', '{\"redAbove\":25}', '2024-07-02T01:00:00.000Z', '李四')",
  );
  migrate(raw);
  const moved = raw
    .prepare('SELECT id, kind, effective_from, settings, created_by FROM rule_setting')
    .raw()
    .all();
  expect(moved).toEqual([
    [1, 'light', '2024-01-01', '{}', '测试员'],
    [7, 'light', '2024-07-01', '{"redAbove":25}', '李四'],
  ]);
  raw.close();
});

test('a move that does not start from the state the task is in is refused by the file itself', () => {
  const raw = openReleased(schemaVersion);
  insertSampleRows(raw);
  const move = (from: string, to: string) =>
    raw.exec(
      `INSERT INTO task_move (task_id, move, from_state, to_state, on_date, reason, reviewer, details, created_at,
         created_by) VALUES (1, 'x', '${from}', '${to}', '2024-07-01', '', '', '{}', '2024-07-01T01:00:00.000Z', '李四')`,
    );
  expect(() => move('active', 'closed')).toThrow(/starts from the state/);
  move('completion_requested', 'reviewed');
  expect(() => move('completion_requested', 'active')).toThrow(/starts from the state/);
  raw.close();
});

test('a migration that fails half way leaves the file at the version before it, with every row', () => {
  const raw = openReleased(schemaVersion);
  insertSampleRows(raw);
  const before = dumpSchema(raw) + dumpRows(raw);
  const failing = { ...next, sql: `${next.sql} DELETE FROM target_reading; INSERT INTO nowhere VALUES (1);` };
  expect(() => migrate(raw, [...migrations, failing])).toThrow(/nowhere/);
  expect(readSchemaVersion(raw)).toBe(schemaVersion);
  expect(dumpSchema(raw) + dumpRows(raw)).toBe(before);
  raw.close();
});

test('a second run has nothing to do', () => {
  const raw = openReleased(schemaVersion);
  expect(pendingMigrations(raw)).toEqual([]);
  expect(migrate(raw)).toEqual([]);
  raw.close();
});

test('the sample rows touch every table, so the checks above leave none out', () => {
  const raw = openReleased(schemaVersion);
  insertSampleRows(raw);
  const empty = raw
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")
    .pluck()
    .all()
    .filter((table) => raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() === 0);
  expect(empty).toEqual([]);
  raw.close();
});
