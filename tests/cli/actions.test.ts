import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { openDatabase } from '#electron/db/sqlite/open.ts';
import { createActionsService } from '#electron/services/actions.service.ts';
import { createLightsService } from '#electron/services/lights.service.ts';
import { createProposalMemory } from '#electron/services/lights-plans.ts';
import type { ActionDraftValues } from '#shared/contract/actions.ts';
import { testContext } from '../helpers/database.ts';
import { duban } from '../helpers/duban.ts';

// Each command is a process of its own, and other tests keep the processors busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let data: string;

/** Two orders, one of them closed, in the folder the commands will open. */
async function record(): Promise<void> {
  const open = await openDatabase({ directory: data });
  try {
    const { database, raw } = open;
    const idOf = (table: string, column: string, name: string) =>
      raw.prepare<[string], number>(`select id from ${table} where ${column} = ?`).pluck().get(name) ?? 0;
    const lights = createLightsService(database, testContext);
    const proposals = createProposalMemory();
    const actions = createActionsService({ open, lights, proposals, context: testContext });
    const values: ActionDraftValues = {
      kind: 'supervision_order',
      colour: 'yellow',
      unitId: idOf('unit', 'name', '区财政局'),
      taskIds: [idOf('task', 'code', 'Z02-02')],
      title: '收入督办',
      reason: '落后于序时进度。',
      actedOn: '2024-06-03',
      answerDue: '2024-06-10',
      oldDue: null,
      newDue: null,
    };
    const first = await actions.create(values);
    await actions.create({ ...values, colour: 'red' });
    const given = {
      reason: '已整改',
      answer: '',
      answerDue: '',
      newDue: '',
      decider: '',
      returnFileId: null,
    };
    await actions.move({ actionId: first.id, version: 1, move: 'close', date: '2024-06-08', ...given });
  } finally {
    await open.close();
  }
}

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'duban-cli-'));
  await duban(['seed', '--data', data]);
  await record();
  return () => rm(data, { recursive: true, force: true });
});

const actions = (...words: string[]) => duban(['actions', ...words, '--data', data]);

test('actions lists what was recorded, newest first; --open only what still waits', async () => {
  const all = await actions('--json');
  expect([all.exitCode, all.complaints]).toEqual([0, []]);
  expect(all.json<{ number: string; state: string }[]>().map(({ number, state }) => [number, state])).toEqual(
    [
      ['〔2024〕2号', 'open'],
      ['〔2024〕1号', 'closed'],
    ],
  );
  const [order, ...others] = (await actions('--open', '--json')).json<Record<string, unknown>[]>();
  expect(others).toEqual([]);
  expect(order).toMatchObject({
    kind: 'supervision_order',
    colour: 'red',
    number: '〔2024〕2号',
    unit: '区财政局',
    tasks: ['Z02-02'],
    answerDue: '2024-06-10',
    isLate: true,
  });
  const { stdout } = await actions('--open');
  expect(stdout).toMatch(/红色督办单〔2024〕2号\s+区财政局\s+Z02-02.*待答复（超期）/);
  expect(stdout.trimEnd()).toMatch(/共 1 件$/);
});

test('--worklist says what to chase today, why and what next', async () => {
  const { exitCode, json } = await actions('--worklist', '--json');
  expect(exitCode).toBe(0);
  const line = json<{ code: string; unit: string }[]>().find(({ code }) => code === 'Z02-02');
  expect(line).toMatchObject({
    unit: '区财政局',
    reasons: expect.arrayContaining([expect.objectContaining({ kind: 'order_unanswered' })]),
    lastAction: { on: '2024-06-03', words: '红色督办单〔2024〕2号' },
    advice: { action: 'supervision_order', colour: 'red' },
  });
});

test('both choices at once are a mistake', async () => {
  const { exitCode, complaints } = await actions('--open', '--worklist');
  expect([exitCode, complaints[0]]).toEqual([1, expect.stringContaining('只能选一个')]);
});
