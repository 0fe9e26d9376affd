import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { loadSeeds, type Seeds } from '#electron/document/load-seeds.ts';
import { checkDatabase } from '#electron/services/check.service.ts';
import { isSeeded, seedDatabase } from '#electron/services/seed.service.ts';
import type { UnitEntry } from '#shared/domain/unit.ts';
import {
  openSeededDatabase,
  openTestDatabase,
  seedsDirectory,
  temporaryDirectory,
  testContext,
} from '../helpers/database.ts';
import { dumpRows } from '../helpers/schema-dump.ts';

const seeds = loadSeeds(seedsDirectory);
const seedingProgram = fileURLToPath(new URL('../helpers/seeding-program.ts', import.meta.url));

/** Next year's notice: the same tasks under another number. */
function nextYear(changes: Partial<Seeds> = {}): Seeds {
  const notice = { ...seeds.notice, number: '温鹿政办〔2025〕9号', year: 2025, issueDate: '2025-03-06' };
  return { ...seeds, notice, sha256: 'b'.repeat(64), ...changes };
}

function withUnit(name: string, changes: Partial<UnitEntry>): UnitEntry[] {
  return seeds.directory.map((entry) => (entry.name === name ? { ...entry, ...changes } : entry));
}

function newUnit(changes: Partial<UnitEntry>): UnitEntry {
  return {
    name: '区新设局',
    kind: 'department',
    aliases: [],
    parent: null,
    membership: null,
    members: [],
    ...changes,
  };
}

test('the notice becomes the counts of domain.md', async () => {
  const { database } = await openTestDatabase();
  expect(await seedDatabase(database, seeds, testContext)).toEqual({
    documents: 1,
    sections: 23,
    tasks: 197,
    keyTasks: 165,
    livelihoodTasks: 32,
    units: seeds.directory.length,
    targets: seeds.notice.tasks.flatMap((task) => task.targets).length,
    corrections: 2,
    seeded: true,
  });
});

test('each section has its rows', async () => {
  const { database } = await openSeededDatabase();
  const rows = await database
    .selectFrom('section')
    .leftJoin('task', 'task.section_id', 'section.id')
    .select((eb) => ['section.kind', eb.fn.count<number>('task.id').as('tasks')])
    .groupBy('section.id')
    .orderBy('section.kind')
    .orderBy('section.ordinal')
    .execute();
  const ofKind = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.tasks);
  expect(ofKind('key')).toEqual([0, 39, 17, 17, 16, 18, 9, 28, 12, 1, 8]);
  expect(ofKind('livelihood')).toEqual([3, 2, 2, 3, 3, 3, 2, 4, 3, 3, 2, 2]);
});

test('a task keeps its source text beside the corrected one, and its shared twin', async () => {
  const { database } = await openSeededDatabase();
  const task = (code: string) =>
    database.selectFrom('task').selectAll().where('code', '=', code).executeTakeFirstOrThrow();
  const broken = await task('Z02-12');
  expect(broken.source_content.endsWith('500 强项')).toBe(true);
  expect(broken.content).toContain('原文缺失');
  expect((await task('Z03-01')).shared_work_id).not.toBeNull();
  expect((await task('Z03-01')).shared_work_id).toBe((await task('Z07-01')).shared_work_id);
});

test('months and quarters of the year are due on the 28th', async () => {
  const { database } = await openSeededDatabase();
  const periods = await database.selectFrom('period').selectAll().orderBy('period').execute();
  expect(periods.length).toBe(16);
  expect(periods).toContainEqual({ period: '2024-02', deadline: '2024-02-28' });
  expect(periods).toContainEqual({ period: '2024-Q4', deadline: '2024-12-28' });
});

test('a second start writes nothing at all, whatever the seed folder says by then', async () => {
  const { database, raw } = await openSeededDatabase();
  const before = dumpRows(raw);
  const version = raw.pragma('data_version', { simple: true });
  const changed = { ...seeds, directory: [...seeds.directory, newUnit({})], sha256: 'c'.repeat(64) };
  const result = await seedDatabase(database, changed, testContext);
  expect(result).toMatchObject({ seeded: false, documents: 1, tasks: 197, units: seeds.directory.length });
  expect(dumpRows(raw)).toBe(before);
  expect(raw.pragma('data_version', { simple: true })).toBe(version);
});

test('two programs that start at the same moment seed once', async () => {
  const directory = temporaryDirectory();
  const runs = [1, 2].map(() => promisify(execFile)(process.execPath, [seedingProgram, directory]));
  const answers = (await Promise.all(runs)).map(({ stdout }) => stdout.trim());
  expect(answers.sort()).toEqual(['197 false', '197 true']);
});

