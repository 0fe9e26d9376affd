import { expect, test } from 'vitest';
import { createProgressService } from '#electron/services/progress.service.ts';
import { emptyProgress } from '#shared/domain/progress.ts';
import { excelJsBook } from '../fixtures/returns/books.ts';
import { openReturnDesk } from '../fixtures/returns/desk.ts';
import { testContext } from '../helpers/database.ts';
import { openLedgerServices } from '../helpers/ledger-services.ts';

const report = { unit: '区发改局', code: 'Z02-01', period: '2024-06' };

test('a saved row is answered as it stands and listed', async () => {
  const { save, sheet, progress, task } = await openLedgerServices();
  const values = {
    ...emptyProgress,
    narrative: '上半年增长 6.1%。',
    percent: 52.5,
    status: 'in_progress' as const,
    problems: '=1+1 不是公式',
    next: '第一行\n第二行',
    reporter: '王五',
    phone: '0577-88001234',
  };
  const row = await save({ ...report, values });
  expect(row).toMatchObject({ revision: 1, values, source: 'entry' });
  expect((await sheet('区发改局', '2024-06')).find((other) => other.code === 'Z02-01')).toEqual(row);
  expect(await progress.list({ period: '2024-06' })).toEqual([
    {
      code: 'Z02-01',
      unit: '区发改局',
      percent: 52.5,
      narrative: values.narrative,
      problems: values.problems,
      next: values.next,
      revision: 1,
      source: 'entry',
    },
  ]);
  expect((await task('Z02-01')).progress).toMatchObject([
    { revision: 1, values, evidence: null, createdBy: '测试员', createdAt: '2024-06-20T01:00:00.000Z' },
  ]);
});

test('a correction is a new revision; the one before it stays', async () => {
  const { save, task, progress } = await openLedgerServices();
  const { reportId } = await save({ ...report, values: { narrative: '初稿', percent: 50 } });
  const row = await save({
    ...report,
    basedOnReport: reportId,
    values: { narrative: '更正', percent: 50 },
  });
  expect(row.revision).toBe(2);
  const history = (await task('Z02-01')).progress;
  expect(history.map(({ revision, values }) => [revision, values.narrative])).toEqual([
    [2, '更正'],
    [1, '初稿'],
  ]);
  expect(await progress.list({ period: '2024-06' })).toHaveLength(1);
});

test('unchanged values make no revision, line breaks of Windows included', async () => {
  const { save, task } = await openLedgerServices();
  const { reportId } = await save({ ...report, values: { narrative: '一\n二', percent: 50 } });
  const row = await save({
    ...report,
    basedOnReport: reportId,
    values: { narrative: '一\r\n二', percent: 50 },
  });
  expect(row.revision).toBe(1);
  expect((await task('Z02-01')).progress).toHaveLength(1);
});

test('an empty row of a period nobody reported on stays unreported', async () => {
  const { save, progress } = await openLedgerServices();
  expect(await save({ ...report, values: {} })).toMatchObject({ reportId: null, revision: 0 });
  expect(await progress.list({ period: '2024-06' })).toEqual([]);
});

test('emptying a reported row is a revision like any other', async () => {
  const { save } = await openLedgerServices();
  const { reportId } = await save({ ...report, values: { narrative: '误填', percent: 0 } });
  const row = await save({ ...report, basedOnReport: reportId, values: {} });
  expect(row).toMatchObject({ revision: 2, values: emptyProgress });
});

test('0 percent is an answer and differs from none', async () => {
  const { save } = await openLedgerServices();
  const { reportId, revision } = await save({ ...report, values: { percent: 0 } });
  expect(revision).toBe(1);
  expect((await save({ ...report, basedOnReport: reportId, values: { percent: null } })).revision).toBe(2);
});

test('the slower of two typists is told who saved when and what stands there now', async () => {
  const { database, save, taskId, unitId, task } = await openLedgerServices();
  const { reportId } = await save({ ...report, values: { narrative: '原来', percent: 10 } });
  const other = createProgressService(database, {
    ...testContext,
    operator: '李四',
    now: () => new Date(2024, 5, 28, 17, 3),
  });
  await other.save({
    taskId: taskId('Z02-01'),
    unitId: unitId('区发改局'),
    period: '2024-06',
    basedOnReport: reportId,
    values: { ...emptyProgress, narrative: '李四填的', percent: 40 },
    targetValues: [],
  });
  const late = save({ ...report, basedOnReport: reportId, values: { narrative: '我填的', percent: 45 } });
  await expect(late).rejects.toMatchObject({
    code: 'stale',
    message: expect.stringMatching(/Z02-01 区发改局.*李四.*6月28日 17:03.*李四填的.*40%/),
    details: { revision: 2, createdBy: '李四', narrative: '李四填的', percent: 40 },
  });
  expect((await task('Z02-01')).progress).toHaveLength(2);
});

