import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '#electron/excel/read/read-workbook.ts';
import { AppError } from '#shared/contract/errors.ts';
import { excelJsBook, sheetJsBook } from '../fixtures/returns/books.ts';

const corpus = (name: string) => readFileSync(new URL(`../fixtures/corpus/${name}`, import.meta.url));

/** The sentence a file is refused with. */
function refusal(bytes: Uint8Array, fileName = '区发改局.xls'): string {
  try {
    readWorkbook(bytes, fileName);
  } catch (error) {
    if (error instanceof AppError && error.code === 'file_unreadable') return error.message;
    throw error;
  }
  return '(read)';
}

const text = (content: string) => new TextEncoder().encode(content);
const ole = (...names: string[]) => {
  const bytes = new Uint8Array(512 * 4);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  new DataView(bytes.buffer).setUint16(30, 9, true);
  names.forEach((name, index) => {
    const at = 512 + index * 128;
    bytes.set(Buffer.from(name, 'utf16le'), at);
    bytes[at + 64] = name.length * 2 + 2;
    bytes[at + 66] = 2;
  });
  return bytes;
};
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])));

describe('each file is refused with what it is and what the unit should do', () => {
  test.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(0), '是空文件'],
    ['only blanks', text(' \r\n\r\n '), '是空文件'],
    ['encrypted .xlsx', corpus('189e7a80d8e6c002d7f388015d74d6761b15911a.xlsx'), '请去掉打开密码后重新报送'],
    ['encrypted .xls', corpus('ca06c4a3a0a8cad4fcd0247775418db46fb41f2d.xls'), '请去掉打开密码后重新报送'],
    ['encrypted .ods', zip({ 'META-INF/manifest.xml': '<manifest:encryption-data/>' }), '请去掉打开密码'],
    ['Word', ole('WordDocument'), '是 Word 文档'],
    ['.docx', zip({ '[Content_Types].xml': 'wordprocessingml.document.main+xml' }), '是 Word 文档'],
    ['RTF', text('{\\rtf1 abc}'), '是 Word 文档'],
    [
      '.odt',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'META-INF/manifest.xml': 'x' }),
      '是 Word 文档',
    ],
    ['slides', ole('PowerPoint Document'), '是演示文稿'],
    ['.pptx', zip({ '[Content_Types].xml': 'presentationml.presentation.main+xml' }), '是演示文稿'],
    ['PDF', text('%PDF-1.7 …'), '是 PDF 文件'],
    ['picture', Buffer.from('89504e470d0a1a0a', 'hex'), '是图片'],
    ['archive', zip({ '区发改局.xlsx': 'x' }), '是压缩包，请解压后报送'],
    ['rar', Buffer.from('526172211a0700', 'hex'), '是压缩包'],
    ['web page', text('<html><table><tr><td>重点工作</td></tr></table></html>'), '改名的网页文件'],
    ['web page in GBK', Buffer.from('3c7461626c653ed6d8b5e33c2f7461626c653e', 'hex'), '改名的网页文件'],
    [
      'XML table',
      text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      '是 XML 文件',
    ],
    ['other OLE file', ole('Contents'), '其他办公文档'],
    [
      'random bytes',
      Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919 + 13) % 251),
      '不是电子表格',
    ],
    ['nothing in any sheet', corpus('558395dc13b6c6b160dae89c55be6408986504f1.xlsb'), '各工作表都是空的'],
    ['fuzzed .xls', corpus('c83bbf76e2ac43abd6f03a0f0c745b747da60161.xls'), '已损坏或不完整'],
  ])('%s', (_, bytes, sentence) => {
    const message = refusal(bytes);
    expect(message).toMatch(/^「区发改局\.xls」.*请.*。$/);
    expect(message).toContain(sentence);
  });
});

describe('a cut file is refused, never half read', () => {
  const rows = Array.from({ length: 300 }, (_, index) => [`任务 ${index}`, `进展 ${index * 7}`]);

  test.each(['xlsx', 'biff8', 'ods', 'xlsb'] as const)('%s', (bookType) => {
    const whole = sheetJsBook(bookType, { rows });
    for (const share of [0.3, 0.6, 0.9, 0.95]) {
      expect(refusal(whole.subarray(0, Math.floor(whole.length * share)))).toContain('已损坏或不完整');
    }
  });

  test('a flipped bit in the packed data is noticed', async () => {
    const bytes = await excelJsBook({ rows });
    const name = strToU8('xl/worksheets/sheet1.xml');
    const at = Buffer.from(bytes).indexOf(name) + name.length + 200;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(refusal(bytes)).toContain('已损坏或不完整');
  });
});

