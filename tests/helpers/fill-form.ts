import ExcelJS from 'exceljs';
import { formColumns, formInputColumns, formSheetName } from '#shared/domain/form-layout.ts';
import { type ProgressValues, progressStatusLabels } from '#shared/domain/progress.ts';

/** What a unit types; the percent may be anything a person writes. */
export type FormAnswers = Partial<Omit<ProgressValues, 'percent'>> & {
  percent?: number | string | null;
  /** 指标完成值 */
  targets?: string;
};

/**
 * Fills in a form as a unit would, row by row, and saves it where it is.
 * @param answersFor what to type for a task code; null leaves the row as it is
 */
export async function fillForm(
  file: string,
  answersFor: (code: string) => FormAnswers | null,
): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.getWorksheet(formSheetName);
  if (sheet === undefined) throw new Error(`${file} has no ${formSheetName}`);
  const columns = headingColumns(sheet);
  const codeColumn = columns.get('任务编号') ?? 0;
  sheet.eachRow((row) => {
    const code = row.getCell(codeColumn).text;
    const answers = /^[ZM]\d{2}-\d{2}$/.test(code) ? answersFor(code) : null;
    if (answers === null) return;
    for (const { key, heading } of formColumns) {
      const answer = formInputColumns.find((field) => field === key);
      const value = answer === undefined ? undefined : answers[answer];
      if (value === undefined || value === null) continue;
      row.getCell(columns.get(heading) ?? 0).value =
        answer === 'status' ? progressStatusLabels[value as keyof typeof progressStatusLabels] : value;
    }
  });
  await workbook.xlsx.writeFile(file);
}

function headingColumns(sheet: ExcelJS.Worksheet): Map<string, number> {
  const headings = new Set<string>(formColumns.map(({ heading }) => heading));
  const columns = new Map<string, number>();
  sheet.eachRow((row) => {
    row.eachCell((cell, column) => {
      const text = cell.text.replaceAll(/\s/g, '');
      if (headings.has(text) && !columns.has(text)) columns.set(text, column);
    });
  });
  return columns;
}
