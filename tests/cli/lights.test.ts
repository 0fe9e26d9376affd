import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { openDatabase } from '#electron/db/sqlite/open.ts';
import { createLightsService } from '#electron/services/lights.service.ts';
import { createProgressService } from '#electron/services/progress.service.ts';
import { emptyProgress } from '#shared/domain/progress.ts';
import { testContext } from '../helpers/database.ts';
import { duban } from '../helpers/duban.ts';

// Each command is a process of its own, and other tests keep the processors busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

interface LightLine {
  code: string;
  unit: string | null;
  expected: number;
  actual: number | null;
  gap: number | null;
  light: string;
  reason: string;
  rule: string;
  override?: { light: string; computed: string; reason: string; until: string; by: string };
}

let data: string;

/** Two reports and an override, in the folder the commands will open. */
async function report(): Promise<void> {
  const open = await openDatabase({ directory: data });
  try {
    const { database, raw } = open;
    const idOf = (table: string, column: string, name: string) =>
      raw.prepare<[string], number>(`select id from ${table} where ${column} = ?`).pluck().get(name) ?? 0;
    const progress = createProgressService(database, testContext);
    const save = (code: string, unit: string, percent: number) =>
      progress.save({
        taskId: idOf('task', 'code', code),
        unitId: idOf('unit', 'name', unit),
        period: '2024-06',
        basedOnReport: null,
        values: { ...emptyProgress, percent },
        targetValues: [],
      });
    await save('Z02-02', '区财政局', 28);
    await save('Z02-05', '区发改局', 5);
    await createLightsService(database, testContext).override({
      taskId: idOf('task', 'code', 'Z02-05'),
      unitId: null,
      light: 'yellow',
      reason: '省级评审推迟',
      from: '2024-06-01',
      until: '2024-07-31',
    });
  } finally {
    await open.close();
  }
}

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'duban-cli-'));
  await duban(['seed', '--data', data]);
  await report();
  return () => rm(data, { recursive: true, force: true });
});

const lights = (...words: string[]) => duban(['lights', ...words, '--data', data]);

test('lights answers a line for each lead of each task, with exactly the members the interface names', async () => {
  const result = await lights('--period', '2024-06', '--json');
  expect([result.exitCode, result.complaints]).toEqual([0, []]);
  const lines = result.json<LightLine[]>();
  expect(new Set(lines.map(({ code }) => code)).size).toBe(197);
  expect(lines.filter(({ code }) => code === 'Z02-06').map(({ unit }) => unit)).toEqual([
    '区发改局',
    '区投资促进服务中心',
  ]);
  expect(lines.find(({ code }) => code === 'Z02-02')).toEqual({
    code: 'Z02-02',
    unit: '区财政局',
    expected: 50,
    actual: 28,
    gap: 22,
    light: 'yellow',
    reason: '序时应达50%，实际28%，落后22个百分点，黄灯',
    rule: '落后序时',
  });
});

test('an override is told beside the computed light', async () => {
  const lines = (await lights('--period', '2024-06', '--unit', '区发改局', '--json')).json<LightLine[]>();
  expect(new Set(lines.map(({ unit }) => unit))).toEqual(new Set(['区发改局']));
  expect(lines.find(({ code }) => code === 'Z02-05')).toMatchObject({
    light: 'yellow',
    override: { light: 'yellow', computed: 'red', reason: '省级评审推迟', until: '2024-07-31', by: '测试员' },
  });
});

test('for people it is a table with the sentence, of one leader’s tasks where asked', async () => {
  const { stdout, exitCode } = await lights('--period', '2024-06', '--leader', '林杰');
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/Z02-02\s+区财政局\s+黄灯\s+—\s+50%\s+28%\s+22\s+序时应达50%/);
  expect(stdout).not.toContain('Z03-01');
  expect(stdout.trimEnd()).toMatch(/2024年6月（截至2024-06-30）共 \d+ 项任务$/);
});

test('without a period, or in a year without a notice', async () => {
  const without = await lights('--json');
  expect([without.exitCode, without.complaints[0]]).toEqual([
    1,
    expect.stringContaining('缺少选项 --period'),
  ]);
  const other = await lights('--period', '2019-06', '--json');
  expect([other.exitCode, other.json()]).toEqual([0, []]);
});
