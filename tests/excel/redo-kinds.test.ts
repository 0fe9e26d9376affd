import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { read } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '#electron/excel/read/read-workbook.ts';
import type { ReturnMark } from '#electron/excel/redo/marks.ts';
import { AppError } from '#shared/contract/errors.ts';
import { temporaryDirectory } from '../helpers/database.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { faultyReturn } from '../helpers/faulty-return.ts';
import { canPrint, foldedText, hasLibreOffice, saveAs } from '../helpers/libreoffice.ts';
import { changedParts, partsOf } from '../helpers/package-parts.ts';
import { projectRoot } from '../helpers/source-files.ts';

const corpus = join(projectRoot, 'tests/fixtures/corpus');
const excel = shareExcelWorker();
const reason = '「约三分之二」不是确切的百分数，请填 0 到 100 的数字。';
const marks: ReturnMark[] = [{ sheet: '填报表', row: 3, cell: 'D3', text: reason }];

function noteOf(bytes: Uint8Array, sheet: string, address: string): string {
  const cell = read(bytes, { type: 'array' }).Sheets[sheet]?.[address];
  return (cell?.c ?? []).map(({ t }: { t?: string }) => t ?? '').join('');
}

/** Text of each cell with something in it, by sheet and place. */
function texts(bytes: Uint8Array, fileName: string): string[] {
  return readWorkbook(bytes, fileName).sheets.flatMap(({ rows }, sheet) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        cell === null || cell.text === ''
          ? []
          : `${sheet}!${row},${column} ${cell.date ?? cell.number ?? cell.text}`,
      ),
    ),
  );
}

describe.skipIf(!hasLibreOffice)('files that LibreOffice saved', () => {
  async function saved(format: 'xlsx' | 'xls' | 'ods') {
    const directory = temporaryDirectory();
    const file = join(directory, '原表.xlsx');
    writeFileSync(file, await faultyReturn({ notes: { B3: '旧批注' } }));
    const out = temporaryDirectory();
    return readFileSync(await saveAs(file, format, out));
  }

  test('an .xlsx keeps its old notes and all parts without a mark', async () => {
    const bytes = await saved('xlsx');
    const marked = await excel.markReturn({ bytes, fileName: '原表.xlsx', marks });
    expect(marked.convertedFrom).toBeNull();
    expect(noteOf(marked.bytes, '填报表', 'D3')).toContain(reason);
    expect(noteOf(marked.bytes, '填报表', 'B3')).toContain('旧批注');
    const changed = changedParts(bytes, marked.bytes).filter((name) => !/comments|vmlDrawing/.test(name));
    expect(changed).toEqual(expect.arrayContaining(['xl/styles.xml', 'xl/worksheets/sheet1.xml']));
    expect(changed.every((name) => /styles|sheet1\.xml|Content_Types/.test(name))).toBe(true);
  });

  test.each(['xls', 'ods'] as const)('an .%s is written anew with the same values', async (kind) => {
    const bytes = await saved(kind);
    const fileName = `原表.${kind}`;
    const marked = await excel.markReturn({ bytes, fileName, marks });
    expect(marked).toMatchObject({ extension: '.xlsx', convertedFrom: kind, cells: 1 });
    expect(texts(marked.bytes, '退回.xlsx')).toEqual(texts(bytes, fileName));
    expect(readWorkbook(marked.bytes, '退回.xlsx').sheets[0]?.merges).toEqual(
      readWorkbook(bytes, fileName).sheets[0]?.merges,
    );
    expect(noteOf(marked.bytes, '填报表', 'D3')).toContain(reason);
  });

  test.skipIf(!canPrint)('LibreOffice opens and prints a marked copy', async () => {
    const bytes = await faultyReturn({ notes: { B3: '旧批注' }, withPicture: true });
    const marked = await excel.markReturn({ bytes, fileName: '原表.xlsx', marks });
    const directory = temporaryDirectory();
    const file = join(directory, '退回-原表.xlsx');
    writeFileSync(file, marked.bytes);
    expect(await foldedText(await saveAs(file, 'pdf', directory))).toContain('约三分之二');
    const again = readFileSync(await saveAs(file, 'xlsx', temporaryDirectory()));
    expect(noteOf(again, '填报表', 'D3')).toContain(reason);
    expect(noteOf(again, '填报表', 'B3')).toContain('旧批注');
  });
});

test('a .csv is written anew; its texts stay texts', async () => {
  const bytes = new TextEncoder().encode('编号,进展,比例\n0012,=1+1,约三分之二\n');
  const sheet = readWorkbook(bytes, '回表.csv').sheets[0]?.name ?? '';
  const mark = { sheet, row: 2, cell: 'C2', text: reason };
  const marked = await excel.markReturn({ bytes, fileName: '回表.csv', marks: [mark] });
  expect(marked.convertedFrom).toBe('csv');
  const copied = readWorkbook(marked.bytes, '退回.xlsx').sheets[0];
  expect(copied?.rows[1]?.map((cell) => [cell?.kind, cell?.text])).toEqual([
    ['text', '0012'],
    ['text', '=1+1'],
    ['text', '约三分之二'],
  ]);
});

test('macros stay in the copy, under the ending that Excel asks for', async () => {
  const name = readdirSync(corpus).find((file) => extname(file) === '.xlsm') ?? '';
  const bytes = readFileSync(join(corpus, name));
  const marked = await excel.markReturn({
    bytes,
    fileName: name,
    marks: [{ sheet: null, row: null, cell: null, text: '请用下发的填报表。' }],
  });
  expect(marked).toMatchObject({ extension: '.xlsm', convertedFrom: null });
  const macros = Object.keys(partsOf(bytes)).filter((part) => part.endsWith('vbaProject.bin'));
  expect(macros).toHaveLength(1);
  expect(changedParts(bytes, marked.bytes)).not.toContain(macros[0]);
});

const markedKinds = new Set(['.xlsx', '.xlsm']);
const realFiles = readdirSync(corpus).filter((file) => /\.(xls[xmb]?|et)$/.test(file));

test.each(realFiles)('%s is marked, or refused with a sentence', async (name) => {
  const bytes = readFileSync(join(corpus, name));
  const plain = await excel.readWorkbook({ bytes, fileName: name }).catch((error: unknown) => error);
  if (plain instanceof AppError) {
    await expect(excel.markReturn({ bytes, fileName: name, marks })).rejects.toThrow(plain.message);
    return;
  }
  const sheet = readWorkbook(bytes, name).sheets.find(({ rows }) => rows.length > 0);
  const mark = { sheet: sheet?.name ?? null, row: 3, cell: 'C3', text: reason };
  const marked = await excel.markReturn({ bytes, fileName: name, marks: [mark] });
  expect(marked.cells).toBe(1);
  expect(texts(marked.bytes, name)).toEqual(texts(bytes, name));
  const notes = Object.entries(partsOf(marked.bytes)).filter(([part]) => /comments\d*\.xml$/.test(part));
  expect(notes.some(([, content]) => new TextDecoder().decode(content).includes(reason))).toBe(true);
  if (!markedKinds.has(extname(name))) expect(marked.convertedFrom).not.toBeNull();
});
