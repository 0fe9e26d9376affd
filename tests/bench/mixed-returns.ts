/** The same returns as units would send them: our form in three formats, and tables of their own in three. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { formColumns, formSheetName } from '#shared/domain/form-layout.ts';
import type { Returns } from './return-files.ts';

const headingRow = 3;
/** A unit's own names for the form's columns. */
const ownColumns = {
  content: '工作任务',
  narrative: '推进情况',
  percent: '完成率',
  status: '目前状态',
  problems: '存在的困难',
  next: '下步打算',
} as const;

const kinds: readonly { bookType: XLSX.BookType; isForm: boolean }[] = [
  { bookType: 'xlsx', isForm: true },
  { bookType: 'biff8', isForm: true },
  { bookType: 'ods', isForm: true },
  { bookType: 'xlsx', isForm: false },
  { bookType: 'biff8', isForm: false },
  { bookType: 'csv', isForm: false },
];

/** 「填报单位：… 报告期：…」 above the unit's own columns. */
function ownTable(form: XLSX.WorkBook): XLSX.WorkBook {
  const sheet = form.Sheets[formSheetName];
  if (sheet === undefined) throw new Error(`a form without ${formSheetName}`);
  const rows = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: false });
  const places = Object.keys(ownColumns).map((key) => formColumns.findIndex((column) => column.key === key));
  const data = rows.slice(headingRow).map((row) => places.map((place) => row[place] ?? null));
  const own = XLSX.utils.aoa_to_sheet([[rows[1]?.[0]], Object.values(ownColumns), ...data]);
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, own, '进展');
  return workbook;
}

async function writeKind(file: string, directory: string, index: number): Promise<string> {
  const { bookType, isForm } = kinds[index % kinds.length] ?? { bookType: 'xlsx', isForm: true };
  const bytes = await readFile(file);
  const target = join(directory, `回表${index + 1}.${bookType === 'biff8' ? 'xls' : bookType}`);
  if (bookType === 'xlsx' && isForm) await writeFile(target, bytes);
  else {
    const form = XLSX.read(bytes, { cellStyles: true });
    const written = XLSX.write(isForm ? form : ownTable(form), {
      type: 'buffer',
      bookType,
      compression: true,
    });
    await writeFile(target, written);
  }
  return target;
}

/** @param directory is made */
export async function mixReturns({ template, files }: Returns, directory: string): Promise<Returns> {
  await mkdir(directory);
  const mixed: string[] = [];
  for (const [index, file] of files.entries()) mixed.push(await writeKind(file, directory, index));
  return { template, files: mixed };
}
