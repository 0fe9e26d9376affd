/** 填报表: the sheet a unit fills in. */
import type ExcelJS from 'exceljs';
import type { FormDocument, FormRow } from '#shared/domain/form-document.ts';
import { formSheetName } from '#shared/domain/form-layout.ts';
import { progressStatuses, progressStatusLabels } from '#shared/domain/progress.ts';
import { cellText } from './cell-text.ts';
import { bodyStyle, type FormColumnLook, formColumnLooks, headingStyle } from './form-columns.ts';
import { fitText, fittedRowHeight } from './form-fit.ts';
import { bodyFontName, chineseFont, landscapePage, titleFontName } from './paper.ts';

const headingRow = 3;
const margins = { side: 10, top: 12, bottom: 16, footer: 7 };
const hint = '只填黄色表头的八列，其他列请勿改动';

/** Right of the last column a unit sees; hidden. */
const idColumn = formColumnLooks.length + 1;

const percentValidation: ExcelJS.DataValidation = {
  type: 'decimal',
  operator: 'between',
  formulae: [0, 100],
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: '完成比例',
  error: '请填0到100之间的数字，例如 60 或 62.5，不写百分号。',
};

const statusValidation: ExcelJS.DataValidation = {
  type: 'list',
  formulae: [`"${progressStatuses.map((status) => progressStatusLabels[status]).join(',')}"`],
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: '状态',
  error: '请从下拉框中选择：未启动、推进中、受阻、已完成。',
};

function printedValue(row: FormRow, column: FormColumnLook): string | number | null {
  const { values } = row;
  switch (column.key) {
    case 'code':
    case 'content':
    case 'leader':
    case 'role':
    case 'target':
    case 'previous':
    case 'targets':
      return row[column.key];
    case 'status':
      return values.status === null ? null : progressStatusLabels[values.status];
    default:
      return values[column.key];
  }
}

function writeHead(sheet: ExcelJS.Worksheet, form: FormDocument): void {
  const width = formColumnLooks.length;
  const lineEnd = width - 4;
  const title = sheet.getCell(1, 1);
  title.value = cellText(form.title, '标题');
  title.font = chineseFont(titleFontName, 18);
  title.alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.getRow(1).height = 36;
  sheet.mergeCells(1, 1, 1, width);
  const line = sheet.getCell(2, 1);
  line.value = cellText(form.headLine, '表头');
  line.font = chineseFont(bodyFontName, 11);
  line.alignment = { horizontal: 'left', vertical: 'middle' };
  const note = sheet.getCell(2, lineEnd + 1);
  note.value = hint;
  note.font = chineseFont(bodyFontName, 11);
  note.alignment = { horizontal: 'right', vertical: 'middle' };
  sheet.getRow(2).height = 24;
  sheet.mergeCells(2, 1, 2, lineEnd);
  sheet.mergeCells(2, lineEnd + 1, 2, width);
  formColumnLooks.forEach((column, index) => {
    const cell = sheet.getCell(headingRow, index + 1);
    cell.value = column.heading;
    cell.style = headingStyle(column);
  });
  sheet.getRow(headingRow).height = 32;
}

function writeRow(sheet: ExcelJS.Worksheet, form: FormRow, number: number): void {
  const row = sheet.getRow(number);
  const fitted = formColumnLooks.map((column, index) => {
    const value = printedValue(form, column);
    const fit = fitText(String(value ?? ''), column.width);
    const cell = row.getCell(index + 1);
    cell.value = typeof value === 'string' ? cellText(value, `${form.code}的“${column.heading}”`) : value;
    const isInput = column.isInput && (column.key !== 'targets' || form.hasTargets);
    cell.style = bodyStyle({ ...column, isInput }, fit.fontSize);
    if (column.key === 'percent') cell.dataValidation = percentValidation;
    if (column.key === 'status') cell.dataValidation = statusValidation;
    return fit;
  });
  row.height = fittedRowHeight(fitted);
  const id = row.getCell(idColumn);
  id.value = form.rowId;
  id.numFmt = '@';
}

/** @throws AppError `bad_input` for a text no cell can hold */
export async function addFormSheet(workbook: ExcelJS.Workbook, form: FormDocument): Promise<void> {
  const sheet = workbook.addWorksheet(formSheetName, {
    pageSetup: { ...landscapePage('A4', margins, headingRow), horizontalCentered: true },
    headerFooter: {
      oddFooter: '&L单位负责人（签字）：&C第 &P 页  共 &N 页&R填报单位（盖章）：　　　　　　　　',
    },
    views: [{ state: 'frozen', xSplit: 2, ySplit: headingRow, activeCell: `G${headingRow + 1}` }],
  });
  formColumnLooks.forEach((column, index) => {
    sheet.getColumn(index + 1).width = column.width;
  });
  sheet.getColumn(idColumn).hidden = true;
  writeHead(sheet, form);
  form.rows.forEach((row, index) => {
    writeRow(sheet, row, headingRow + 1 + index);
  });
  // Without a password: a unit that must may lift it, and 80 forms take a second instead of 22 (excel-notes.md).
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    sort: true,
    autoFilter: true,
  });
}
