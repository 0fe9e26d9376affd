import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256Of } from '#electron/services/returns-file.service.ts';
import { formColumns } from '#shared/domain/form-layout.ts';
import { libreOffice, saveWithLibreOffice } from '../fixtures/returns/books.ts';
import { openReturnDesk, openWorkbook, outcomes, rowsByCode, type Typed } from '../fixtures/returns/desk.ts';

const typed: Record<string, Typed> = {
  'Z02-18': {
    narrative: '新建项目开工率达 58%。\n其余项目月底前开工。',
    percent: 58,
    status: '推进中',
    problems: '=1+1 用地指标不足',
    next: '-继续争取“赛马”激励',
    reporter: '张三',
    phone: '057788888888',
  },
  'Z02-01': { narrative: '增长 6.2%', percent: '完成50%', status: '推进中' },
  'Z02-05': { narrative: '已获评', percent: '已完成', status: '已完成' },
};

async function expectUnderstood(desk: Awaited<ReturnType<typeof openReturnDesk>>, file: string) {
  const read = await desk.previewOne(file);
  expect([read.state, read.reason, read.unit?.name, read.period]).toEqual([
    'ready',
    null,
    '区发改局',
    '2024-06',
  ]);
  expect(read.notices).toEqual([]);
  const rows = rowsByCode(read);
  expect(rows.size).toBe(35);
  expect([...rows.values()].flatMap((row) => row.problems)).toEqual([]);
  expect([...rows.values()].every((row) => row.match.certainty === 1)).toBe(true);
  expect(rows.get('Z02-18')).toMatchObject({
    outcome: 'new',
    values: {
      narrative: '新建项目开工率达 58%。\n其余项目月底前开工。',
      percent: 58,
      status: 'in_progress',
      problems: '=1+1 用地指标不足',
      next: '-继续争取“赛马”激励',
      reporter: '张三',
      phone: '057788888888',
    },
  });
  expect(rows.get('Z02-01')).toMatchObject({ outcome: 'new', values: { percent: 50 } });
  expect(rows.get('Z02-05')).toMatchObject({ outcome: 'new', values: { percent: 100, status: 'completed' } });
  expect(rows.get('Z02-03')).toMatchObject({ outcome: 'unchanged', changes: [] });
}

/** From 1: the sheet in front when the file is opened, which 「另存为 CSV」 of Excel, WPS and LibreOffice saves alone. */
async function openSheet(file: string): Promise<number> {
  const [view] = (await openWorkbook(file)).views;
  return (view?.activeTab ?? 0) + 1;
}

/** Without a window LibreOffice has no sheet in front: which one to save it has to be told. */
function saveSheetAsCsv(file: string, sheet: number, directory: string): string {
  const target = join(directory, `csv-${sheet}`);
  // 44 comma, 34 quote, 85 GB18030, which GBK is a part of, texts as they are shown.
  const filter = `csv:Text - txt - csv (StarCalc):44,34,85,1,,0,false,true,false,false,false,${sheet}`;
  const profile = `-env:UserInstallation=file://${join(directory, 'libreoffice-profile')}`;
  const command = [profile, '--headless', '--convert-to', filter, '--outdir', target, file];
  execFileSync(libreOffice ?? '', command, { stdio: 'ignore' });
  const [csv = ''] = readdirSync(target);
  return join(target, csv);
}

