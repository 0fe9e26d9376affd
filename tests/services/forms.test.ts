import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { createFormsService } from '#electron/services/forms.service.ts';
import { type Job, unattendedJob } from '#electron/services/job.ts';
import { formSheetName } from '#shared/domain/form-layout.ts';
import { readFormMeta } from '#shared/domain/form-meta.ts';
import { temporaryDirectory, testContext } from '../helpers/database.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { openLedgerServices } from '../helpers/ledger-services.ts';

const excel = shareExcelWorker();

async function openForms() {
  const services = await openLedgerServices();
  const forms = createFormsService({ database: services.database, excel, context: testContext });
  const issues = () => services.database.selectFrom('form_issue').selectAll().execute();
  const issueRows = () => services.database.selectFrom('form_issue_row').selectAll().execute();
  return { ...services, forms, issues, issueRows, directory: join(temporaryDirectory(), '填报表') };
}

async function formSheet(file: string | undefined) {
  const { sheets } = await excel.readWorkbook(file ?? '');
  return sheets.find(({ name }) => name === formSheetName);
}

async function metaOf(file: string) {
  const meta = readFormMeta(await excel.readWorkbook(file));
  if (meta === null) throw new Error(`${file} has no meta`);
  return meta;
}

test('every reporting unit gets one file, named by unit and period, with its tasks', async () => {
  const { forms, directory, database, issues } = await openForms();
  const { files } = await forms.exportForms({ period: '2024-06', role: 'lead', directory }, unattendedJob);
  const asked = await database.selectFrom('task_reporting_unit').select(['unit_id', 'task_id']).execute();
  expect(files).toHaveLength(new Set(asked.map((row) => row.unit_id)).size);
  expect(files.reduce((sum, file) => sum + file.tasks, 0)).toBe(asked.length);
  expect(readdirSync(directory).sort()).toEqual(files.map(({ file }) => basename(file)).sort());
  expect(files.map(({ file }) => basename(file))).toContain('区发改局-2024年6月进展填报表.xlsx');
  expect(await issues()).toHaveLength(files.length);
}, 60_000);

test('what a form was filled from is recorded as the form says it', async () => {
  const { forms, directory, save, unitId, issues, issueRows, database } = await openForms();
  await save({
    unit: '区财政局',
    code: 'Z02-02',
    period: '2024-06',
    values: { narrative: '已入库', percent: 48 },
  });
  const request = { period: '2024-06', role: 'lead' as const, unitIds: [unitId('区财政局')], directory };
  const { files } = await forms.exportForms(request, unattendedJob);
  const [form] = files;
  const meta = await metaOf(form?.file ?? '');
  const [issue] = await issues();
  expect(issue).toMatchObject({
    id: meta.formId,
    unit_id: unitId('区财政局'),
    period: '2024-06',
    scope: 'lead',
    file_name: '区财政局-2024年6月进展填报表.xlsx',
    issued_by: '测试员',
  });
  expect(meta).toMatchObject({ unit: '区财政局', period: '2024-06', documentNumber: '温鹿政办〔2024〕16号' });
  const reported = meta.rows.find((row) => row.code === 'Z02-02');
  expect(reported).toMatchObject({ revision: 1, base: { narrative: '已入库', percent: '48', status: '' } });
  const report = await database.selectFrom('progress_report').select('id').executeTakeFirstOrThrow();
  const rows = await issueRows();
  expect(rows).toHaveLength(meta.rows.length);
  expect(rows.filter((row) => row.report_id !== null)).toEqual([
    expect.objectContaining({ form_id: meta.formId, report_id: report.id }),
  ]);
});

test('all roles bring in the tasks a unit only takes part in, through its groups too', async () => {
  const { forms, directory, unitId } = await openForms();
  const request = { period: '2024-06', unitIds: [unitId('五马街道')], directory };
  const { files: led } = await forms.exportForms({ ...request, role: 'lead' }, unattendedJob);
  const { files: every } = await forms.exportForms({ ...request, role: 'all' }, unattendedJob);
  const [all] = every;
  expect(all?.tasks).toBeGreaterThan(led[0]?.tasks ?? 0);
  const sheet = await formSheet(all?.file);
  const roles = sheet?.rows.slice(3).map((row) => [row[0]?.text, row[3]?.text]);
  expect(roles).toContainEqual(['Z03-01', '责任']);
  expect(roles).toContainEqual(['Z02-11', '责任']);
});

