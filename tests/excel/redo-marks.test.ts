import { read } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { readWorkbook } from '#electron/excel/read/read-workbook.ts';
import { type MarkRequest, markReturn } from '#electron/excel/redo/mark-return.ts';
import type { ReturnMark } from '#electron/excel/redo/marks.ts';
import { faultyReturn } from '../helpers/faulty-return.ts';
import { changedParts, partText, rewriteParts } from '../helpers/package-parts.ts';

const fileName = '区发改局.xlsx';
const red = 'FFFFC7CE';
const percentMark: ReturnMark = {
  sheet: '填报表',
  row: 3,
  cell: 'D3',
  text: '「约三分之二」不是确切的百分数，请填 0 到 100 的数字。',
};
const tooMuchMark: ReturnMark = { sheet: '填报表', row: 4, cell: 'D4', text: '「350」超出 <0 & 100>。' };
const rowMark: ReturnMark = { sheet: '填报表', row: 4, cell: null, text: '没有这项任务。' };

async function mark(bytes: Uint8Array, ...marks: ReturnMark[]) {
  return markReturn({ bytes, fileName, marks } satisfies MarkRequest);
}

async function openSheet(bytes: Uint8Array, name = '填报表'): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

function noteAt(sheet: ExcelJS.Worksheet, address: string): string {
  const note: string | ExcelJS.Comment | undefined = sheet.getCell(address).note;
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('');
}

function colorAt(sheet: ExcelJS.Worksheet, address: string): string | undefined {
  const { fill } = sheet.getCell(address);
  return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined;
}

test('the faulty cells are coloured and say why; every other cell and part stays as it came', async () => {
  const original = await faultyReturn();
  const before = original.slice();
  const marked = await mark(original, percentMark, tooMuchMark);
  expect(marked).toMatchObject({ extension: '.xlsx', cells: 2, convertedFrom: null });
  expect(original).toEqual(before);

  const sheet = await openSheet(marked.bytes);
  const untouched = await openSheet(original);
  expect(colorAt(sheet, 'D3')).toBe(red);
  expect(colorAt(sheet, 'D4')).toBe(red);
  expect(noteAt(sheet, 'D3')).toBe(`退回重报：\n${percentMark.text}`);
  expect(noteAt(sheet, 'D4')).toBe(`退回重报：\n${tooMuchMark.text}`);
  untouched.eachRow((row) =>
    row.eachCell((cell) => {
      const copy = sheet.getCell(cell.address);
      const { fill: _, ...style } = copy.style;
      const { fill: __, ...styleBefore } = cell.style;
      expect(copy.value, cell.address).toEqual(cell.value);
      expect(style, cell.address).toEqual(styleBefore);
      if (!['D3', 'D4'].includes(cell.address)) expect(copy.fill, cell.address).toEqual(cell.fill);
    }),
  );
  expect(sheet.getCell('D3').dataValidation).toEqual(untouched.getCell('D3').dataValidation);
  expect(readWorkbook(marked.bytes, fileName)).toEqual(readWorkbook(original, fileName));
  expect(changedParts(original, marked.bytes)).toEqual([
    '[Content_Types].xml',
    'xl/comments1.xml',
    'xl/drawings/vmlDrawing1.vml',
    'xl/styles.xml',
    'xl/worksheets/_rels/sheet1.xml.rels',
    'xl/worksheets/sheet1.xml',
  ]);
});

test('several faults of a cell stand in one note, each once', async () => {
  const second = { ...percentMark, text: '与状态不符。' };
  const marked = await mark(await faultyReturn(), percentMark, second, percentMark);
  expect(marked.cells).toBe(1);
  expect(noteAt(await openSheet(marked.bytes), 'D3')).toBe(
    `退回重报：\n1. ${percentMark.text}\n2. 与状态不符。`,
  );
});

