/** Widths and looks of the form's columns. */
import type ExcelJS from 'exceljs';
import { type FormColumn, formColumns, formInputColumns } from '#shared/domain/form-layout.ts';
import {
  allSides,
  bodyFontName,
  chineseFont,
  headingFill,
  headingFontName,
  inputHeadingFill,
  mutedColor,
} from './paper.ts';

type Style = Partial<ExcelJS.Style>;

interface ColumnLook {
  /** In digits of the default font. */
  width: number;
  align: 'left' | 'center';
}

const looks: Record<FormColumn, ColumnLook> = {
  code: { width: 8, align: 'center' },
  content: { width: 27, align: 'left' },
  leader: { width: 9.6, align: 'center' },
  role: { width: 6.5, align: 'center' },
  target: { width: 17, align: 'left' },
  previous: { width: 21, align: 'left' },
  narrative: { width: 31.5, align: 'left' },
  percent: { width: 8, align: 'center' },
  targets: { width: 18, align: 'left' },
  status: { width: 8, align: 'center' },
  problems: { width: 17.5, align: 'left' },
  next: { width: 17.5, align: 'left' },
  reporter: { width: 8, align: 'center' },
  phone: { width: 14, align: 'center' },
};

export interface FormColumnLook extends ColumnLook {
  key: FormColumn;
  heading: string;
  isInput: boolean;
}

export const formColumnLooks: readonly FormColumnLook[] = formColumns.map(({ key, heading }) => ({
  key,
  heading,
  isInput: formInputColumns.some((input) => input === key),
  ...looks[key],
}));

function solid(color: string): ExcelJS.Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: color } };
}

const lockedFill = solid('FFF5F5F5');

export function headingStyle(column: FormColumnLook): Style {
  return {
    font: chineseFont(headingFontName, 11),
    fill: column.isInput ? inputHeadingFill : headingFill,
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    border: allSides,
  };
}

/** Numbers stay numbers in the percent column; everywhere else what is typed is text (excel-notes.md, `@`). */
export function bodyStyle(column: FormColumnLook, fontSize: number): Style {
  const color = column.key === 'previous' ? mutedColor : undefined;
  return {
    font: chineseFont(bodyFontName, fontSize, color),
    alignment: { horizontal: column.align, vertical: 'middle', wrapText: true },
    border: allSides,
    numFmt: column.key === 'percent' ? 'General' : '@',
    ...(column.isInput ? { protection: { locked: false } } : { fill: lockedFill }),
  };
}