test('the period before is shown as the last one reported', async () => {
  const { forms, directory, save, unitId } = await openForms();
  await save({
    unit: '区财政局',
    code: 'Z02-02',
    period: '2024-04',
    values: { narrative: '四月', percent: 30 },
  });
  const request = { period: '2024-06', role: 'lead' as const, unitIds: [unitId('区财政局')], directory };
  const { files } = await forms.exportForms(request, unattendedJob);
  const [form] = files;
  const rows = (await formSheet(form?.file))?.rows ?? [];
  const row = rows.find((cells) => cells[0]?.text === 'Z02-02');
  expect([row?.[5]?.text, row?.[6]?.text ?? '']).toEqual(['（2024年4月，30%）四月', '']);
});

test('the deadline staff set for the period is printed', async () => {
  const { forms, directory, database, unitId } = await openForms();
  await database
    .updateTable('period')
    .set({ deadline: '2024-07-03' })
    .where('period', '=', '2024-06')
    .execute();
  const request = { period: '2024-06', role: 'lead' as const, unitIds: [unitId('区财政局')], directory };
  const { files } = await forms.exportForms(request, unattendedJob);
  const [form] = files;
  const sheet = await formSheet(form?.file);
  expect(sheet?.rows[1]?.[0]?.text).toContain('报送截止：2024年7月3日');
});

test('a cancelled export keeps and records the files written so far, and says so', async () => {
  const { forms, directory, issues } = await openForms();
  const cancel = new AbortController();
  const job: Job = { signal: cancel.signal, report: (done) => done === 3 && cancel.abort() };
  const cancelled = forms.exportForms({ period: '2024-06', role: 'lead', directory }, job);
  await expect(cancelled).rejects.toMatchObject({
    code: 'cancelled',
    message: `已取消。已写好的3份填报表保留在“${directory}”。`,
    details: { finished: 3 },
  });
  expect(readdirSync(directory)).toHaveLength(3);
  expect((await issues()).map((issue) => issue.file_name).sort()).toEqual(readdirSync(directory).sort());
});

test('a unit without anything to report is said, and so is a year without a notice', async () => {
  const { forms, directory, unitId } = await openForms();
  const none = forms.exportForms(
    { period: '2024-06', role: 'lead', unitIds: [unitId('区税务局')], directory },
    unattendedJob,
  );
  await expect(none).rejects.toMatchObject({
    code: 'not_found',
    message: expect.stringContaining('全部角色'),
  });
  const year = forms.exportForms({ period: '2025-01', role: 'lead', directory }, unattendedJob);
  await expect(year).rejects.toMatchObject({ code: 'not_found', message: expect.stringContaining('2025年') });
});

test('a .zip of all forms lies beside them, its Chinese names marked as UTF-8', async () => {
  const { forms, directory, unitId } = await openForms();
  const request = { period: '2024-06', role: 'lead' as const, directory, zip: true };
  const { files, zip } = await forms.exportForms(request, unattendedJob);
  expect(basename(zip ?? '')).toBe('填报表-2024年6月.zip');
  const bytes = readFileSync(zip ?? '');
  const entries = unzipSync(bytes);
  expect(Object.keys(entries).sort()).toEqual(files.map(({ file }) => basename(file)).sort());
  for (const { file } of files) expect(entries[basename(file)]).toEqual(new Uint8Array(readFileSync(file)));
  // APPNOTE 4.4.4: bit 11 of the general purpose flags, at byte 6 of a local header.
  expect(bytes.readUInt32LE(0)).toBe(0x04034b50);
  expect(bytes.readUInt16LE(6) & 0x0800).toBe(0x0800);

  const part = await forms.exportForms({ ...request, unitIds: [unitId('区财政局')] }, unattendedJob);
  expect(basename(part.zip ?? '')).toBe('填报表-2024年6月（1份）.zip');
  expect(Object.keys(unzipSync(readFileSync(zip ?? ''))).length).toBe(files.length);
}, 60_000);