describe('a form that was only filled in comes back without a question', () => {
  test('saved by another program than the one that reads', async () => {
    const desk = await openReturnDesk();
    await expectUnderstood(desk, await desk.fillForm(await desk.issueForm('区发改局'), typed));
  });

  test.skipIf(libreOffice === null)('saved again by LibreOffice as .xlsx, .xls and .ods', async () => {
    const desk = await openReturnDesk();
    const filled = await desk.fillForm(await desk.issueForm('区发改局'), typed);
    for (const filter of ['xlsx', 'xls', 'ods']) {
      await expectUnderstood(desk, saveWithLibreOffice(filled, filter, desk.directory));
    }
  });

  test.skipIf(libreOffice === null)(
    'the sheet that opens, saved as a GBK .csv, where only the texts are left',
    async () => {
      const desk = await openReturnDesk();
      const filled = await desk.fillForm(await desk.issueForm('区发改局'), typed);
      const csv = saveSheetAsCsv(filled, await openSheet(filled), desk.directory);
      expect(new TextDecoder('utf-8').decode(readFileSync(csv))).toContain('\uFFFD');
      await expectUnderstood(desk, csv);
    },
  );

  test.skipIf(libreOffice === null)(
    'the cover saved as .csv is no return, and says what to send',
    async () => {
      const desk = await openReturnDesk();
      const filled = await desk.fillForm(await desk.issueForm('区发改局'), typed);
      const read = await desk.previewOne(saveSheetAsCsv(filled, 1, desk.directory));
      expect(read.state).toBe('not_a_form');
      expect(read.reason).toContain('请单位用下发的填报表重新报送');
    },
  );

  test('with the meta sheet deleted, rows sorted and the hidden ids gone, by code and text', async () => {
    const desk = await openReturnDesk();
    const form = await desk.fillForm(await desk.issueForm('区发改局'), typed);
    const workbook = await openWorkbook(form);
    workbook.removeWorksheet('_duban');
    const sheet = workbook.getWorksheet('填报表');
    sheet?.eachRow((row) => {
      row.getCell(formColumns.length + 1).value = null;
    });
    await workbook.xlsx.writeFile(form);
    await expectUnderstood(desk, form);
  });

  test('a form with nothing filled in changes nothing and says so', async () => {
    const desk = await openReturnDesk();
    const read = await desk.previewOne(await desk.issueForm('区发改局'));
    expect(read.notices).toEqual(['这份回表没有填写任何进展。']);
    expect(new Set(Object.values(outcomes(read)))).toEqual(new Set(['unchanged']));
  });
});

test('an applied form stands in the ledger’s figures, with file, sheet and cells behind each', async () => {
  const desk = await openReturnDesk();
  const file = await desk.fillForm(await desk.issueForm('区发改局'), typed);
  const applied = await desk.importFile(file);
  expect(applied).toMatchObject({
    revisions: 3,
    failed: [],
    applied: [{ fileName: basename(file), untaken: 0 }],
  });
  expect((await desk.returns.desk({})).files).toEqual([]);
  const stored = await desk.stored();
  expect(stored.get('Z02-18')).toMatchObject({
    percent: 58,
    revision: 1,
    source: 'import',
    unit: '区发改局',
  });
  expect(stored.get('Z02-05')?.percent).toBe(100);
  expect(stored.has('Z02-03')).toBe(false);
  const row = await desk.open.database
    .selectFrom('progress_report')
    .innerJoin('return_file', 'return_file.id', 'progress_report.return_file_id')
    .select(['file_name', 'sha256', 'form_id', 'source_sheet', 'source_row', 'source_cells'])
    .where('task_id', '=', desk.taskId('Z02-18'))
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ file_name: basename(file), source_sheet: '填报表' });
  expect(row.form_id).not.toBeNull();
  const cells: Record<string, string> = JSON.parse(row.source_cells ?? '{}');
  const narrative = (await openWorkbook(file)).getWorksheet('填报表')?.getCell(cells.narrative ?? '').value;
  expect(narrative).toBe(typed['Z02-18']?.narrative);
  expect(cells.narrative).toBe(`G${row.source_row}`);
});

test('originals are kept by their digest, and a backup is made before', async () => {
  const desk = await openReturnDesk();
  const file = await desk.fillForm(await desk.issueForm('区发改局'), typed);
  const sha256 = sha256Of(readFileSync(file));
  await desk.importFile(file);
  expect(desk.keptOriginals()).toEqual([`${sha256}.xlsx`]);
  expect(readFileSync(join(desk.originals, `${sha256}.xlsx`))).toEqual(readFileSync(file));
  expect(readdirSync(join(desk.directory, 'backups')).some((name) => name.includes('-import'))).toBe(true);
  const again = await desk.previewOne(file);
  expect([again.state, again.accepted]).toEqual(['duplicate', false]);
  expect(again.reason).toContain('导入过（批次 1）');
  expect(desk.keptOriginals()).toEqual([`${sha256}.xlsx`]);
});

test('what the form leaves blank never erases, and a second form goes on from the first', async () => {
  const desk = await openReturnDesk();
  await desk.importFile(await desk.fillForm(await desk.issueForm('区发改局'), typed));
  const again = await desk.fillForm(await desk.issueForm('区发改局'), {
    'Z02-18': { percent: 60, problems: null },
    'Z02-03': { narrative: '增长 6%' },
  });
  const read = await desk.previewOne(again);
  expect(rowsByCode(read).get('Z02-18')).toMatchObject({
    outcome: 'changed',
    values: { percent: 60, problems: '=1+1 用地指标不足' },
    changes: [{ field: 'percent', before: '58', after: '60', conflict: false }],
  });
  expect(outcomes(read)['Z02-03']).toBe('new');
  expect(outcomes(read)['Z02-01']).toBe('unchanged');
});
