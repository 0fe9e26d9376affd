import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { schemaVersion } from '#electron/db/migrate.ts';
import { openDatabase } from '#electron/db/sqlite/open.ts';
import { createProgressService } from '#electron/services/progress.service.ts';
import type { CatalogueTask } from '#electron/services/tasks-catalogue.service.ts';
import type { ReturnOverview } from '#shared/contract/desk.ts';
import type { ProgressLine } from '#shared/contract/progress.ts';
import { emptyProgress } from '#shared/domain/progress.ts';
import { testContext } from '../helpers/database.ts';
import { type CommandResult, duban } from '../helpers/duban.ts';

// Each command is a process of its own, and other tests keep the processors busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let data: string;
let firstSeed: CommandResult;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'duban-cli-'));
  firstSeed = await duban(['seed', '--data', data, '--json']);
  return () => rm(data, { recursive: true, force: true });
});

const command = (...words: string[]) => duban([...words, '--data', data]);

async function catalogue(): Promise<Map<string, CatalogueTask>> {
  const tasks = (await command('tasks', '--json')).json<CatalogueTask[]>();
  return new Map(tasks.map((task) => [task.code, task]));
}

test('seed answers the counts, and a second one changes nothing', async () => {
  const counts = { documents: 1, sections: 23, tasks: 197, keyTasks: 165, livelihoodTasks: 32 };
  expect(firstSeed.exitCode).toBe(0);
  expect(firstSeed.json()).toMatchObject(counts);
  const again = await command('seed', '--json');
  expect([again.exitCode, again.stdout]).toEqual([0, firstSeed.stdout]);
  const forPeople = await command('seed');
  expect(forPeople.stdout).toMatch(/重点工作\s+165/);
});

test('check answers integrity, version and counts', async () => {
  const { exitCode, json, complaints } = await command('check', '--json');
  expect([exitCode, complaints]).toEqual([0, []]);
  expect(json()).toMatchObject({ ok: true, integrity: 'ok', schemaVersion, counts: { tasks: 197 } });
  expect((await command('check')).stdout).toContain('完整性：完好');
});

test('tasks: 165 in 11 sections and 32 in 12 projects, as the notice counts them', async () => {
  const tasks = [...(await catalogue()).values()];
  const count = (kind: string, section: string) =>
    tasks.filter((task) => task.kind === kind && task.section === section).length;
  const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一'];
  expect(ordinals.map((section) => count('key', section))).toEqual([0, 39, 17, 17, 16, 18, 9, 28, 12, 1, 8]);
  const projects = Array.from({ length: 12 }, (_, index) => count('livelihood', String(index + 1)));
  expect(projects).toEqual([3, 2, 2, 3, 3, 3, 2, 4, 3, 3, 2, 2]);
  expect(tasks).toHaveLength(197);
});

test('a task has exactly the members the interface names', async () => {
  const task = (await catalogue()).get('M10-03');
  expect(task).toEqual({
    code: 'M10-03',
    kind: 'livelihood',
    document: '温鹿政办〔2024〕16号',
    section: '10',
    leader: '张伟',
    project: '文体惠民',
    content: '打造“家门口青少年宫” 5 个。',
    sourceContent: '打造“家门口青少年官” 5 个。',
    remark: '',
    units: [{ name: '团区委', printed: '团区委', role: 'lead' }],
    reportingUnits: ['团区委'],
    targets: [expect.objectContaining({ comparator: '=', value: 5, measure: '个', due: '2024-12-31' })],
    corrections: [{ from: expect.any(String), to: expect.any(String), reason: expect.any(String) }],
  });
  expect(Object.keys(task?.targets[0] ?? {}).sort()).toEqual([
    'comparator',
    'due',
    'measure',
    'name',
    'value',
  ]);
});

test('units stand in printed order, then those of the remark; a section without leader has null', async () => {
  const tasks = await catalogue();
  const roles = tasks.get('Z02-38')?.units.map((unit) => `${unit.printed}:${unit.role}`) ?? [];
  expect(roles.slice(0, 2)).toEqual(['区委区政府信访局:member', '区公安分局:member']);
  expect(roles.slice(-3)).toEqual(['区委政法委:party_lead', '区社会治理中心:party_lead', '区法院:support']);
  expect(tasks.get('Z03-02')).toMatchObject({
    units: [{ role: 'party_lead' }],
    reportingUnits: ['区委宣传部'],
  });
  expect(tasks.get('Z11-01')).toMatchObject({ leader: null, project: null });
});

test('tasks without --json is a table of one line a task', async () => {
  const { stdout } = await command('tasks');
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(199);
  expect(lines[1]).toMatch(/^Z02-01 .*地区生产总值增长.*林杰.*区发改局\(牵头\)$/);
  expect(lines.at(-1)).toBe('共 197 项');
});

test('progress lists what was typed into the same data folder', async () => {
  expect((await command('progress', '--period', '2024-06', '--json')).json()).toEqual([]);
  const open = await openDatabase({ directory: data });
  const service = createProgressService(open.database, testContext);
  const { id: taskId } = await open.database
    .selectFrom('task')
    .select('id')
    .where('code', '=', 'Z02-01')
    .executeTakeFirstOrThrow();
  const unit = open.database.selectFrom('unit').select('id').where('name', '=', '区发改局');
  const { id: unitId } = await unit.executeTakeFirstOrThrow();
  const report = { taskId, unitId, period: '2024-06', targetValues: [] };
  const narrative = '上半年增长\n6.1%';
  const draft = { ...emptyProgress, narrative: '初稿' };
  const { reportId } = await service.save({ ...report, basedOnReport: null, values: draft });
  const values = { ...emptyProgress, narrative, percent: 50 };
  await service.save({ ...report, basedOnReport: reportId, values });
  await open.close();
  const listed = await command('progress', '--period', '2024-06', '--json');
  expect(listed.json<ProgressLine[]>()).toEqual([
    {
      code: 'Z02-01',
      unit: '区发改局',
      percent: 50,
      narrative,
      problems: '',
      next: '',
      revision: 2,
      source: 'entry',
    },
  ]);
  const forPeople = await command('progress', '--period', '2024-06');
  expect(forPeople.stdout).toMatch(/Z02-01 +区发改局 +50% +上半年增长 6.1%/);
});

test('returns: every reporting unit with where it stands, in a table and as JSON', async () => {
  const { exitCode, json, complaints } = await command('returns', '--period', '2024-05', '--json');
  expect([exitCode, complaints]).toEqual([0, []]);
  const overview = json<ReturnOverview>();
  expect(overview).toMatchObject({ period: '2024-05', label: '2024年5月', deadline: '2024-05-28' });
  expect(overview.rows.find(({ unit }) => unit.name === '区发改局')).toMatchObject({ standing: 'overdue' });
  const forPeople = await command('returns', '--period', '2024-05');
  expect(forPeople.stdout).toMatch(/区发改局 +逾期未报/);
  expect(forPeople.stdout).toContain(`2024年5月报送截止 2024-05-28，应报 ${overview.rows.length} 个单位：`);
});
