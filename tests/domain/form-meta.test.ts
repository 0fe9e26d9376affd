import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FormMeta, type FormMetaRow, metaSheetName } from '#shared/domain/form-layout.ts';
import { formBase, formMetaRows, progressFieldText, readFormMeta } from '#shared/domain/form-meta.ts';
import { emptyProgress, progressFields } from '#shared/domain/progress.ts';
import type { PlainCell, PlainWorkbook } from '#shared/domain/sheet.ts';

function textCell(text: string): PlainCell | null {
  if (text === '') return null;
  return { kind: 'text', text, number: null, date: null, percentFormat: false, formulaWithoutValue: false };
}

function workbookWith(rows: string[][], name = metaSheetName): PlainWorkbook {
  const sheet = { name, visibility: 'hidden', merges: [], hiddenColumns: [] } as const;
  return {
    kind: 'xls',
    notices: [],
    sheets: [{ ...sheet, name, merges: [], hiddenColumns: [], rows: rows.map((row) => row.map(textCell)) }],
  };
}

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const filled = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const base = fc
  .tuple(...progressFields.map(() => text))
  .map((texts) => Object.fromEntries(progressFields.map((field, index) => [field, texts[index]])));
const metaRow = fc.record({
  code: filled,
  rowId: filled,
  revision: fc.nat(999),
  base: base.map((values) => values as FormMetaRow['base']),
  targetBase: fc.dictionary(
    fc.nat(99_999).map(String),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0),
  ),
});
const anyMeta: fc.Arbitrary<FormMeta> = fc.record({
  layoutVersion: fc.nat(99),
  documentNumber: filled,
  unit: filled,
  period: fc.constantFrom('2024-06', '2024-Q2'),
  formId: fc.uuid(),
  issuedAt: fc.constant('2024-06-20T01:00:00.000Z'),
  rows: fc.array(metaRow, { maxLength: 8 }),
});

test('whatever a form carries is read back from its meta sheet', () => {
  fc.assert(
    fc.property(anyMeta, (meta) => {
      expect(readFormMeta(workbookWith(formMetaRows(meta)))).toEqual(meta);
    }),
  );
});

const meta: FormMeta = {
  layoutVersion: 1,
  documentNumber: '温鹿政办〔2024〕16号',
  unit: '区发改局',
  period: '2024-06',
  formId: '5f0c',
  issuedAt: '2024-06-20T01:00:00.000Z',
  rows: [
    { code: 'Z02-01', rowId: '5f0c:Z02-01', revision: 0, base: formBase(emptyProgress), targetBase: {} },
  ],
};

test('a workbook without the sheet is not one of our forms', () => {
  expect(readFormMeta(workbookWith(formMetaRows(meta), 'Sheet1'))).toBeNull();
});

test('a sheet that is no longer whole is not believed', () => {
  const rows = formMetaRows(meta);
  expect(readFormMeta(workbookWith(rows.filter((row) => row[0] !== 'formId')))).toBeNull();
  expect(readFormMeta(workbookWith(rows.slice(0, 6)))).toBeNull();
  expect(readFormMeta(workbookWith([...rows, ['Z02-03', 'a:Z02-03', '三']]))).toBeNull();
});

test('a program may upper-case the sheet, show it, and leave empty rows behind', () => {
  const rows = [...formMetaRows(meta), ['', '', ''], []];
  expect(readFormMeta(workbookWith(rows, '_DUBAN'))).toEqual(meta);
});

test('a form of the first layout, which kept no readings, is still read', () => {
  const rows = formMetaRows({ ...meta, layoutVersion: 1 }).map((row) =>
    row.slice(0, 3 + progressFields.length),
  );
  expect(readFormMeta(workbookWith(rows))).toEqual({ ...meta, layoutVersion: 1 });
});

test('a report becomes texts: numbers as written, the status by its key, nothing as an empty text', () => {
  const values = { ...emptyProgress, percent: 62.5, status: 'blocked' as const };
  expect(progressFieldText(values, 'percent')).toBe('62.5');
  expect(progressFieldText(values, 'status')).toBe('blocked');
  expect(formBase(emptyProgress).percent).toBe('');
});
