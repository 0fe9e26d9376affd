/** What goes with the sheet that is filled in: 填报说明, and the very hidden meta sheet. */
import type ExcelJS from 'exceljs';
import type { FormDocument } from '#shared/domain/form-document.ts';
import { instructionSheetName, metaSheetName } from '#shared/domain/form-layout.ts';
import { formMetaRows } from '#shared/domain/form-meta.ts';
import { wrappedLineCount } from '#shared/domain/text-width.ts';
import { cellText } from './cell-text.ts';
import { bodyFontName, chineseFont, columnCapacity, linesHeight, titleFontName } from './paper.ts';

const instructionWidth = 118;
const instructionSize = 13;
const paragraphGap = 8;

export function addInstructionSheet(workbook: ExcelJS.Workbook, form: FormDocument): void {
  const sheet = workbook.addWorksheet(instructionSheetName, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ showGridLines: false }],
  });
  sheet.getColumn(1).width = instructionWidth;
  const title = sheet.getCell(1, 1);
  title.value = instructionSheetName;
  title.font = chineseFont(titleFontName, 18);
  title.alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.getRow(1).height = 44;
  form.instructions.forEach((paragraph, index) => {
    const cell = sheet.getCell(index + 2, 1);
    cell.value = cellText(paragraph, instructionSheetName);
    cell.font = chineseFont(bodyFontName, instructionSize);
    cell.alignment = { vertical: 'middle', wrapText: true };
    const lines = wrappedLineCount(paragraph, columnCapacity(instructionWidth, instructionSize));
    sheet.getRow(index + 2).height = linesHeight(lines, instructionSize) + paragraphGap;
  });
}

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
