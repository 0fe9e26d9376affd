/** What scripts of an office read: the members of each answer of lights, score, publish, actions and log. */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '#electron/db/sqlite/open.ts';
import { createLightsService } from '#electron/services/lights.service.ts';
import { testContext } from '../helpers/database.ts';
import { duban } from '../helpers/duban.ts';

// Each command is a process of its own, and other tests keep the processors busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let data: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'duban-cli-shapes-'));
  await duban(['seed', '--data', data]);
  const open = await openDatabase({ directory: data });
  const taskId = open.raw.prepare<[], number>(`select id from task where code = 'Z02-02'`).pluck().get() ?? 0;
  const override = { taskId, unitId: null, light: 'yellow', reason: '会上定的' } as const;
  const lights = createLightsService(open.database, testContext);
  await lights.override({ ...override, from: '2024-06-01', until: '2024-06-30' });
  await open.close();
  return () => rm(data, { recursive: true, force: true });
});

type Line = Record<string, unknown>;

async function answer<Value>(...words: string[]): Promise<Value> {
  const { exitCode, complaints, json } = await duban([...words, '--json', '--data', data]);
  expect([exitCode, complaints]).toEqual([0, []]);
  return json<Value>();
}

const keysOf = (lines: readonly Line[]) => [...new Set(lines.map((line) => Object.keys(line).join()))];

test('lights: one line for a task and a unit; override only where a person set one', async () => {
  const lines = await answer<Line[]>('lights', '--period', '2024-06', '--unit', '区财政局');
  const usual = 'code,unit,expected,actual,gap,light,reason,rule';
  expect(keysOf(lines).sort()).toEqual([usual, `${usual},override`]);
  const [overridden] = lines.filter(({ override }) => override !== undefined);
  expect(overridden).toMatchObject({ code: 'Z02-02', unit: '区财政局', light: 'yellow' });
  expect(overridden?.override).toEqual({
    light: 'yellow',
    computed: 'unreported',
    reason: '会上定的',
    until: '2024-06-30',
    by: '测试员',
  });
});

test('score: a list of units, each with its lines and their records', async () => {
  const scores = await answer<(Line & { lines: (Line & { refs: Line[] })[] })[]>(
    'score',
    '--period',
    '2024-01',
  );
  expect(keysOf(scores)).toEqual(['unit,kind,score,rank,lines']);
  const lines = scores.flatMap((unit) => unit.lines);
  expect(keysOf(lines)).toEqual(['rule,points,refs']);
  expect(keysOf(lines.flatMap(({ refs }) => refs))).toEqual(['type,id,words']);
});

test('check answers for the chain: a log that was changed behind the program fails it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-cli-chain-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await duban(['seed', '--data', folder]);
  const raw = new SqliteDatabase(join(folder, 'duban.sqlite'));
  raw.exec('DROP TRIGGER change_log_is_append_only_update');
  raw.exec(`UPDATE change_log SET actor = '王五'`);
  raw.close();
  const { exitCode, complaints, json } = await duban(['check', '--json', '--data', folder]);
  expect(exitCode).toBe(1);
  expect(complaints.join()).toContain('变更记录');
  expect(json<{ ok: boolean; problems: string[] }>()).toMatchObject({
    ok: false,
    problems: expect.arrayContaining([expect.stringContaining('第 1 条变更记录的内容被改动过')]),
  });
});

test('actions --open, publish and log --since', async () => {
  expect(await answer<Line[]>('actions', '--open')).toEqual([]);
  const edition = await answer<Line>('publish', '--period', '2024-01');
  expect(edition).toMatchObject({
    period: '2024-01',
    edition: 1,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const entries = await answer<Line[]>('log', '--since', '2024-06-20');
  expect(keysOf(entries)).toEqual(['id,at,actor,origin,action,entity,entityId,subject,before,after']);
  expect(entries[0]).toMatchObject({ action: '发布', origin: 'command_line' });
  expect(entries.every(({ actor, at }) => actor !== '' && at !== '')).toBe(true);
  expect(await answer<Line[]>('log', '--since', '2999-01-01')).toEqual([]);
});
