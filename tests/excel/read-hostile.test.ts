import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readWorkbook } from '#electron/excel/read/read-workbook.ts';
import { excelJsBook, sheetJsBook } from '../fixtures/returns/books.ts';

/** The workbook with some of its parts rewritten and others added. */
function changed(
  bytes: Uint8Array,
  rewrite: Record<string, (xml: string) => string>,
  added: Record<string, string> = {},
): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, change] of Object.entries(rewrite)) {
    const part = parts[name];
    if (part === undefined) throw new Error(`no part ${name}`);
    parts[name] = strToU8(change(strFromU8(part)));
  }
  for (const [name, content] of Object.entries(added)) parts[name] = strToU8(content);
  return zipSync(parts);
}

function texts(bytes: Uint8Array): (string | undefined)[] {
  return readWorkbook(bytes, '回表.xlsx').sheets.flatMap(({ rows }) => rows.flat().map((cell) => cell?.text));
}

const book = sheetJsBook('xlsx', {
  rows: [
    ['重点工作', '进展情况'],
    ['打通断头路', '此处'],
  ],
});

test('an entity that names a file of this computer is not opened, one that multiplies is not unfolded', () => {
  const declared = `<!DOCTYPE sst [<!ENTITY file SYSTEM "file://${import.meta.filename}"><!ENTITY a "啊啊啊啊啊啊啊啊啊啊"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
  const bytes = changed(book, {
    'xl/worksheets/sheet1.xml': (xml) =>
      xml.replace(/^(<\?xml[^>]*\?>)?/, `$1${declared}`).replace('此处', '&file;&b;'),
  });
  const all = texts(bytes).join('\n');
  expect(all).toContain('打通断头路');
  expect(all).not.toContain('ENTITY');
  expect(all).not.toContain('啊');
});

test('a link to another workbook is not followed: the kept result counts, and it is said', () => {
  const bytes = changed(
    book,
    {
      'xl/worksheets/sheet1.xml': (xml) =>
        xml.replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2"><f>[1]Sheet1!A1</f><v>58</v></c>'),
    },
    { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' },
  );
  expect(texts(bytes)).toContain('58');
  expect(readWorkbook(bytes, '回表.xlsx').notices).toEqual(['文件引用了别的工作簿，只采用保存时的结果。']);
});

test('a formula without a kept result is not computed, and it is said', () => {
  const bytes = changed(book, {
    'xl/worksheets/sheet1.xml': (xml) => xml.replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2"><f>1+1</f></c>'),
  });
  const { sheets, notices } = readWorkbook(bytes, '回表.xlsx');
  expect(sheets[0]?.rows[1]?.[1]).toMatchObject({ formulaWithoutValue: true, text: '' });
  expect(notices).toEqual([expect.stringContaining('有公式没有保存结果')]);
});

test.each([
  [
    'more characters than a cell may hold',
    () => excelJsBook({ rows: [['重点工作'], ['长'.repeat(32_768)]] }),
    'A2 超过 32767 个字的上限',
  ],
  [
    'more cells than a workbook may hold',
    () => Promise.resolve(strToU8(`${'a,'.repeat(100)}a\n`.repeat(10_000))),
    '超过 1000000 个的上限',
  ],
])('%s: refused with the limit', async (_, write, reason) => {
  const bytes = await write();
  expect(() => readWorkbook(bytes, '回表')).toThrow(reason);
});

test('a cell that is as long as a cell may be is read', async () => {
  const bytes = await excelJsBook({ rows: [['长'.repeat(32_767)]] });
  expect(texts(bytes)[0]).toHaveLength(32_767);
});
