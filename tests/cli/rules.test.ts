import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { openDatabase } from '#electron/db/sqlite/open.ts';
import { createRulesService } from '#electron/services/rules.service.ts';
import { defaultRules, type RuleSettings } from '#shared/domain/supervision/rule-settings.ts';
import { testContext } from '../helpers/database.ts';
import { duban } from '../helpers/duban.ts';

// Each command is a process of its own, and other tests keep the processors busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let data: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'duban-cli-'));
  await duban(['seed', '--data', data]);
  const open = await openDatabase({ directory: data });
  const settings = { ...defaultRules.light, effectiveFrom: '2024-07-01', yellowAbove: 6 };
  await createRulesService(open.database, testContext).save({ kind: 'light', settings });
  await open.close();
  return () => rm(data, { recursive: true, force: true });
});

const rules = (...words: string[]) => duban(['rules', ...words, '--data', data]);

test('rules says in words what held on a day, since when and by whom', async () => {
  const before = await rules('--date', '2024-06-30');
  expect([before.exitCode, before.complaints]).toEqual([0, []]);
  expect(before.stdout).toContain('亮灯规则（程序原有，至2024年6月30日）');
  expect(before.stdout).toContain('落后序时超过10个、不超过30个百分点，亮黄灯');
  const after = await rules('--date', '2024-07-01');
  expect(after.stdout).toContain('亮灯规则（2024年7月1日起，测试员设定）');
  expect(after.stdout).toContain('落后序时超过6个、不超过30个百分点，亮黄灯');
  expect(after.stdout).toContain('督办规则（程序原有）');
  expect(after.stdout).toContain('序时曲线（程序原有）');
});

test('--json is the settings in force, today’s without a date', async () => {
  const old = (await rules('--date', '2024-06-30', '--json')).json<RuleSettings & { date: string }>();
  expect(old).toEqual({ date: '2024-06-30', ...defaultRules });
  const today = (await rules('--json')).json<RuleSettings>();
  expect(today.light).toMatchObject({ effectiveFrom: '2024-07-01', yellowAbove: 6 });
});
