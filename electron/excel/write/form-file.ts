import ExcelJS from 'exceljs';
import type { FormDocument } from '#shared/domain/form-document.ts';
import { addCoverSheet } from './form-cover-sheet.ts';
import { addMetaSheet } from './form-meta-sheet.ts';
import { addFormSheet } from './form-sheet.ts';

/** The cover is the first sheet, yet what opens is the one to fill in: it is also what 「另存为 CSV」 would save. */
const formSheetInFront: ExcelJS.WorkbookView = {
  x: 0,
  y: 0,
  width: 24_000,
  height: 14_000,
  firstSheet: 0,
  activeTab: 1,
  visibility: 'visible',
};

/**
 * Writes one fill-in workbook.
 * @param path a file of our own that nobody looks at yet
 * @throws AppError `bad_input` for a text no cell can hold
 */
export async function writeFormFile(path: string, form: FormDocument): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '督办台账';
  workbook.lastModifiedBy = '督办台账';
  workbook.views = [formSheetInFront];
  addCoverSheet(workbook, form);
  await addFormSheet(workbook, form);
  addMetaSheet(workbook, form);
  await workbook.xlsx.writeFile(path);
}
