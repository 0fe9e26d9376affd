/** The plan sheet there and back, as a person's spreadsheet program would change it. */
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type { PlanSheetPreview } from '#shared/contract/plan-sheet.ts';
import { isPlanWorkbook } from '#shared/domain/plan-sheet-meta.ts';
import { temporaryDirectory } from '../helpers/database.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { openPlanServices } from '../helpers/plan-services.ts';
import { typePlanSheet } from '../helpers/type-plan-sheet.ts';

const excel = shareExcelWorker();

async function openSheet(codes: string[]) {
  const services = await openPlanServices(excel);
  const file = join(temporaryDirectory(), '计划表.xlsx');
  await services.plan.exportSheet({ taskIds: codes.map(services.taskId), file });
  return {
    ...services,
    file,
    type: (changes: Parameters<typeof typePlanSheet>[1]) => typePlanSheet(file, changes),
    preview: () => services.plan.previewSheet({ file }),
  };
}

/** What a person takes over who keeps what is stored where both sides changed it. */
function accepted({ rows }: PlanSheetPreview) {
  return rows.map(({ taskId, version, changes }) => ({
    taskId,
    version,
    cells: Object.fromEntries(
      changes.filter(({ conflict }) => !conflict).map(({ column, sheet }) => [column, sheet]),
    ),
  }));
}

test('an untouched sheet changes nothing', async () => {
  const { preview } = await openSheet(['Z02-01', 'Z02-18']);
  expect(await preview()).toMatchObject({ rows: [], unchanged: 2, strangers: [], exportedBy: '测试员' });
});

test('what was typed is shown old → new and stored as shown', async () => {
  const { type, preview, plan, detail } = await openSheet(['Z02-01', 'Z02-18']);
  await type({
    'Z02-01': { 责任人: '李明', 联系电话: '057788001234', 完成时限: new Date(Date.UTC(2024, 10, 30)) },
    'Z02-18': { 节点: '2024-03-31 开工三成（2024-03-20完成）\n2024.10.31 全部开工' },
  });
  const found = await preview();
  expect(found.rows[0]?.changes.map(({ heading, stored, sheet }) => [heading, stored, sheet])).toEqual([
    ['责任人', '', '李明'],
    ['联系电话', '', '057788001234'],
    ['完成时限', '2024-12-31', '2024-11-30'],
  ]);
  expect(await plan.applySheet({ edits: accepted(found), fileName: found.fileName })).toEqual({
    rows: 2,
    cells: 4,
  });
  expect((await detail('Z02-01')).plan).toMatchObject({
    responsiblePerson: '李明',
    contactPhone: '057788001234',
    due: '2024-11-30',
  });
  expect((await detail('Z02-18')).plan.milestones).toMatchObject([
    { title: '开工三成', due: '2024-03-31', done: '2024-03-20' },
    { title: '全部开工', due: '2024-10-31', done: null },
  ]);
  expect((await preview()).rows).toEqual([]);
});

test('three ways: what only the office changed stays, what both changed is a conflict', async () => {
  const { type, preview, plan, taskId, detail } = await openSheet(['Z02-01']);
  const cells = { responsiblePerson: '办公室改', contact: '办公室改' };
  await plan.editGrid({ edits: [{ taskId: taskId('Z02-01'), version: 0, cells }] });
  await type({ 'Z02-01': { 责任人: '单位改', 责任领导: '周局长' } });
  const found = await preview();
  expect(found.rows[0]?.changes.map(({ column, conflict }) => [column, conflict])).toEqual([
    ['responsibleLeader', false],
    ['responsiblePerson', true],
  ]);
  await plan.applySheet({ edits: accepted(found), fileName: found.fileName });
  expect((await detail('Z02-01')).plan).toMatchObject({
    responsibleLeader: '周局长',
    responsiblePerson: '办公室改',
    contact: '办公室改',
  });
});

test('one bad cell, or somebody faster, and nothing of the sheet is stored', async () => {
  const { type, preview, plan, taskId, detail } = await openSheet(['Z02-01', 'Z02-02']);
  await type({ 'Z02-01': { 责任人: '李明' }, 'Z02-02': { 序时方式: '随缘' } });
  const found = await preview();
  const edits = accepted(found);
  await expect(plan.applySheet({ edits, fileName: found.fileName })).rejects.toThrow(
    /Z02-02.*序时方式“随缘”看不懂/u,
  );
  await plan.editGrid({ edits: [{ taskId: taskId('Z02-01'), version: 0, cells: { contact: '先到' } }] });
  await expect(plan.applySheet({ edits: edits.slice(0, 1), fileName: found.fileName })).rejects.toMatchObject(
    {
      code: 'stale',
    },
  );
  expect((await detail('Z02-01')).plan.responsiblePerson).toBe('');
});

test('a plan sheet is no return, and another workbook no plan sheet', async () => {
  const { file, plan } = await openSheet(['Z02-01']);
  expect(isPlanWorkbook(await excel.readWorkbook(file))).toBe(true);
  await expect(excel.readReturn({ source: file, learned: null })).rejects.toMatchObject({
    code: 'file_unreadable',
    message: '是计划表，不是进展回表：在下面逐格核对，存入计划。',
  });
  const other = join(temporaryDirectory(), '别的表.xlsx');
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('计划').addRow(['编号', '责任人']);
  await workbook.xlsx.writeFile(other);
  await expect(plan.previewSheet({ file: other })).rejects.toThrow(/“别的表.xlsx”不是从“计划”导出的表/u);
});
