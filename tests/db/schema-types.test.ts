import { expect, test } from 'vitest';
import { schemaVersion } from '#electron/db/migrate.ts';
import { progressStatuses } from '#shared/domain/progress.ts';
import { comparatorLabels } from '#shared/domain/target.ts';
import { roles, taskKindLabels } from '#shared/domain/task.ts';
import { unitKindLabels } from '#shared/domain/unit.ts';
import { openReleased, releasedSchema } from '../helpers/schema-dump.ts';
import { type DeclaredColumn, readDeclaredTables } from '../helpers/schema-types.ts';

interface StoredColumn {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
}

const raw = openReleased(schemaVersion);
const declared = readDeclaredTables();
const tables = raw
  .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")
  .pluck()
  .all();

const withoutRowId = new Set(
  (raw.pragma('table_list') as { name: string; wr: number }[])
    .filter(({ wr }) => wr === 1)
    .map(({ name }) => name),
);

function storedColumns(table: string): DeclaredColumn[] {
  const columns = raw.prepare<[string], StoredColumn>('SELECT * FROM pragma_table_info(?)').all(table);
  return columns.map(({ name, type, notnull, dflt_value, pk }) => {
    const isAlone = columns.filter((column) => column.pk > 0).length === 1;
    const isRowId = isAlone && pk === 1 && type === 'INTEGER' && !withoutRowId.has(table);
    return {
      name,
      nullable: notnull === 0 && !isRowId,
      generated: isRowId || dflt_value !== null,
      isNumber: type === 'INTEGER' || type === 'REAL',
    };
  });
}

test('schema.ts names the tables of the file', () => {
  expect([...declared.keys()].sort()).toEqual([...tables].sort());
});

test.each(tables)('schema.ts describes %s as it is stored', (table) => {
  expect(declared.get(table)).toEqual(storedColumns(table));
});

test('every table is STRICT and every primary key is never null', () => {
  const list = raw.pragma('table_list') as { name: string; strict: number }[];
  expect(list.filter(({ name, strict }) => tables.includes(name) && strict === 0)).toEqual([]);
});

test.each([
  ['task.kind', 'kind', Object.keys(taskKindLabels)],
  ['task_unit.role', 'role', roles],
  ['target.comparator', 'comparator', Object.keys(comparatorLabels)],
  ['unit.kind', 'kind', Object.keys(unitKindLabels)],
  ['progress_report.status', 'status', progressStatuses],
])('the file takes for %s what the rules know', (place, column, values) => {
  const [table = ''] = place.split('.');
  const statement = releasedSchema(schemaVersion)
    .split(';\n\n')
    .find((sql) => sql.startsWith(`CREATE TABLE ${table} (`));
  const list = new RegExp(`CHECK \\(${column} IN \\(([^)]*)\\)`).exec(statement ?? '')?.[1] ?? '';
  expect([...list.matchAll(/'([^']*)'/g)].map((match) => match[1])).toEqual([...values]);
});

test('every foreign key is led by an index, so that a delete does not read a million rows', () => {
  const unled = tables.flatMap((table) => {
    const keys = raw
      .prepare<[string], { from: string }>('SELECT * FROM pragma_foreign_key_list(?)')
      .all(table);
    return keys
      .filter(({ from }) => !leadingColumns(table).includes(from))
      .map(({ from }) => `${table}.${from}`);
  });
  expect(unled).toEqual([]);
});

function leadingColumns(table: string): (string | null)[] {
  return raw
    .prepare<[string], string | null>(
      'SELECT info.name FROM pragma_index_list(?) AS list, pragma_index_info(list.name) AS info WHERE seqno = 0',
    )
    .pluck()
    .all(table);
}
