import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '#electron/excel/read/read-workbook.ts';
import type { PlainWorkbook } from '#shared/domain/sheet.ts';
import {
  bytesOf,
  excelJsBook,
  libreOffice,
  saveWithLibreOffice,
  sheetJsBook,
} from '../fixtures/returns/books.ts';
import { temporaryDirectory } from '../helpers/database.ts';

const rows = [
  ['重点工作', '完成比例', '联系电话'],
  ['打通断头路 5 条', 85, '057712345678'],
];

function texts(workbook: PlainWorkbook, sheet = 0): string[][] {
  return (workbook.sheets[sheet]?.rows ?? []).map((row) => row.map((cell) => cell?.text ?? ''));
}

const expected = [
  ['重点工作', '完成比例', '联系电话'],
  ['打通断头路 5 条', '85', '057712345678'],
];

describe('the kind is decided by content, whatever the ending says', () => {
  test.each([
    ['xlsx', 'xlsx'],
    ['xlsb', 'xlsb'],
    ['biff8', 'xls'],
    ['biff5', 'xls'],
    ['ods', 'ods'],
  ] as const)('SheetJS %s is read as %s', (bookType, kind) => {
    const sheets = [{ rows: bookType === 'biff5' ? [['title'], ['85']] : rows }];
    const workbook = readWorkbook(sheetJsBook(bookType, ...sheets), '回表.pdf');
    expect(workbook.kind).toBe(kind);
    if (bookType !== 'biff5') expect(texts(workbook)).toEqual(expected);
  });

  test('exceljs .xlsx', async () => {
    const workbook = readWorkbook(await excelJsBook({ rows }), '回表.xls');
    expect(workbook.kind).toBe('xlsx');
    expect(texts(workbook)).toEqual(expected);
  });

  test.each([
    ['UTF-8', new TextEncoder().encode('重点工作,完成比例\n打通断头路,85\n')],
    ['UTF-8 with mark', new TextEncoder().encode('\uFEFF重点工作,完成比例\n打通断头路,85\n')],
    // 重点工作,完成比例⏎打通断头路,85⏎ as Excel and WPS save .csv in China
    ['GBK', Buffer.from('d6d8b5e3b9a4d7f72ccdeab3c9b1c8c0fd0d0ab4f2cda8b6cfcdb7c2b72c38350d0a', 'hex')],
    ['UTF-16LE with mark', Buffer.from('\uFEFF重点工作\t完成比例\r\n打通断头路\t85\r\n', 'utf16le')],
    ['UTF-16LE without', Buffer.from('重点工作\t完成比例\r\n打通断头路\t85\r\n', 'utf16le')],
    ['UTF-16BE with mark', Buffer.from('\uFEFF重点工作,完成比例\n打通断头路,85', 'utf16le').swap16()],
  ])('a text table in %s', (_, bytes) => {
    const workbook = readWorkbook(bytes, '回表.xlsx');
    expect(workbook.kind).toBe('csv');
    expect(texts(workbook)).toEqual([
      ['重点工作', '完成比例'],
      ['打通断头路', '85'],
    ]);
  });
});

/** A bare Excel 5 stream: begin, code page 936, used range A1:B1, two GBK labels, end. */
function excel5Stream(): Uint8Array {
  const word = (value: number) => [value & 0xff, value >> 8];
  const record = (type: number, ...body: number[]) => [...word(type), ...word(body.length), ...body];
  const label = (column: number, gbk: string) => {
    const bytes = [...Buffer.from(gbk, 'hex')];
    return record(0x0204, ...word(0), ...word(column), ...word(0), ...word(bytes.length), ...bytes);
  };
  return Uint8Array.from([
    ...record(0x0809, ...word(0x0500), ...word(0x0010), ...word(0), ...word(0)),
    ...record(0x0042, ...word(936)),
    ...record(0x0200, ...word(0), ...word(1), ...word(0), ...word(2), ...word(0)),
    ...label(0, 'd6d8b5e3b9a4d7f7'),
    ...label(1, 'b1beC6dabdf8d5b9'),
    ...record(0x000a),
  ]);
}

test('an Excel 5 file keeps its GBK texts', () => {
  const workbook = readWorkbook(excel5Stream(), '回表.et');
  expect(workbook.kind).toBe('xls');
  expect(texts(workbook)).toEqual([['重点工作', '本期进展']]);
});

