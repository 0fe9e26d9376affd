/** A plan sheet that comes back among the returns: known for what it is, looked at and taken in on the desk. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { createDueChanges } from '#electron/services/due-changes.ts';
import { unattendedJob } from '#electron/services/job.ts';
import { createPlanService } from '#electron/services/plan.service.ts';
import { createImportService } from '#electron/services/returns-import.service.ts';
import type { PlanSheetPreview } from '#shared/contract/plan-sheet.ts';
import { bytesOf } from '../fixtures/returns/books.ts';
import { openReturnDesk } from '../fixtures/returns/desk.ts';
import { temporaryDirectory, testContext } from '../helpers/database.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { hasLibreOffice, saveAs } from '../helpers/libreoffice.ts';
import { typePlanSheet } from '../helpers/type-plan-sheet.ts';

const excel = shareExcelWorker();
const code = 'Z02-02';

async function openDesk() {
  const desk = await openReturnDesk();
  const dueChanges = createDueChanges(desk.open.database, testContext);
  const plan = createPlanService({ open: desk.open, excel, context: testContext, dueChanges });
  const imports = createImportService({ open: desk.open, excel, context: testContext });
  const taskId = desk.taskId(code);
  return {
    ...desk,
    plan,
    imports,
    detail: () => plan.detail({ taskId }),
    /** Exported, typed over and dropped on the desk. */
    async filled(fileName: string, typed: Record<string, string>): Promise<string> {
      const file = join(temporaryDirectory(), fileName);
      await plan.exportSheet({ taskIds: [taskId, desk.taskId('Z02-03')], file });
      await typePlanSheet(file, { [code]: typed });
      return file;
    },
    edit: (cells: Record<string, string>, version = 0) =>
      plan.editGrid({ edits: [{ taskId, version, cells }] }),
  };
}

function takenEdits({ rows }: PlanSheetPreview) {
  return rows.map(({ taskId, version, changes }) => ({
    taskId,
    version,
    cells: Object.fromEntries(changes.map(({ column, sheet }) => [column, sheet])),
  }));
}

test('it is called 计划表, shows what would change, is stored, kept and gone from the desk', async () => {
  const { preview, filled, returns, detail, open } = await openDesk();
  const [file] = await preview(await filled('计划表.xlsx', { 责任人: '李明' }));
  expect(file).toMatchObject({ state: 'plan_sheet', accepted: false });
  expect(file?.reason).toBe('「计划表.xlsx」是计划表，不是进展回表：在下面逐格核对，存入计划。');
  const fileId = file?.id ?? 0;
  const found = await returns.planSheet({ fileId });
  expect(found.rows.map((row) => [row.code, row.changes.map(({ sheet }) => sheet)])).toEqual([
    [code, ['李明']],
  ]);
  const stored = await returns.applyPlanSheet({ fileId, edits: takenEdits(found) });
  expect(stored).toEqual({ rows: 1, cells: 1 });
  expect((await detail()).plan.responsiblePerson).toBe('李明');
  expect((await returns.desk({})).files).toEqual([]);
  await expect(returns.copyOriginal({ sha256: file?.sha256 ?? '' })).resolves.toMatch(/计划表.*\.xlsx$/u);
  const logged = open.raw
    .prepare("select action from change_log where entity = 'task' order by id desc")
    .pluck();
  expect(logged.get()).toBe('导入计划表“计划表.xlsx”');
});

test('入库 leaves it alone, and it cannot be marked for it', async () => {
  const { preview, filled, returns } = await openDesk();
  const [file] = await preview(await filled('计划表.xlsx', { 责任人: '李明' }));
  const fileIds = [file?.id ?? 0];
  await expect(returns.accept({ fileIds, accepted: true })).rejects.toThrow('「计划表.xlsx」是计划表');
  const { applied, failed } = await returns.apply({ fileIds }, unattendedJob);
  expect(applied).toEqual([]);
  expect(failed).toMatchObject([{ message: expect.stringContaining('「计划表.xlsx」是计划表') }]);
  expect((await returns.desk({})).files).toHaveLength(1);
});

test('somebody faster: nothing is stored, the sheet stays on the desk and shows the conflict', async () => {
  const { preview, filled, returns, edit, detail } = await openDesk();
  const [file] = await preview(await filled('计划表.xlsx', { 责任人: '李明', 联系人: '张三' }));
  const fileId = file?.id ?? 0;
  const edits = takenEdits(await returns.planSheet({ fileId }));
  await edit({ responsiblePerson: '王五' });
  await expect(returns.applyPlanSheet({ fileId, edits })).rejects.toMatchObject({ code: 'stale' });
  expect((await detail()).plan).toMatchObject({ responsiblePerson: '王五', contact: '' });
  const again = await returns.planSheet({ fileId });
  expect(again.rows[0]?.changes.map(({ sheet, conflict }) => [sheet, conflict])).toEqual([
    ['李明', true],
    ['张三', false],
  ]);
});

test.runIf(hasLibreOffice)('saved by another program and packed in a .zip it is still one', async () => {
  const { preview, filled, returns, put } = await openDesk();
  const saved = await saveAs(await filled('计划表.xlsx', { 责任人: '李明' }), 'xls', temporaryDirectory());
  const zip = put('各单位.zip', zipSync({ '区财政局/计划表.xls': readFileSync(saved) }));
  const [file] = await preview(zip);
  expect(file).toMatchObject({ state: 'plan_sheet', fileName: '计划表.xls' });
  const found = await returns.planSheet({ fileId: file?.id ?? 0 });
  expect(found.rows.map(({ changes }) => changes.map(({ sheet }) => sheet))).toEqual([['李明']]);
});

test('from the command line what only the sheet has changed is stored, the rest is said and stays', async () => {
  const { filled, imports, edit, detail } = await openDesk();
  const file = await filled('计划表.xlsx', { 责任人: '李明', 联系人: '张三' });
  await edit({ responsiblePerson: '王五' });
  const request = { paths: [file], onConflict: 'ours', minCertainty: 0.9 } as const;
  const [tried] = await imports.importReturns({ ...request, dryRun: true }, unattendedJob);
  expect(tried).toMatchObject({ state: 'previewed', error: null, planSheet: { tasks: 1, cells: 1 } });
  expect((await detail()).plan.contact).toBe('');
  const [done] = await imports.importReturns({ ...request, dryRun: false }, unattendedJob);
  expect(done?.planSheet?.conflicts).toEqual([
    `${code} 责任人：导出后两边都改过，现在是“王五”，表里是“李明”，保留现在的。`,
  ]);
  expect((await detail()).plan).toMatchObject({ responsiblePerson: '王五', contact: '张三' });
  const [refused] = await imports.importReturns(
    { ...request, onConflict: 'refuse', dryRun: false },
    unattendedJob,
  );
  expect(refused).toMatchObject({ state: 'refused', error: expect.stringContaining('1 格与现有计划不一致') });
  await imports.importReturns({ ...request, onConflict: 'theirs', dryRun: false }, unattendedJob);
  expect((await detail()).plan.responsiblePerson).toBe('李明');
});

test('a workbook that calls itself a plan sheet but has lost its memory says so and stays', async () => {
  const { preview, filled, returns, put } = await openDesk();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await filled('计划表.xlsx', {}));
  workbook.removeWorksheet(workbook.getWorksheet('计划')?.id ?? 0);
  const [file] = await preview(put('残缺.xlsx', await bytesOf(workbook)));
  expect(file?.state).toBe('plan_sheet');
  await expect(returns.planSheet({ fileId: file?.id ?? 0 })).rejects.toThrow(/残缺\.xlsx/u);
});
