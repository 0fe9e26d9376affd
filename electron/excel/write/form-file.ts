import ExcelJS from 'exceljs';
import type { FormDocument } from '#shared/domain/form-document.ts';
import { addFormSheet } from './form-sheet.ts';
import { addInstructionSheet, addMetaSheet } from './form-side-sheets.ts';

/**
 * Writes one fill-in workbook.
 * @param path a file of our own that nobody looks at yet
 * @throws AppError `bad_input` for a text no cell can hold
 */
export async function writeFormFile(path: string, form: FormDocument): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '督办台账';
  workbook.lastModifiedBy = '督办台账';
  await addFormSheet(workbook, form);
  addInstructionSheet(workbook, form);
  addMetaSheet(workbook, form);
  await workbook.xlsx.writeFile(path);
}