describe('a text table keeps what was typed', () => {
  const read = (text: string) => texts(readWorkbook(new TextEncoder().encode(text), '回表.csv'));

  test('leading zeros, long numbers, quotes, separators and line breaks in quotes', () => {
    expect(read('电话,证号,进展\n0012,330302199001011234,"第一行,""试点""\r\n第二行"\n')).toEqual([
      ['电话', '证号', '进展'],
      ['0012', '330302199001011234', '第一行,"试点"\n第二行'],
    ]);
  });

  test('Chinese commas in the texts are no separators, however many there are', () => {
    const said = '已开工，正在施工，主体完成，召开推进会，预计年底完工';
    const rows = Array.from({ length: 20 }, (_, index) => `${index + 1},新建学校,${said},58`);
    const read = readWorkbook(
      new TextEncoder().encode(`序号,重点工作,进展,完成率\n${rows.join('\n')}\n`),
      '回表.csv',
    );
    expect(texts(read)[1]).toEqual(['1', '新建学校', said, '58']);
  });

  test('whatever separates the columns', () => {
    expect(read('a;b\n1,5;2')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(read('sep=|\na|b')).toEqual([['a', 'b']]);
  });

  test('a formula is text', () => {
    expect(read('a,=1+1\n')).toEqual([['a', '=1+1']]);
  });
});

describe('cells', () => {
  async function readCells(fill: (sheet: ExcelJS.Worksheet) => void): Promise<PlainWorkbook> {
    const workbook = new ExcelJS.Workbook();
    fill(workbook.addWorksheet('填报表'));
    return readWorkbook(await bytesOf(workbook), '回表.xlsx');
  }

  test('percent formats are told from numbers', async () => {
    const workbook = await readCells((sheet) => {
      sheet.getCell('A1').value = 0.85;
      sheet.getCell('A1').numFmt = '0%';
      sheet.getCell('B1').value = 0.855;
      sheet.getCell('B1').numFmt = '0.0%';
      sheet.getCell('C1').value = 85;
      sheet.getCell('D1').value = 85;
      sheet.getCell('D1').numFmt = '0"%"';
    });
    const cells = workbook.sheets[0]?.rows[0] ?? [];
    expect(cells.map((cell) => [cell?.text, cell?.number, cell?.percentFormat])).toEqual([
      ['85%', 0.85, true],
      ['85.5%', 0.855, true],
      ['85', 85, false],
      ['85%', 85, false],
    ]);
  });

  test('dates in both date systems, and the Chinese formats that files name by number only', async () => {
    for (const date1904 of [false, true]) {
      const workbook = new ExcelJS.Workbook();
      workbook.properties.date1904 = date1904;
      const sheet = workbook.addWorksheet('填报表');
      sheet.getCell('A1').value = new Date(Date.UTC(2024, 5, 30));
      sheet.getCell('A1').numFmt = 'yyyy"年"m"月"d"日"';
      const read = readWorkbook(await bytesOf(workbook), '回表.xlsx').sheets[0]?.rows[0]?.[0];
      expect(read).toMatchObject({ kind: 'date', text: '2024年6月30日', date: '2024-06-30', number: 45_473 });
    }
    const unnamed = readFileSync(
      new URL('../fixtures/corpus/95c306ce007778b92874296492c635f3afded0b0.xls', import.meta.url),
    );
    const column = readWorkbook(unnamed, 'dataformat.xls').sheets[0]?.rows.map((row) => row[0]) ?? [];
    expect(column.slice(4, 8).map((cell) => cell?.date)).toEqual(Array(4).fill('2020-01-01'));
  });

  test('rich text and links give their text, lines stay lines', async () => {
    const workbook = await readCells((sheet) => {
      sheet.getCell('A1').value = { richText: [{ text: '已完成' }, { text: '桩基', font: { bold: true } }] };
      sheet.getCell('B1').value = { text: '见附件', hyperlink: 'http://10.0.0.1/a' };
      sheet.getCell('C1').value = '一、开工\r\n二、竣工';
    });
    expect(texts(workbook)).toEqual([['已完成桩基', '见附件', '一、开工\n二、竣工']]);
  });

  test('text that begins like a formula stays text', async () => {
    const workbook = await readCells((sheet) => {
      sheet.addRow(['=1+1', '+86', '-20', '@人大']);
    });
    expect(texts(workbook)).toEqual([['=1+1', '+86', '-20', '@人大']]);
    expect(workbook.sheets[0]?.rows[0]?.every((cell) => cell?.kind === 'text')).toBe(true);
  });

  test('a formula gives the value the file carries, and a missing one is flagged and not taken for 0', async () => {
    const workbook = await readCells((sheet) => {
      sheet.getCell('A1').value = { formula: '40+45', result: 85, date1904: false };
      sheet.getCell('B1').value = { formula: '40+45', date1904: false };
      sheet.getCell('C1').value = 0;
      sheet.getCell('D1').value = { error: '#DIV/0!' };
    });
    const cells = workbook.sheets[0]?.rows[0] ?? [];
    expect(cells.map((cell) => [cell?.kind, cell?.text, cell?.formulaWithoutValue])).toEqual([
      ['number', '85', false],
      ['text', '', true],
      ['number', '0', false],
      ['error', '#DIV/0!', false],
    ]);
    expect(workbook.notices.join()).toContain('公式没有保存结果');
  });

  test('a picture that WPS put into a cell is told, not read as a formula', async () => {
    const workbook = await readCells((sheet) => {
      sheet.getCell('A1').value = '=DISPIMG("ID_4F1B",1)';
    });
    expect(workbook.sheets[0]?.rows[0]?.[0]).toMatchObject({ kind: 'error', text: '[图片]' });
    expect(workbook.notices.join()).toContain('图片');
  });

  test('merges stay, cut to the used cells; hidden sheets and columns are told', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('填报表');
    sheet.addRow(['标题', '', '']);
    sheet.addRow(['a', 'b', 'c']);
    sheet.mergeCells('A1:C1');
    sheet.getColumn(2).hidden = true;
    workbook.addWorksheet('字典', { state: 'veryHidden' }).addRow(['x']);
    workbook.addWorksheet('备用', { state: 'hidden' }).addRow(['x']);
    const read = readWorkbook(await bytesOf(workbook), '回表.xlsx');
    expect(read.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['填报表', 'visible'],
      ['字典', 'very_hidden'],
      ['备用', 'hidden'],
    ]);
    expect(read.sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
    expect(read.sheets[0]?.hiddenColumns).toEqual([1]);
    expect(read.sheets[0]?.rows).toHaveLength(2);
  });

  test('a merge over the rest of the sheet is cut to the used cells', () => {
    const bytes = sheetJsBook('xlsx', { rows: [['a'], ['b'], ['c']], merges: ['A2:N1048576'] });
    const [sheet] = readWorkbook(bytes, '回表.xlsx').sheets;
    expect(sheet?.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 0 }]);
  });

  test('styles dragged to the last row do not make rows', async () => {
    const workbook = await readCells((sheet) => {
      sheet.getCell('A1').value = '有内容';
      for (let row = 2; row <= 3_000; row += 1) sheet.getCell(row, 14).font = { bold: true };
    });
    expect(workbook.sheets[0]?.rows).toHaveLength(1);
  });

  test('names like __proto__ are only names', () => {
    const workbook = XLSX.utils.book_new();
    for (const name of ['__proto__', 'constructor']) {
      XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet([['__proto__', name]]), name);
    }
    const read = readWorkbook(new Uint8Array(XLSX.write(workbook, { type: 'array' })), '回表.xlsx');
    expect(read.sheets.map((sheet) => sheet.rows[0]?.map((cell) => cell?.text))).toEqual([
      ['__proto__', '__proto__'],
      ['__proto__', 'constructor'],
    ]);
    expect(({} as Record<string, unknown>).rows).toBeUndefined();
  });

  test('macros are not run and said so', () => {
    const file = new URL('../fixtures/corpus/ec64525bf8fa45bb56e9b50dce90189590323d1a.xlsm', import.meta.url);
    const workbook = readWorkbook(readFileSync(file), '回表.xlsx');
    expect(workbook.kind).toBe('xlsm');
    expect(workbook.notices.join()).toContain('宏没有运行');
  });
});

