/**
 * The form's meta sheet (`_duban`) as rows of texts, written and read in one place. Every value is a text in a
 * cell of its own, because that is what LibreOffice, WPS and .xls all keep.
 */
import { type FormMeta, type FormMetaRow, metaSheetName } from './form-layout.ts';
import { type ProgressField, type ProgressValues, progressFields } from './progress.ts';
import type { PlainCell, PlainSheet, PlainWorkbook } from './sheet.ts';

/** In the first cell: whose sheet this is, for a person who makes it visible. */
const signature = '督办台账填报表：本页由程序读取，请勿改动';

const headKeys = ['layoutVersion', 'documentNumber', 'unit', 'period', 'formId', 'issuedAt'] as const;
const rowKeys = ['code', 'rowId', 'revision'] as const;
/** The last one since version 2 of the layout. */
const rowHeadings: readonly string[] = [...rowKeys, ...progressFields, 'targets'];

/** One value of a report as the meta sheet keeps it: the number or the status' key as text, empty for none. */
export function progressFieldText(values: ProgressValues, field: ProgressField): string {
  const value = values[field];
  return value === null ? '' : String(value);
}

/** A report's values as {@link FormMetaRow.base}. */
export function formBase(values: ProgressValues): Record<ProgressField, string> {
  const entries = progressFields.map((field) => [field, progressFieldText(values, field)]);
  return Object.fromEntries(entries) as Record<ProgressField, string>;
}

/** `12=35;13=0.5`, target id before its reading. */
function targetBaseText(base: FormMetaRow['targetBase']): string {
  return Object.entries(base)
    .map(([targetId, value]) => `${targetId}=${value}`)
    .join(';');
}

function readTargetBase(text: string): Record<string, number> {
  const pairs = text.split(';').map((pair) => /^(\d+)=(-?[\d.]+(?:e[-+]?\d+)?)$/.exec(pair.trim()));
  return Object.fromEntries(pairs.flatMap((pair) => (pair === null ? [] : [[pair[1], Number(pair[2])]])));
}

/** What {@link readFormMeta} reads back. */
export function formMetaRows(meta: FormMeta): string[][] {
  return [
    [signature],
    ...headKeys.map((key) => [key, String(meta[key])]),
    [...rowHeadings],
    ...meta.rows.map(({ code, rowId, revision, base, targetBase }) => [
      code,
      rowId,
      String(revision),
      ...progressFields.map((field) => base[field]),
      targetBaseText(targetBase),
    ]),
  ];
}

function textAt(row: readonly (PlainCell | null)[] | undefined, column: number): string {
  return row?.[column]?.text ?? '';
}

function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}

function readRow(row: readonly (PlainCell | null)[]): FormMetaRow | null {
  const [code, rowId, revisionText] = rowKeys.map((_, column) => textAt(row, column));
  const revision = wholeNumber(revisionText ?? '');
  if (!code || !rowId || revision === null) return null;
  const base = progressFields.map((field, index) => [field, textAt(row, rowKeys.length + index)]);
  const targetBase = readTargetBase(textAt(row, rowKeys.length + progressFields.length));
  return { code, rowId, revision, base: Object.fromEntries(base) as FormMetaRow['base'], targetBase };
}

function readHead(rows: PlainSheet['rows']): Omit<FormMeta, 'rows'> | null {
  const values = new Map(rows.map((row) => [textAt(row, 0), textAt(row, 1)]));
  const [versionText, documentNumber, unit, period, formId, issuedAt] = headKeys.map((key) =>
    values.get(key),
  );
  const layoutVersion = wholeNumber(versionText ?? '');
  if (layoutVersion === null || !documentNumber || !unit || !period || !formId || !issuedAt) return null;
  return { layoutVersion, documentNumber, unit, period, formId, issuedAt };
}

function isHeadingRow(row: readonly (PlainCell | null)[]): boolean {
  return rowKeys.every((key, column) => textAt(row, column) === key);
}

/**
 * The meta of a form that this program issued, whatever program saved it since; its sheet may have become visible.
 * @returns null for a workbook without the sheet, or with one that is no longer whole
 */
export function readFormMeta(workbook: PlainWorkbook): FormMeta | null {
  const sheet = workbook.sheets.find(({ name }) => name.trim().toLowerCase() === metaSheetName);
  if (sheet === undefined) return null;
  const headingIndex = sheet.rows.findIndex(isHeadingRow);
  if (headingIndex === -1) return null;
  const head = readHead(sheet.rows.slice(0, headingIndex));
  if (head === null) return null;
  const rows = sheet.rows.slice(headingIndex + 1).filter((row) => row.some((cell) => cell !== null));
  const read = rows.map(readRow).filter((row) => row !== null);
  return read.length === rows.length ? { ...head, rows: read } : null;
}
