import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createAssessService } from '#electron/services/assess.service.ts';
import { checkDatabase } from '#electron/services/check.service.ts';
import type { ServiceContext } from '#electron/services/context.ts';
import { unattendedJob } from '#electron/services/job.ts';
import { createLedgersService } from '#electron/services/ledgers.service.ts';
import { createLightsService } from '#electron/services/lights.service.ts';
import { createProposalMemory } from '#electron/services/lights-plans.ts';
import { createProgressService } from '#electron/services/progress.service.ts';
import { createRulesService } from '#electron/services/rules.service.ts';
import { emptyProgress } from '#shared/domain/progress.ts';
import { defaultCurves } from '#shared/domain/supervision/curves.ts';
import { defaultLightSettings } from '#shared/domain/supervision/light-settings.ts';
import { openSeededDatabase, testContext } from '../helpers/database.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';

const excel = shareExcelWorker();

/** The seeded office on a day, with everything scores are made of. */
async function openOffice(today: string) {
  const open = await openSeededDatabase();
  const context: ServiceContext = { ...testContext, now: () => new Date(`${today}T04:00:00.000Z`) };
  const { database } = open;
  const proposals = createProposalMemory();
  const lights = createLightsService(database, context, proposals);
  const ledgers = createLedgersService({ database, excel, context, proposals });
  const assess = createAssessService({ open, excel, lights, ledgers, context });
  const progress = createProgressService(database, context);
  const rules = createRulesService(database, context);
  const unitId = async (name: string) =>
    (await database.selectFrom('unit').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
  async function report(unit: string, period: string, percent: number) {
    const rows = await progress.sheet({ period, unitId: await unitId(unit), scope: 'lead' });
    for (const { taskId, unitId: id, revision } of rows) {
      const values = { ...emptyProgress, narrative: '推进中', percent };
      await progress.save({
        taskId,
        unitId: id,
        period,
        basedOnRevision: revision,
        values,
        targetValues: [],
      });
    }
    return rows.length;
  }
  const scoreOf = async (unit: string, period: string) => {
    const found = (await assess.scores({ period })).scores.find((score) => score.unit === unit);
    if (found === undefined) throw new Error(`no score of ${unit}`);
    return found;
  };
  return { open, assess, rules, report, scoreOf, unitId };
}

const rulesOf = (score: { lines: readonly { rule: string; points: number }[] }) =>
  Object.fromEntries(
    score.lines.filter(({ points }) => points !== 0).map(({ rule, points }) => [rule, points]),
  );

test('in time and on schedule is 100, nothing said is a missing return once the deadline is past', async () => {
  const { report, scoreOf } = await openOffice('2024-01-20');
  await report('区统计局', '2024-01', 50);
  expect(await scoreOf('区统计局', '2024-01')).toMatchObject({ score: 100, rank: 1 });
  expect(rulesOf(await scoreOf('区民政局', '2024-01'))).toEqual({});
});

test('the day after the deadline a return is late and a missing one missing', async () => {
  const { report, scoreOf } = await openOffice('2024-01-29');
  await report('区统计局', '2024-01', 50);
  expect(rulesOf(await scoreOf('区统计局', '2024-01'))).toEqual({ late_return: -0.5 });
  expect(rulesOf(await scoreOf('区民政局', '2024-01'))).toEqual({ missing_return: -1 });
});

test('what was sent back and not sent again is missing as well', async () => {
  const { open, scoreOf, unitId } = await openOffice('2024-01-29');
  await open.database
    .insertInto('return_redo')
    .values({
      sha256: 'a'.repeat(64),
      file_name: '民政局.xlsx',
      unit_id: await unitId('区民政局'),
      period: '2024-01',
      received_on: '2024-01-20',
      reason: '缺完成比例',
      problems: 1,
      returned_at: '2024-01-21T01:00:00.000Z',
      returned_by: '测试员',
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .execute();
  expect(rulesOf(await scoreOf('区民政局', '2024-01'))).toEqual({
    missing_return: -1,
    returned_for_redo: -0.5,
  });
});

test('a red light is not counted a second time as behind, and every point names its record', async () => {
  const { report, scoreOf } = await openOffice('2024-06-20');
  const tasks = await report('区统计局', '2024-06', 5);
  const score = await scoreOf('区统计局', '2024-06');
  expect(rulesOf(score)).toEqual({ red_light: -tasks });
  expect(score.lines[0]?.refs).toHaveLength(tasks);
  expect(score.lines[0]?.refs[0]?.words).toMatch(
    /Z\d\d-\d\d 2024年6月：序时应达50%，实际5%，落后45个百分点，红灯/,
  );
});

test('表扬 counts until it is withdrawn; equal scores share a rank and leave a gap', async () => {
  const { assess, scoreOf, unitId } = await openOffice('2024-01-20');
  const entry = { unitId: await unitId('区统计局'), period: '2024-01', kind: 'praise', points: 2 } as const;
  const [mark] = await assess.addMark({ ...entry, reason: '区长批示' });
  expect(await scoreOf('区统计局', '2024-01')).toMatchObject({ score: 102, rank: 1 });
  const others = (await assess.scores({ period: '2024-01' })).scores.filter(
    ({ kind, score }) => kind === 'department' && score === 100,
  );
  expect(new Set(others.map(({ rank }) => rank))).toEqual(new Set([2]));
  await assess.withdrawMark({ markId: mark?.id ?? 0 });
  expect(await scoreOf('区统计局', '2024-01')).toMatchObject({ score: 100, rank: 1 });
  await expect(assess.withdrawMark({ markId: mark?.id ?? 0 })).rejects.toThrow(/已经撤回/);
});

test('a published period is printed again byte for byte though everything has changed since', async () => {
  const { open, assess, report } = await openOffice('2024-06-20');
  await report('区统计局', '2024-06', 40);
  const first = await assess.publish({ period: '2024-06', reason: '' }, unattendedJob);
  expect(first).toMatchObject({ edition: 1, problem: null });
  await expect(assess.publish({ period: '2024-06', reason: '' }, unattendedJob)).rejects.toThrow(/更正原因/);
  await expect(assess.publish({ period: '2024-06', reason: '再来' }, unattendedJob)).rejects.toThrow(
    /内容与第1版相同/,
  );
  const before = await assess.reprint({ id: first.id, directory: join(open.directory, 'print-1') });
  await report('区统计局', '2024-06', 90);
  const second = await assess.publish({ period: '2024-06', reason: '统计局更正' }, unattendedJob);
  expect(second.label).toBe('2024年6月第2版（更正：统计局更正）');
  const after = await assess.reprint({ id: first.id, directory: join(open.directory, 'print-2') });
  expect(after.files.map((file) => readFileSync(file))).toEqual(
    before.files.map((file) => readFileSync(file)),
  );
  const light = (edition: typeof first) => edition.content.lights.find(({ unit }) => unit === '区统计局');
  expect([light(first)?.actual, light(second)?.actual]).toEqual([40, 90]);
  expect((await checkDatabase(open)).problems).toEqual([]);
});

test('an edition keeps the light rules and curves its lights were made with, not those that begin after it', async () => {
  const { assess, rules } = await openOffice('2024-07-20');
  const spring = { ...defaultLightSettings, effectiveFrom: '2024-06-30', yellowAbove: 8 };
  await rules.save({ kind: 'light', settings: spring });
  await rules.save({ kind: 'light', settings: { ...spring, effectiveFrom: '2024-07-01', yellowAbove: 3 } });
  await rules.save({ kind: 'curve', settings: { ...defaultCurves, effectiveFrom: '2024-07-01' } });
  const edition = await assess.publish({ period: '2024-06', reason: '' }, unattendedJob);
  expect(edition.content.rules).toMatchObject({ light: spring, curves: [defaultCurves] });
});

test('whoever edits a publication or cuts the log behind it is found by check', async () => {
  const { open, assess } = await openOffice('2024-06-20');
  await assess.publish({ period: '2024-06', reason: '' }, unattendedJob);
  open.raw.exec('DROP TRIGGER publication_is_frozen_update');
  open.raw.exec("UPDATE publication SET content = json_set(content, '$.scores[0].score', 1)");
  expect((await checkDatabase(open)).problems.join()).toContain('2024-06 第1版发布件与封存时不一致');
  open.raw.exec('DROP TRIGGER change_log_is_append_only_delete; DELETE FROM change_log');
  expect((await checkDatabase(open)).problems.join()).toContain('末尾有记录被删除');
});
