import type ExcelJS from 'exceljs';
import type { FormDocument } from '#shared/domain/form-document.ts';
import { metaSheetName } from '#shared/domain/form-layout.ts';
import { formMetaRows } from '#shared/domain/form-meta.ts';
import { cellText } from './cell-text.ts';

/** Each value a text of its own; see form-meta.ts. @throws AppError `bad_input` for a text no cell can hold */
export function addMetaSheet(workbook: ExcelJS.Workbook, form: FormDocument): void {
  const sheet = workbook.addWorksheet(metaSheetName, { state: 'veryHidden' });
  for (const texts of formMetaRows(form.meta)) {
    const row = sheet.addRow(texts.map((text) => cellText(text, metaSheetName)));
    row.eachCell((cell) => {
      cell.numFmt = '@';
    });
  }
}