describe.skipIf(libreOffice === null)('saved by LibreOffice', () => {
  test.each(['xlsx', 'xls', 'ods', 'fods'])('as %s', async (filter) => {
    const directory = temporaryDirectory();
    const file = join(directory, '回表.xlsx');
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('填报表');
    sheet.addRow(['重点工作', '完成比例', '时间', '进展']);
    sheet.addRow(['打通断头路', 0.85, new Date(Date.UTC(2024, 5, 30)), '第一行\n第二行']);
    sheet.getCell('B2').numFmt = '0%';
    sheet.getCell('C2').numFmt = 'yyyy-mm-dd';
    sheet.mergeCells('A2:A3');
    sheet.addRow([null, 90]);
    workbook.addWorksheet('隐藏', { state: 'hidden' }).addRow(['x']);
    writeFileSync(file, await bytesOf(workbook));
    const saved = saveWithLibreOffice(file, filter, directory);
    if (filter === 'fods') {
      expect(() => readWorkbook(readFileSync(saved), '回表.fods')).toThrow('XML 文件');
      return;
    }
    const read = readWorkbook(readFileSync(saved), '回表');
    expect(read.sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'hidden']);
    const [, row] = read.sheets[0]?.rows ?? [];
    expect(row?.[0]?.text).toBe('打通断头路');
    expect(row?.[1]).toMatchObject({ number: 0.85, percentFormat: true });
    expect(row?.[2]).toMatchObject({ kind: 'date', date: '2024-06-30' });
    expect(row?.[3]?.text).toBe('第一行\n第二行');
    expect(read.sheets[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 0 }]);
  });
});