const brokenNotices: [string, Partial<Seeds['notice']['tasks'][number]>, RegExp][] = [
  ['a code that is there already', { code: 'Z02-01' }, /第 \d+ 行.*编号是否重复/],
  ['no content', { content: ' ' }, /第 \d+ 行/],
  ['a section that is not there', { sectionOrdinal: 77 }, /第 \d+ 行：这一行不属于任何一个部分/],
  [
    'a unit nobody knows',
    { units: [{ name: '区某局', printed: '区某局', role: 'lead' }] },
    /第 \d+ 行：单位“区某局”不在单位目录里/,
  ],
  [
    'a due date that is no date',
    { targets: [{ name: '项目', comparator: '>=', value: 1, measure: '个', due: '年底' }] },
    /第 \d+ 行/,
  ],
];

test.each(brokenNotices)('a last task with %s stops all and names its line', async (_, changes, message) => {
  const { database, raw } = await openTestDatabase();
  const before = dumpRows(raw);
  const last = seeds.notice.tasks.at(-1);
  if (last === undefined) throw new Error('the notice has no tasks');
  const tasks = [...seeds.notice.tasks.slice(0, -1), { ...last, ...changes }];
  const broken = { ...seeds, notice: { ...seeds.notice, tasks } };
  const failing = seedDatabase(database, broken, testContext);
  await expect(failing).rejects.toMatchObject({ code: 'bad_seed', details: { line: last.line } });
  await expect(failing).rejects.toThrow(message);
  expect(dumpRows(raw)).toBe(before);
});

test('next year’s notice stands beside this year’s and shares its units and leaders', async () => {
  const open = await openSeededDatabase();
  const leaders = (await open.database.selectFrom('leader').select('id').execute()).length;
  const directory = [
    ...withUnit('区发改局', { aliases: ['区发展改革局'] }),
    newUnit({ aliases: ['新设局'] }),
  ];
  const result = await seedDatabase(open.database, nextYear({ directory }), testContext);
  expect(result).toMatchObject({ seeded: true, documents: 2, tasks: 394, units: seeds.directory.length + 1 });
  expect((await open.database.selectFrom('leader').select('id').execute()).length).toBe(leaders);
  const aliases = await open.database
    .selectFrom('unit_alias')
    .innerJoin('unit', 'unit.id', 'unit_alias.unit_id')
    .select(['unit.name', 'alias'])
    .where('alias', 'in', ['区发展改革局', '新设局', '区人社局'])
    .orderBy('alias')
    .execute();
  expect(aliases.map((row) => `${row.alias}=${row.name}`).sort()).toEqual([
    '区人社局=区人力社保局',
    '区发展改革局=区发改局',
    '新设局=区新设局',
  ]);
  expect((await checkDatabase(open)).problems).toEqual([]);
});

test('a 街道 that is new next year reports wherever 各街镇 does', async () => {
  const open = await openSeededDatabase();
  const group = seeds.directory.find((entry) => entry.name === '各街镇');
  const directory = [
    ...withUnit('各街镇', { members: [...(group?.members ?? []), '新城街道'] }),
    newUnit({ name: '新城街道', kind: 'town' }),
  ];
  await seedDatabase(open.database, nextYear({ directory }), testContext);
  const asked = await open.database
    .selectFrom('task_reporting_unit')
    .innerJoin('unit', 'unit.id', 'unit_id')
    .select('task_id')
    .where('unit.name', '=', '新城街道')
    .execute();
  expect(asked.length).toBeGreaterThan(0);
  expect((await checkDatabase(open)).problems).toEqual([]);
});

test.each([
  ['a new unit’s alias is another’s alias', newUnit({ aliases: ['区人社局'] }), ['区新设局', '区人力社保局']],
  ['a new unit’s alias is another’s name', newUnit({ aliases: ['区教育局'] }), ['区新设局', '区教育局']],
  ['a new unit’s name is another’s alias', newUnit({ name: '区人社局' }), ['区人社局', '区人力社保局']],
  [
    'a unit has become a group',
    newUnit({ name: '区退休局', kind: 'group', membership: 'fixed' }),
    ['区退休局'],
  ],
])('when %s, both are named and nothing is stored', async (_, unit, names) => {
  const open = await openSeededDatabase();
  await open.database
    .insertInto('unit')
    .values({ name: '区退休局', kind: 'department', parent_id: null, membership: null, position: 999 })
    .execute();
  const before = dumpRows(open.raw);
  const directory = [...seeds.directory, unit];
  const failing = seedDatabase(open.database, nextYear({ directory }), testContext);
  await expect(failing).rejects.toMatchObject({ code: 'bad_seed' });
  for (const name of names) await expect(failing).rejects.toThrow(name);
  expect(dumpRows(open.raw)).toBe(before);
});

test('a database is seeded once it holds a notice', async () => {
  const { database } = await openTestDatabase();
  expect(await isSeeded(database)).toBe(false);
  await seedDatabase(database, seeds, testContext);
  expect(await isSeeded(database)).toBe(true);
});

test('the seeding itself is on record', async () => {
  const { database } = await openSeededDatabase();
  const changes = await database.selectFrom('change_log').selectAll().execute();
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({ entity: 'document', origin: 'seed', actor: '测试员', before: null });
});
