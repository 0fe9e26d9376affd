import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sha256OfText } from '#electron/db/repositories/change-log.repository.ts';
import { insertEdition } from '#electron/db/repositories/publication.repository.ts';
import { type AssessService, createAssessService } from '#electron/services/assess.service.ts';
import { checkDatabase } from '#electron/services/check.service.ts';
import type { ServiceContext } from '#electron/services/context.ts';
import { unattendedJob } from '#electron/services/job.ts';
import { createLedgersService } from '#electron/services/ledgers.service.ts';
import { createLightsService } from '#electron/services/lights.service.ts';
import { createProposalMemory } from '#electron/services/lights-plans.ts';
import { createProgressService } from '#electron/services/progress.service.ts';
import { createRulesService } from '#electron/services/rules.service.ts';
import { templatesFolder } from '#electron/services/templates-folder.ts';
import { writeDefaultTemplates } from '#electron/word/supervision-letter.ts';
import { emptyProgress } from '#shared/domain/progress.ts';
import { defaultCurves } from '#shared/domain/supervision/curves.ts';
import { defaultLightSettings } from '#shared/domain/supervision/light-settings.ts';
import { type Edition, sealOf } from '#shared/domain/supervision/publication.ts';
import { defaultScoreRules } from '#shared/domain/supervision/score-rules.ts';
import { openSeededDatabase, testContext } from '../helpers/database.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { rewriteParts } from '../helpers/package-parts.ts';
import { documentText } from '../helpers/word-text.ts';

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
    for (const { taskId, unitId: id, reportId } of rows) {
      const values = { ...emptyProgress, narrative: '推进中', percent };
      await progress.save({
        taskId,
        unitId: id,
        period,
        basedOnReport: reportId,
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
  return { open, assess, lights, rules, report, scoreOf, unitId };
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

test('a red light set by hand costs what a red light costs, and its record says who set it and what the rules say', async () => {
  const { open, lights, report, scoreOf } = await openOffice('2024-06-20');
  const tasks = await report('区统计局', '2024-06', 40);
  const { id } = await open.database
    .selectFrom('task_unit')
    .innerJoin('unit', 'unit.id', 'task_unit.unit_id')
    .select('task_unit.task_id as id')
    .where('unit.name', '=', '区统计局')
    .where('task_unit.role', '=', 'lead')
    .executeTakeFirstOrThrow();
  const dates = { from: '2024-06-01', until: '2024-06-30' };
  await lights.override({ taskId: id, unitId: null, light: 'red', reason: '数据不实', ...dates });
  const score = await scoreOf('区统计局', '2024-06');
  expect(tasks).toBeGreaterThan(1);
  expect(rulesOf(score)).toEqual({ red_light: -1 });
  expect(score.lines.find(({ rule }) => rule === 'red_light')?.refs.map(({ words }) => words)).toEqual([
    expect.stringMatching(/落后10个百分点，绿灯；改为红灯（测试员，至2024-06-30）：数据不实$/),
  ]);
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

test('a published period keeps its cards in both forms; changed tasks and rules move nothing in it', async () => {
  const { open, assess, report, unitId } = await openOffice('2024-06-20');
  await report('区统计局', '2024-06', 5);
  const first = await assess.publish({ period: '2024-06', reason: '' }, unattendedJob);
  expect(first.documents).toEqual([
    '2024年6月台账.xlsx',
    '2024年6月考核排名.xlsx',
    '2024年6月考核成绩单.xlsx',
    '2024年6月考核成绩单（Word）.zip',
  ]);
  const print = async (folder: string) =>
    (await assess.reprint({ id: first.id, directory: join(open.directory, folder) })).files.map((file) => ({
      name: basename(file),
      bytes: readFileSync(file),
    }));
  const before = await print('print-1');
  expect(before.map(({ name }) => name)).toEqual(first.documents);
  const cards = unzipSync(before[3]?.bytes ?? new Uint8Array());
  const scored = first.content.scores.filter(({ score }) => score !== null);
  expect(Object.keys(cards)).toHaveLength(scored.length);
  const card = documentText(cards['区统计局-2024年6月考核成绩单.docx'] ?? new Uint8Array());
  const own = scored.find(({ unit }) => unit === '区统计局');
  for (const { words } of own?.lines.flatMap(({ refs }) => refs) ?? []) expect(card).toContain(words);
  await tryAndStart(assess, { red_light: 3 }, '2024-06');
  await assess.addMark({
    unitId: await unitId('区统计局'),
    period: '2024-06',
    kind: 'praise',
    points: 5,
    reason: '追加',
  });
  await report('区统计局', '2024-06', 90);
  await open.database
    .updateTable('task')
    .set({ content: '改过的任务' })
    .where('code', '=', 'Z02-01')
    .execute();
  expect(await print('print-2')).toEqual(before);
});

test('an edition answers for every task listed: its light, its class and how it moved', async () => {
  const { open, assess, report } = await openOffice('2024-06-20');
  await report('区统计局', '2024-05', 90);
  await report('区统计局', '2024-06', 5);
  // What is left of a task whose 相关街镇 nobody has named.
  open.raw.exec(
    "DELETE FROM task_reporting_unit WHERE task_id = (SELECT id FROM task WHERE code = 'Z02-08')",
  );
  const { content } = await assess.publish({ period: '2024-06', reason: '' }, unattendedJob);
  expect(content.tasks).toHaveLength(197);
  const unnamed = content.tasks?.filter(({ light }) => light === 'unnamed') ?? [];
  expect(unnamed).toMatchObject([{ code: 'Z02-08', movement: 'none', progressClass: 'other' }]);
  expect(content.lights.map(({ code }) => code)).not.toContain('Z02-08');
  const own = content.lights.find(({ unit }) => unit === '区统计局');
  expect(own).toMatchObject({ light: 'red', movement: 'down', progressClass: 'behind' });
  expect(content.tasks?.find(({ code }) => code === own?.code)).toMatchObject({
    light: 'red',
    movement: 'down',
  });
});

test('an edition stored before tasks and changes were kept still opens, whole', async () => {
  const { open, assess } = await openOffice('2024-06-20');
  const { content } = await assess.publish({ period: '2024-05', reason: '' }, unattendedJob);
  const { tasks: _, changes: __, lights, ...rest } = content;
  const older = {
    ...rest,
    documents: rest.documents.slice(0, 2),
    lights: lights.map(({ movement: ___, progressClass: ____, ...light }) => light),
  };
  const edition: Edition = {
    period: '2024-04',
    edition: 1,
    reason: '',
    content: older,
    publishedAt: '2024-05-05T01:00:00.000Z',
    publishedBy: '王明',
  };
  const id = await open.database
    .transaction()
    .execute((writer) => insertEdition(writer, edition, sealOf(edition, sha256OfText)));
  expect(await assess.publication({ id })).toMatchObject({ problem: null, label: '2024年4月第1版' });
  const printed = await assess.reprint({ id, directory: join(open.directory, 'older') });
  expect(printed.files).toHaveLength(2);
  expect((await assess.scores({ period: '2024-06' })).comparedWith).toBe('2024年5月第1版');
});

/** A new version with other points, tried and put in force as a person does it. */
async function tryAndStart(assess: AssessService, points: Record<string, number>, effectiveFrom: string) {
  const [newest] = await saveVersion(assess, points);
  const trial = await assess.tryRules({ rulesId: newest?.id ?? 0, effectiveFrom });
  return assess.putInForce({ rulesId: trial.rulesId, effectiveFrom, seal: trial.seal });
}

function saveVersion(assess: AssessService, points: Record<string, number>) {
  const { year, base, floor, ceiling, rules } = defaultScoreRules(2024);
  const changed = rules.map((rule) =>
    rule.kind === 'mark' ? rule : { ...rule, who: [...rule.who], points: points[rule.key] ?? rule.points },
  );
  return assess.saveRules({ year, base, floor, ceiling, rules: changed });
}

test('rules count only after a trial on the last period before them, on what was seen', async () => {
  const { open, assess, report, scoreOf } = await openOffice('2024-06-20');
  await report('区统计局', '2024-05', 5);
  const [saved] = await saveVersion(assess, { red_light: 2 });
  const request = { rulesId: saved?.id ?? 0, effectiveFrom: '2024-06' };
  await expect(assess.putInForce({ ...request, seal: '0'.repeat(64) })).rejects.toThrow(/请重新试算/);
  const trial = await assess.tryRules(request);
  expect(trial).toMatchObject({ label: '2024年5月', comparedWith: '现行规则（第1版）', version: 2 });
  expect(trial.changes.map(({ unit }) => unit)).toEqual(['区统计局']);
  await report('区统计局', '2024-05', 90);
  await expect(assess.putInForce({ ...request, seal: trial.seal })).rejects.toThrow(/试算之后数据有了变化/);
  await report('区统计局', '2024-05', 5);
  const again = await assess.tryRules(request);
  await assess.putInForce({ ...request, seal: again.seal });
  await expect(assess.tryRules(request)).rejects.toThrow(/已经生效/);
  const logged = await open.database
    .selectFrom('change_log')
    .select('after')
    .where('action', '=', '启用考核规则')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(logged.after ?? '')).toMatchObject({ effectiveFrom: '2024年6月', triedOn: '2024年5月' });
  expect(rulesOf(await scoreOf('区统计局', '2024-06')).red_light).toBe(again.changes[0]?.lines[0]?.after);
  // Before its start the program's own proposal counts on, and stays listed.
  expect((await assess.scores({ period: '2024-05' })).rules.version).toBe(1);
  expect((await assess.rules({ year: 2024 })).map(({ rules }) => rules.version)).toEqual([2, 1]);
});

test('the ranking workbook has a sheet 变化, in a correction with its reason', async () => {
  const { open, assess, report } = await openOffice('2024-06-20');
  await report('区统计局', '2024-06', 5);
  const file = join(open.directory, '排名.xlsx');
  await assess.exportRanking({ period: '2024-06', file });
  expect((await excel.readWorkbook(file)).sheets.map(({ name }) => name)).toEqual(['部门', '街镇', '其他']);
  await assess.publish({ period: '2024-06', reason: '' }, unattendedJob);
  await report('区统计局', '2024-06', 90);
  const second = await assess.publish({ period: '2024-06', reason: '统计局数字有误' }, unattendedJob);
  expect(second.content.changes).toMatchObject({ comparedWith: '2024年6月第1版' });
  expect(second.content.changes?.changes.map(({ unit }) => unit)).toContain('区统计局');
  const directory = join(open.directory, 'second');
  const { files } = await assess.reprint({ id: second.id, directory });
  const sheets = (await excel.readWorkbook(files[1] ?? '')).sheets;
  expect(sheets.at(-1)?.name).toBe('变化');
  const words = JSON.stringify(sheets.at(-1));
  expect(words).toContain('与2024年6月第1版相比');
  expect(words).toContain('更正原因：统计局数字有误');
  expect(words).toContain('区统计局');
});

test('配合 stands on the card without points, and each lead of a joint task has its own', async () => {
  const { open, assess, report } = await openOffice('2024-06-20');
  const joint = await open.database
    .selectFrom('task_unit')
    .innerJoin('unit', 'unit.id', 'task_unit.unit_id')
    .innerJoin('task', 'task.id', 'task_unit.task_id')
    .where('task_unit.role', '=', 'lead')
    .where('unit.kind', '<>', 'group')
    .select(['task.code', 'unit.name'])
    .execute();
  const [code, leads] =
    [...Map.groupBy(joint, (row) => row.code)].find(([, rows]) => rows.length === 2) ?? [];
  if (code === undefined || leads === undefined) throw new Error('the notice has joint tasks');
  for (const { name } of leads) await report(name, '2024-06', 5);
  const { scores } = await assess.scores({ period: '2024-06' });
  const red = (unit: string) =>
    scores
      .find((score) => score.unit === unit)
      ?.lines.find(({ rule, isCounted }) => rule === 'red_light' && isCounted);
  for (const { name } of leads) {
    expect(red(name)?.points).toBeLessThan(0);
    expect(
      red(name)
        ?.refs.map(({ words }) => words)
        .join(),
    ).toContain(code);
  }
  const support = scores.flatMap(({ lines }) => lines.filter(({ isCounted }) => !isCounted));
  expect(support.length).toBeGreaterThan(0);
  expect(support.every(({ points, refs }) => points === 0 && refs.length > 0)).toBe(true);
});

test('cards of one unit or all, in the formats asked for, from the office’s own template', async () => {
  const { open, assess, report } = await openOffice('2024-06-20');
  await report('区统计局', '2024-06', 5);
  const directory = join(open.directory, 'cards');
  const one = { period: '2024-06', unit: '区统计局', directory };
  const { files } = await assess.exportScorecards({ ...one, formats: ['xlsx', 'docx'] }, unattendedJob);
  expect(files.map((file) => basename(file))).toEqual([
    '区统计局-2024年6月考核成绩单.docx',
    '区统计局-2024年6月考核成绩单.xlsx',
  ]);
  const templates = templatesFolder(open.directory);
  await writeDefaultTemplates(templates);
  const own = rewriteParts(readFileSync(join(templates, '成绩单.docx')), (xml) =>
    xml.replace('督查考核成绩单', '考核通知书'),
  );
  writeFileSync(join(templates, '成绩单.docx'), own);
  const [word] = (await assess.exportScorecards({ ...one, formats: ['docx'] }, unattendedJob)).files;
  expect(documentText(readFileSync(word ?? ''))).toMatch(/^2024年6月考核通知书\n区统计局：/);
  const { scores } = await assess.scores({ period: '2024-06' });
  const unscored = scores.find(({ score }) => score === null)?.unit ?? '';
  await expect(
    assess.exportScorecards({ ...one, unit: unscored, formats: ['xlsx', 'docx'] }, unattendedJob),
  ).rejects.toThrow(`${unscored}没有牵头任务，不计分，没有 Word 成绩单`);
  writeFileSync(join(templates, '成绩单.docx'), '不是文档');
  await expect(assess.exportScorecards({ ...one, formats: ['docx'] }, unattendedJob)).rejects.toThrow(
    /模板“成绩单.docx”不是 .docx 文档/,
  );
});

test('scores are compared with the last edition of the period before, never with a later period', async () => {
  const { assess, report } = await openOffice('2024-06-20');
  const comparedWith = async (period: string) => (await assess.scores({ period })).comparedWith;
  const publish = (period: string, reason = '') => assess.publish({ period, reason }, unattendedJob);
  await publish('2024-06');
  expect(await comparedWith('2024-05')).toBeNull();
  await publish('2024-03');
  expect(await comparedWith('2024-05')).toBe('2024年3月第1版');
  await report('区统计局', '2024-03', 40);
  await publish('2024-03', '补报一份');
  await publish('2024-02');
  expect(await comparedWith('2024-05')).toBe('2024年3月第2版（更正：补报一份）');
  expect(await comparedWith('2024-06')).toBe('2024年6月第1版');
  expect(await comparedWith('2024-01')).toBeNull();
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
