/** 80 returned workbooks of 25 rows: the program's own forms of a synthetic database, filled in by exceljs. */
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { databaseFileName, type OpenDatabase, openDatabase } from '#electron/db/sqlite/open.ts';
import { createExcelWorker, type ExcelWorker } from '#electron/excel/excel-worker.ts';
import { createFormsService } from '#electron/services/forms.service.ts';
import { unattendedJob } from '#electron/services/job.ts';
import { createReturnsService } from '#electron/services/returns.service.ts';
import { type FormColumn, formColumns, formSheetName } from '#shared/domain/form-layout.ts';
import { buildLargeDatabase } from '../helpers/large-database.ts';
import { benchContext, excelWorkerFile, inTemporaryFolder } from './workspace.ts';

export const returnedFiles = 80;
export const rowsPerFile = 25;

/** 100 units that lead 26 tasks each; five months of reports before the one asked for. */
const size = { tasks: 1_300, reports: 26_000 };
const tasksWithOneLead = 100;
const period = '2019-06';
const firstRow = 4;

export interface Returns {
  /** Holds a database without the returns. */
  template: string;
  files: string[];
}

function fillInputs(row: ExcelJS.Row, seed: number): void {
  const inputs: Partial<Record<FormColumn, string | number>> = {
    narrative: `已完成 ${seed % 40} 个，其余正在施工，主体结构完成七成，召开推进会 ${seed % 5} 次，预计下季度全部完工。`,
    percent: seed % 101,
    status: '推进中',
    problems: seed % 3 === 0 ? '个别地块征迁尚未完成，影响进场。' : '',
    next: '倒排工期，逐周调度，确保按期完成。',
    reporter: '王五',
    phone: '0577-88001234',
  };
  formColumns.forEach(({ key }, index) => {
    const value = inputs[key];
    if (value !== undefined && value !== '') row.getCell(index + 1).value = value;
  });
}

async function fillIn(file: string, index: number): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.getWorksheet(formSheetName);
  if (sheet === undefined) throw new Error(`${file} has no sheet ${formSheetName}`);
  for (let row = 0; row < rowsPerFile; row += 1) {
    fillInputs(sheet.getRow(firstRow + row), index * rowsPerFile + row);
  }
  await workbook.xlsx.writeFile(file);
}

/** Takes the second lead off the last tasks, which leaves each unit 25, and makes the contents differ as real ones do. */
function evenOut({ raw }: OpenDatabase): void {
  const after = size.tasks - tasksWithOneLead;
  raw.prepare(`update task_unit set role = 'member' where task_id > ? and position = 1`).run(after);
  raw.prepare('delete from task_reporting_unit where task_id > ? and position = 1').run(after);
  raw.exec(`update task set content = content || code, source_content = content || code`);
}

async function issueForms(template: string, directory: string, count: number): Promise<string[]> {
  const open = await openDatabase({ directory: template });
  const excel = createExcelWorker(excelWorkerFile);
  try {
    evenOut(open);
    const forms = createFormsService({ database: open.database, excel, context: benchContext });
    const unitIds = Array.from({ length: count }, (_, index) => index + 1);
    const request = { period, unitIds, role: 'lead' as const, directory };
    const { files: written } = await forms.exportForms(request, unattendedJob);
    const odd = written.find(({ tasks }) => tasks !== rowsPerFile);
    if (odd !== undefined) throw new Error(`${odd.unit} has ${odd.tasks} rows instead of ${rowsPerFile}`);
    return written.map(({ file }) => file);
  } finally {
    await excel.close();
    await open.close();
  }
}

/** @param folder an empty one, which the returns stay in @param count at most 100 */
export async function makeReturns(folder: string, count = returnedFiles): Promise<Returns> {
  const template = join(folder, 'template');
  await mkdir(template);
  await buildLargeDatabase(template, size);
  const files = await issueForms(template, join(folder, '回表'), count);
  if (files.length !== count) throw new Error(`${files.length} forms instead of ${count}`);
  for (const [index, file] of files.entries()) await fillIn(file, index);
  return { template, files };
}

/** Every row of every file, from the disk to the database. */
async function importAll(open: OpenDatabase, excel: ExcelWorker, files: string[]): Promise<void> {
  const returns = createReturnsService({ open, excel, context: benchContext });
  const { files: dropped } = await returns.collect({ paths: files }, unattendedJob);
  for (const { id } of dropped) await returns.read({ fileId: id }, unattendedJob);
  const { revisions } = await returns.apply({ fileIds: dropped.map(({ id }) => id) }, unattendedJob);
  const expected = returnedFiles * rowsPerFile;
  if (revisions !== expected) throw new Error(`${revisions} rows were applied instead of ${expected}`);
}

/**
 * Imports all files into a fresh copy of the template.
 * @param watch given the import alone; answers what it measured
 */
export function importFreshly(
  { template, files }: Returns,
  excel: ExcelWorker,
  watch: Watch,
): Promise<number> {
  return onFreshDatabase(template, (open) => watch(() => importAll(open, excel, files)));
}

/** Runs the work and answers what was measured of it. */
export type Watch = (work: () => Promise<void>) => Promise<number>;

/** On a copy of the template that is gone afterwards. */
export function onFreshDatabase(
  template: string,
  work: (open: OpenDatabase) => Promise<number>,
): Promise<number> {
  return inTemporaryFolder(async (directory) => {
    await copyFile(join(template, databaseFileName), join(directory, databaseFileName));
    const open = await openDatabase({ directory });
    try {
      return await work(open);
    } finally {
      await open.close();
    }
  });
}

/** The files' bytes, one after the other. */
export async function* readAll(files: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const file of files) yield await readFile(file);
}
