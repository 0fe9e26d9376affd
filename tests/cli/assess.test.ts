import { mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import type { UnitScore } from '#shared/domain/supervision/score.ts';
import { duban } from '../helpers/duban.ts';

// Each command is a process of its own, and other tests keep the processors busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let data: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'duban-cli-assess-'));
  await duban(['seed', '--data', data]);
  return () => rm(data, { recursive: true, force: true });
});

const command = (...words: string[]) => duban([...words, '--data', data]);

test('score answers a list of units with score, rank and lines, each line with its records', async () => {
  const { exitCode, json, complaints } = await command('score', '--period', '2024-01', '--json');
  expect([exitCode, complaints]).toEqual([0, []]);
  const scores = json<UnitScore[]>();
  const found = scores.find(({ unit }) => unit === '区发改局');
  expect(Object.keys(found ?? {})).toEqual(['unit', 'kind', 'score', 'rank', 'lines']);
  expect(found).toMatchObject({ kind: 'department', score: 99, rank: 1 });
  const missing = { rule: 'missing_return', points: -1 };
  expect(found?.lines.filter(({ points }) => points !== 0)).toEqual([
    { ...missing, refs: [{ type: 'return', id: expect.any(String), words: '2024年1月没有报送' }] },
  ]);
  expect(found?.lines.every((line) => Object.keys(line).join() === 'rule,points,refs')).toBe(true);
});

test('--unit narrows, whatever name the unit goes by; an unknown one is named', async () => {
  const one = await command('score', '--period', '2024-01', '--unit', '区人社局', '--json');
  expect(one.json<UnitScore[]>().map(({ unit }) => unit)).toEqual(['区人力社保局']);
  const none = await command('score', '--period', '2024-01', '--unit', '区某局');
  expect(none.exitCode).not.toBe(0);
  expect(none.complaints.join()).toContain('没有叫“区某局”的单位');
});

test('--out writes the unit’s card in both formats or the one asked for', async () => {
  const out = join(data, 'cards');
  const words = ['score', '--period', '2024-01', '--unit', '区发改局', '--out', out];
  const both = await command(...words, '--json');
  expect([both.exitCode, both.complaints]).toEqual([0, []]);
  expect(readdirSync(out).sort()).toEqual([
    '区发改局-2024年1月考核成绩单.docx',
    '区发改局-2024年1月考核成绩单.xlsx',
  ]);
  expect(both.json<{ files: string[] }>().files).toHaveLength(2);
  expect((await command(...words, '--format', 'pdf')).complaints.join()).toContain(
    '--format 应写作 xlsx 或 docx',
  );
  const alone = await command('score', '--period', '2024-01', '--format', 'docx');
  expect(alone.complaints.join()).toContain('--format 要和 --out 一起用');
});

test('publish freezes once, and again only with a reason and something to correct', async () => {
  const first = await command('publish', '--period', '2024-01', '--json');
  expect([first.exitCode, first.complaints]).toEqual([0, []]);
  expect(first.json()).toMatchObject({
    period: '2024-01',
    edition: 1,
    label: '2024年1月第1版',
    problem: null,
  });
  expect(first.json<{ documents: string[] }>().documents).toHaveLength(4);
  const again = await command('publish', '--period', '2024-01');
  expect(again.exitCode).not.toBe(0);
  expect(again.complaints.join()).toContain('再次发布须写明更正原因');
  const same = await command('publish', '--period', '2024-01', '--reason', '再来');
  expect(same.complaints.join()).toContain('内容与第1版相同');
});