describe('limits, each told with its number', () => {
  test('file size', () => {
    expect(refusal(new Uint8Array(20 * 1024 * 1024 + 1))).toContain('20 MB');
  });

  test('packed blanks: ratio, entry and total', () => {
    const types = strToU8('spreadsheetml.sheet.main+xml');
    const bomb = (bytes: number, count = 1) =>
      zipSync({
        '[Content_Types].xml': types,
        ...Object.fromEntries(
          Array.from({ length: count }, (_, index) => [
            `xl/worksheets/sheet${index}.xml`,
            new Uint8Array(bytes).fill(32),
          ]),
        ),
      });
    expect(refusal(bomb(1024 * 1024))).toContain('压缩比异常（超过 100 倍）');
    expect(refusal(bomb(65 * 1024 * 1024))).toContain('65 MB，超过 64 MB');
    expect(refusal(bomb(21 * 1024 * 1024, 10))).toContain('210 MB，超过 200 MB');
    expect(refusal(corpus('f194ab01f3d3b0bccfaa7b618a984f99e99a6378.xlsx'))).toContain('压缩比异常');
  });

  test('an entry that unpacks to more than it declares', async () => {
    const bytes = await excelJsBook({ rows: [['a'.repeat(30_000)]] });
    const copy = Buffer.from(bytes);
    const name = 'xl/sharedStrings.xml';
    const at = copy.lastIndexOf(name) - 46;
    copy.writeUInt32LE(100, at + 24);
    expect(refusal(copy)).toContain('已损坏');
  });

  test('a deflated entry of no bytes does not loop', () => {
    const whole = sheetJsBook('xlsx', { rows: [['重点工作']] });
    expect(readWorkbook(withEmptyDeflatedEntry(whole), '回表.xlsx').sheets[0]?.rows[0]?.[0]?.text).toBe(
      '重点工作',
    );
  });

  test('entries, sheets, rows, columns, characters', () => {
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`a${index}.xml`, 'x']));
    expect(refusal(zip(many))).toContain('1001 个部件，超过 1000');
    const sheets = Array.from({ length: 51 }, () => ({ rows: [['a']] }));
    expect(refusal(sheetJsBook('xlsx', ...sheets))).toContain('51 个工作表，超过 50');
    const rows = Array.from({ length: 20_001 }, (_, index) => [index]);
    expect(refusal(sheetJsBook('biff8', { rows }))).toContain('20000 行');
    expect(refusal(text(rows.join('\n')))).toContain('20001 行，超过 20000');
    expect(refusal(sheetJsBook('xlsx', { rows: [Array.from({ length: 201 }, () => 'a')] }))).toContain(
      '200 列',
    );
    expect(refusal(text(`任务,进展\na,"${'长'.repeat(32_768)}"`))).toContain('第 2 行有一格超过 32767 个字');
  });

  test('the limits themselves are still read', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [index]);
    expect(readWorkbook(sheetJsBook('xlsx', { rows }), '回表.xlsx').sheets[0]?.rows).toHaveLength(20_000);
    const wide = sheetJsBook('xlsx', { rows: [Array.from({ length: 200 }, () => 'a')] });
    expect(readWorkbook(wide, '回表.xlsx').sheets[0]?.rows[0]).toHaveLength(200);
  });
});

/** The trap of excel-notes.md: a deflated entry whose declared sizes are 0. */
function withEmptyDeflatedEntry(whole: Uint8Array): Uint8Array {
  const name = strToU8('xl/empty.xml');
  const packed = deflateRawSync(new Uint8Array(0));
  const end = Buffer.from(whole.subarray(whole.length - 22));
  const directoryAt = end.readUInt32LE(16);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt32LE(directoryAt, 42);
  const count = end.readUInt16LE(10) + 1;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directoryAt + local.length + name.length + packed.length, 16);
  const directory = whole.subarray(directoryAt, whole.length - 22);
  return Buffer.concat([whole.subarray(0, directoryAt), local, name, packed, directory, central, name, end]);
}
