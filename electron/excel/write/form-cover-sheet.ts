/** 填报说明: the first sheet of a form, one page of A4. */
import type ExcelJS from 'exceljs';
import type { CoverLine } from '#shared/domain/form-cover.ts';
import type { FormDocument } from '#shared/domain/form-document.ts';
import { instructionSheetName } from '#shared/domain/form-layout.ts';
import { wrappedLineCount } from '#shared/domain/text-width.ts';
import { cellText } from './cell-text.ts';
import {
  allSides,
  bodyFontName,
  chineseFont,
  columnCapacity,
  headingFill,
  headingFontName,
  inputHeadingFill,
  linesHeight,
  portraitPage,
  titleFontName,
} from './paper.ts';

/** In digits of the default font: together as wide as A4 within the margins. */
const widths = { label: 24, text: 66 };
const textSize = 12;
const paragraphGap = 8;
const margins = { side: 22, top: 25, bottom: 22, footer: 10 };

function heightFor(text: string, width: number): number {
  return linesHeight(wrappedLineCount(text, columnCapacity(width, textSize)), textSize) + paragraphGap;
}

interface Look {
  font: string;
  size: number;
  horizontal: 'left' | 'center';
}

/** One text across both columns. @returns its row */
function addAcross(sheet: ExcelJS.Worksheet, text: string, { font, size, horizontal }: Look): ExcelJS.Row {
  const row = sheet.addRow([cellText(text, instructionSheetName)]);
  sheet.mergeCells(row.number, 1, row.number, 2);
  row.getCell(1).style = {
    font: chineseFont(font, size),
    alignment: { horizontal, vertical: 'middle', wrapText: true },
  };
  return row;
}

function addHeading(sheet: ExcelJS.Worksheet, text: string): void {
  addAcross(sheet, text, { font: headingFontName, size: 13, horizontal: 'left' }).height = 34;
}

function addLine(sheet: ExcelJS.Worksheet, { label, text }: CoverLine, fill: ExcelJS.Fill): void {
  const row = sheet.addRow([label, cellText(text, instructionSheetName)]);
  const alignment = { vertical: 'middle', wrapText: true } as const;
  row.getCell(1).style = {
    font: chineseFont(headingFontName, textSize),
    alignment: { ...alignment, horizontal: 'center' },
    fill,
    border: allSides,
  };
  row.getCell(2).style = {
    font: chineseFont(bodyFontName, textSize),
    alignment,
    border: allSides,
    numFmt: '@',
  };
  row.height = heightFor(text, widths.text);
}

/** @throws AppError `bad_input` for a text no cell can hold */
export function addCoverSheet(workbook: ExcelJS.Workbook, { title, cover }: FormDocument): void {
  const sheet = workbook.addWorksheet(instructionSheetName, {
    pageSetup: { ...portraitPage('A4', margins), horizontalCentered: true },
    views: [{ showGridLines: false }],
  });
  sheet.getColumn(1).width = widths.label;
  sheet.getColumn(2).width = widths.text;
  addAcross(sheet, title, { font: titleFontName, size: 20, horizontal: 'center' }).height = 44;
  addAcross(sheet, instructionSheetName, {
    font: headingFontName,
    size: 16,
    horizontal: 'center',
  }).height = 32;
  for (const line of cover.facts) addLine(sheet, line, headingFill);
  addHeading(sheet, '黄色表头的七列怎么填');
  for (const line of cover.columns) addLine(sheet, line, inputHeadingFill);
  addHeading(sheet, '填报要求');
  for (const paragraph of cover.instructions) {
    const look = { font: bodyFontName, size: textSize, horizontal: 'left' } as const;
    addAcross(sheet, paragraph, look).height = heightFor(paragraph, widths.label + widths.text);
  }
}