test('old notes stay; the one on a faulty cell is continued', async () => {
  const original = await faultyReturn({ notes: { B3: '区领导批示件', D3: '按月统计' } });
  const marked = await mark(original, percentMark, tooMuchMark);
  const sheet = await openSheet(marked.bytes);
  expect(noteAt(sheet, 'B3')).toBe('区领导批示件');
  expect(noteAt(sheet, 'D3')).toBe(`按月统计\n退回重报：\n${percentMark.text}`);
  expect(noteAt(sheet, 'D4')).toContain(tooMuchMark.text);
  const boxes =
    partText(marked.bytes, 'xl/drawings/vmlDrawing1.vml').match(/<v:shape [^>]*id="[^"]+"/g) ?? [];
  expect(new Set(boxes.map((box) => /id="([^"]+)"/.exec(box)?.[1])).size).toBe(3);
});

test('a copy can be marked again', async () => {
  const once = await mark(await faultyReturn(), percentMark);
  const twice = await mark(once.bytes, tooMuchMark);
  const sheet = await openSheet(twice.bytes);
  expect([noteAt(sheet, 'D3'), noteAt(sheet, 'D4')]).toEqual([
    `退回重报：\n${percentMark.text}`,
    `退回重报：\n${tooMuchMark.text}`,
  ]);
});

test('a fault of a row stands at its first visible cell, one of a merged cell where it is seen', async () => {
  const merged = { ...rowMark, row: 1, cell: 'C1', text: '标题的期次不对。' };
  const sheet = await openSheet((await mark(await faultyReturn(), rowMark, merged)).bytes);
  expect(noteAt(sheet, 'A4')).toBe('');
  expect(noteAt(sheet, 'B4')).toContain('没有这项任务。');
  expect(colorAt(sheet, 'B4')).toBe(red);
  expect(noteAt(sheet, 'A1')).toContain('标题的期次不对。');
  expect(colorAt(sheet, 'A1')).toBe(red);
});

test('what is wrong with the file as a whole stands at the top of the first sheet that is seen', async () => {
  const whole = { sheet: null, row: null, cell: null, text: '填报单位不对。' };
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('字典', { state: 'hidden' }).getCell('A1').value = 'x';
  workbook.addWorksheet('填报表').getCell('B3').value = '进展';
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const marked = await mark(bytes, whole);
  expect(noteAt(await openSheet(marked.bytes), 'A1')).toContain('填报单位不对。');
  expect(colorAt(await openSheet(marked.bytes), 'A1')).toBe(red);
});

test('cells and rows that do not exist are made, in order and in the style of their column', async () => {
  const absent = ['F3', 'F9', 'B7', 'H4'].map((cell) => {
    return { sheet: '填报表', row: Number(cell.slice(1)), cell, text: `${cell} 应填写。` };
  });
  const marked = await mark(await faultyReturn(), ...absent);
  const sheet = await openSheet(marked.bytes);
  for (const { cell, text } of absent) {
    expect(noteAt(sheet, cell)).toContain(text);
    expect(colorAt(sheet, cell)).toBe(red);
  }
  expect(sheet.getCell('F9').numFmt).toBe('0.00');
  const xml = partText(marked.bytes, 'xl/worksheets/sheet1.xml');
  const rows = [...xml.matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row));
  expect(rows).toEqual([1, 2, 3, 4, 7, 9]);
  const fourth = /<row r="4"[^>]*>([\s\S]*?)<\/row>/.exec(xml)?.[1] ?? '';
  expect([...fourth.matchAll(/r="([A-Z])4"/g)].map(([, letter]) => letter).join('')).toBe('ABCDEFH');
});

test('the notes’ drawing stands behind pictures and before tables, as the format wants it', async () => {
  const original = await faultyReturn({ withPicture: true, withTable: true });
  const marked = await mark(original, percentMark);
  const xml = partText(marked.bytes, 'xl/worksheets/sheet1.xml');
  const order = [...xml.matchAll(/<(drawing|legacyDrawing|tableParts)[ >]/g)].map(([, name]) => name);
  expect(order).toEqual(['drawing', 'legacyDrawing', 'tableParts']);
  expect(noteAt(await openSheet(marked.bytes), 'D3')).toContain('约三分之二');
  expect(changedParts(original, marked.bytes)).not.toContain('xl/media/image1.png');
});

/** As programs write that put every element of the sheet language under a prefix. */
function withPrefixes(text: string, name: string): string {
  if (!/^xl\/(worksheets\/sheet|styles|comments|workbook\.xml$)/.test(name)) return text;
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  if (!text.includes(main)) return text;
  return text.replace(main, main.replace('xmlns=', 'xmlns:x=')).replace(/<(\/?)(\w+)(?=[\s/>])/g, '<$1x:$2');
}

test('a package with prefixed elements is marked under its own prefix', async () => {
  const original = rewriteParts(await faultyReturn({ notes: { B3: '旧批注' } }), withPrefixes);
  const marked = await mark(original, percentMark, { ...rowMark, row: 8 });
  expect(marked.convertedFrom).toBeNull();
  const xml = partText(marked.bytes, 'xl/worksheets/sheet1.xml');
  expect(xml).toContain('<x:row r="8">');
  expect(partText(marked.bytes, 'xl/comments1.xml')).toContain('<x:comment ref="D3"');
  const sheet = read(marked.bytes, { type: 'array', cellStyles: true }).Sheets.填报表;
  expect(sheet?.D3?.c?.[0]?.t).toContain('约三分之二');
  expect(sheet?.D3?.s?.fgColor?.rgb).toBe(red.slice(2));
  expect(sheet?.B3?.c?.[0]?.t).toBe('旧批注');
});

function asStrict(text: string): string {
  return text
    .replaceAll(
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    );
}

test('a strict package gets strict parts and relations', async () => {
  const original = rewriteParts(await faultyReturn(), asStrict);
  const marked = await mark(original, percentMark);
  expect(marked.convertedFrom).toBeNull();
  expect(partText(marked.bytes, 'xl/comments1.xml')).toContain(
    'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"',
  );
  const relations = partText(marked.bytes, 'xl/worksheets/_rels/sheet1.xml.rels');
  expect(relations).toContain('Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments"');
  expect(relations).not.toContain('schemas.openxmlformats.org/officeDocument');
  expect(marked.bytes.length).toBeGreaterThan(original.length);
});

test('a package without the usual parts is written anew rather than given up', async () => {
  const bare = rewriteParts(await faultyReturn(), (text, name) =>
    name === 'xl/_rels/workbook.xml.rels' ? text.replace(/<Relationship [^>]*styles[^>]*>/, '') : text,
  );
  const marked = await mark(bare, percentMark);
  expect(marked).toMatchObject({ extension: '.xlsx', convertedFrom: 'xlsx' });
  expect(noteAt(await openSheet(marked.bytes), 'D3')).toContain('约三分之二');
});

test('a damaged file is refused with the reader’s sentence', async () => {
  const cut = (await faultyReturn()).slice(0, 3_000);
  await expect(mark(cut, percentMark)).rejects.toThrow('「区发改局.xlsx」已损坏或不完整');
});