test('saving on a report that is gone is stale too', async () => {
  const { save } = await openLedgerServices();
  const late = save({ ...report, basedOnReport: 3, values: { narrative: '凭空' } });
  await expect(late).rejects.toMatchObject({ code: 'stale', details: { revision: 0 } });
});

test('another first report in the place of an undone one is not what the typist saw', async () => {
  const desk = await openReturnDesk();
  const { batchId } = await desk.importFile(
    desk.put(
      '回表.xlsx',
      await excelJsBook({
        rows: [['区发改局2024年6月'], ['任务编号', '进展情况'], ['Z02-01', '回表里的']],
      }),
    ),
  );
  const place = { taskId: desk.taskId('Z02-01'), unitId: desk.unitId('区发改局'), period: '2024-06' };
  const standing = async () => {
    const rows = await desk.progress.sheet({ unitId: place.unitId, period: place.period, scope: 'lead' });
    return rows.find(({ taskId }) => taskId === place.taskId);
  };
  const seen = await standing();
  await desk.returns.undo({ batchId });
  const other = await desk.save('区发改局', 'Z02-01', { narrative: '别人的第一次' });
  expect([seen?.revision, other.revision]).toEqual([1, 1]);
  const late = desk.progress.save({
    ...place,
    basedOnReport: seen?.reportId ?? null,
    values: { ...emptyProgress, narrative: '我填的' },
    targetValues: [],
  });
  await expect(late).rejects.toMatchObject({ code: 'stale', details: { narrative: '别人的第一次' } });
  expect(await standing()).toEqual(other);
});

test('the same words typed twice do not quarrel', async () => {
  const { save } = await openLedgerServices();
  await save({ ...report, values: { narrative: '一样' } });
  expect((await save({ ...report, basedOnReport: null, values: { narrative: '一样' } })).revision).toBe(1);
});

test('target readings belong to the report and make a revision when they change', async () => {
  const { save, task } = await openLedgerServices();
  const [target] = (await task('Z02-01')).targets;
  const targetId = target?.id ?? 0;
  const values = { percent: 50 };
  const { reportId } = await save({ ...report, values, targetValues: [{ targetId, value: 6.1 }] });
  const row = await save({
    ...report,
    basedOnReport: reportId,
    values,
    targetValues: [{ targetId, value: 6.2 }],
  });
  expect(row).toMatchObject({ revision: 2, targetValues: [{ targetId, value: 6.2 }] });
  expect((await task('Z02-01')).progress.map((entry) => entry.targetValues[0]?.value)).toEqual([6.2, 6.1]);
});

test('a reading of another task’s target is refused, and so is one given twice', async () => {
  const { save, task } = await openLedgerServices();
  const own = (await task('Z02-01')).targets[0]?.id ?? 0;
  const foreign = (await task('Z02-14')).targets[0]?.id ?? 0;
  const refused = { code: 'bad_input', message: expect.stringContaining('Z02-01') };
  const values = { narrative: '有进展' };
  await expect(
    save({ ...report, values, targetValues: [{ targetId: foreign, value: 1 }] }),
  ).rejects.toMatchObject(refused);
  const twice = [
    { targetId: own, value: 1 },
    { targetId: own, value: 2 },
  ];
  await expect(save({ ...report, values, targetValues: twice })).rejects.toMatchObject(refused);
  expect((await task('Z02-01')).progress).toEqual([]);
});

test.each([
  ['a unit without a part in the task', '区教育局', 'Z02-01'],
  ['a group, whose members report', '各街镇', 'Z02-11'],
  ['a unit that 相关街镇 may or may not mean', '五马街道', 'Z02-08'],
])('refused: %s', async (_, unit, code) => {
  const { save } = await openLedgerServices();
  const saving = save({ unit, code, period: '2024-06', values: { narrative: '越界' } });
  await expect(saving).rejects.toMatchObject({ code: 'bad_input' });
});

test.each([
  ['a member', '区经信局', 'Z02-11'],
  ['a member of 各街镇', '五马街道', 'Z02-11'],
  ['a supporter', '区法院', 'Z02-38'],
  ['a party lead', '区委宣传部', 'Z03-02'],
])('accepted: %s', async (_, unit, code) => {
  const { save } = await openLedgerServices();
  expect((await save({ unit, code, period: '2024-Q2', values: { narrative: '分内' } })).revision).toBe(1);
});

test('a period of another year is refused with the year that fits', async () => {
  const { save } = await openLedgerServices();
  const saving = save({ ...report, period: '2025-01', values: { narrative: '跨年' } });
  await expect(saving).rejects.toMatchObject({
    code: 'bad_input',
    message: expect.stringContaining('2024年'),
  });
});
