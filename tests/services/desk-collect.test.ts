import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { unattendedJob } from '#electron/services/job.ts';
import { excelJsBook } from '../fixtures/returns/books.ts';
import { openReturnDesk } from '../fixtures/returns/desk.ts';
import { gbkZip } from '../fixtures/returns/gbk-zip.ts';

function juneBook(code: string, narrative = '已开工'): Promise<Uint8Array> {
  return excelJsBook({
    rows: [['区发改局2024年6月进展情况'], ['任务编号', '进展情况'], [code, narrative]],
  });
}

async function collect(desk: Awaited<ReturnType<typeof openReturnDesk>>, ...paths: string[]) {
  const { files } = await desk.returns.collect({ paths }, unattendedJob);
  return files;
}

const namesOf = (files: { fileName: string }[]) => files.map(({ fileName }) => fileName).sort();

test('a folder is looked through, deep down, for spreadsheets that people made', async () => {
  const desk = await openReturnDesk();
  const folder = join(desk.directory, '六月');
  mkdirSync(join(folder, '街镇', '.隐藏'), { recursive: true });
  const put = async (path: string, code: string) => writeFileSync(join(folder, path), await juneBook(code));
  await put('一.xlsx', 'Z02-18');
  await put(join('街镇', '二.XLSX'), 'Z02-01');
  await put('~$一.xlsx', 'Z02-03');
  await put('.~二.xlsx', 'Z02-03');
  await put(join('街镇', '.隐藏', '三.xlsx'), 'Z02-03');
  writeFileSync(join(folder, '通知.docx'), 'PK');
  const files = await collect(desk, folder);
  expect(namesOf(files)).toEqual(['一.xlsx', '二.XLSX']);
  expect(files.find(({ fileName }) => fileName === '二.XLSX')?.source).toBe(join(folder, '街镇'));
  expect(files.every(({ state, counts }) => state === 'waiting' && counts.taken === 0)).toBe(true);
  expect(desk.keptOriginals()).toHaveLength(2);
});

describe('an archive', () => {
  test('made by Windows has Chinese names in GBK; one inside it is opened too', async () => {
    const desk = await openReturnDesk();
    const inner = gbkZip([{ path: '街道\\松台街道.xlsx', bytes: await juneBook('Z02-01') }]);
    const outer = gbkZip([
      { path: '六月/区发改局.xlsx', bytes: await juneBook('Z02-18') },
      { path: '六月/街道.zip', bytes: inner },
      { path: '六月/说明.txt', bytes: new TextEncoder().encode('请查收') },
    ]);
    const files = await collect(desk, desk.put('六月.zip', outer));
    expect(namesOf(files)).toEqual(['区发改局.xlsx', '松台街道.xlsx'].sort());
    expect(files.find(({ fileName }) => fileName === '松台街道.xlsx')?.source).toBe(
      join(desk.directory, '六月.zip', '街道.zip'),
    );
    const [first] = files;
    const { files: read } = await desk.returns.read({ fileId: first?.id ?? 0 }, unattendedJob);
    expect(read[0]).toMatchObject({ state: 'ready', counts: { taken: 1 } });
  });

  test('of another system with UTF-8 names, and one that is told only by its content', async () => {
    const desk = await openReturnDesk();
    const zip = zipSync({ '回表/区发改局.xlsx': await juneBook('Z02-18') });
    expect(namesOf(await collect(desk, desk.put('附件', zip)))).toEqual(['区发改局.xlsx']);
  });

  test('cannot write outside: only the base name of a path is used', async () => {
    const desk = await openReturnDesk();
    const zip = zipSync({ '../../../区发改局.xlsx': await juneBook('Z02-18') });
    const files = await collect(desk, desk.put('坏.zip', zip));
    expect(namesOf(files)).toEqual(['区发改局.xlsx']);
    expect(desk.keptOriginals()).toHaveLength(1);
  });

  test('with a password, empty, cut off, or without spreadsheets is told in one sentence', async () => {
    const desk = await openReturnDesk();
    const book = await juneBook('Z02-18');
    const locked = desk.put('密.zip', gbkZip([{ path: '表.xlsx', bytes: book, encrypted: true }]));
    const empty = desk.put('空.zip', zipSync({}));
    const cut = desk.put('断.zip', zipSync({ '表.xlsx': book }).slice(0, 400));
    const other = desk.put('图.zip', zipSync({ '照片.jpg': new Uint8Array(9) }));
    const files = await collect(desk, locked, empty, cut, other);
    expect(files.map(({ fileName, state, reason }) => [fileName, state, reason])).toEqual([
      ['密.zip', 'faulty', expect.stringContaining('设有解压密码')],
      ['空.zip', 'faulty', '压缩包「空.zip」里没有表格文件。'],
      ['断.zip', 'faulty', expect.stringContaining('不是完整的压缩包')],
      ['图.zip', 'faulty', '压缩包「图.zip」里没有表格文件。'],
    ]);
  });

  test('a bomb in it costs only itself', async () => {
    const desk = await openReturnDesk();
    const zip = zipSync({
      '炸弹.xlsx': new Uint8Array(15 * 1024 * 1024),
      '大.xlsx': [new Uint8Array(21 * 1024 * 1024), { level: 1 }],
      '区发改局.xlsx': await juneBook('Z02-18'),
    });
    const files = await collect(desk, desk.put('六月.zip', zip));
    expect(files.map(({ fileName, state }) => [fileName, state])).toEqual([
      ['区发改局.xlsx', 'waiting'],
      ['炸弹.xlsx', 'faulty'],
      ['大.xlsx', 'faulty'],
    ]);
    expect(files[1]?.reason).toContain('压缩比异常');
    expect(files[2]?.reason).toContain('超过 20 MB');
  });
});

test('a spreadsheet is never taken for a folder, and a damaged one says so itself', async () => {
  const desk = await openReturnDesk();
  const book = await juneBook('Z02-18');
  const files = await desk.preview([desk.put('好.xlsx', book), desk.put('断.xlsx', book.slice(0, 3_000))]);
  expect(files.map(({ fileName, state }) => [fileName, state])).toEqual([
    ['好.xlsx', 'ready'],
    ['断.xlsx', 'faulty'],
  ]);
  expect(files[1]?.reason).toContain('已损坏或不完整');
});

test('what was dropped, decided and told survives the program', async () => {
  const desk = await openReturnDesk();
  const file = desk.put(
    '回表.xlsx',
    await excelJsBook({
      rows: [
        ['任务编号', '进展情况'],
        ['Z02-18', '已开工'],
        ['Z02-01', '增长'],
      ],
    }),
  );
  const [read] = await desk.preview(file, { receivedOn: '2024-06-18' });
  const fileIds = [read?.id ?? 0];
  await desk.returns.tell({ fileIds, unitId: desk.unitId('区发改局'), period: '2024-06' });
  const told = await desk.returns.file({ fileId: read?.id ?? 0 });
  await desk.decide(told, told.rows[0], { take: false });
  await desk.returns.accept({ fileIds, accepted: true });

  const later = await desk.reopen();
  const { files } = await later.desk({});
  expect(files).toMatchObject([{ state: 'waiting', receivedOn: '2024-06-18', unit: null }]);
  const { files: again } = await later.read({ fileId: read?.id ?? 0 }, unattendedJob);
  expect(again).toMatchObject([
    { state: 'ready', accepted: true, unit: { name: '区发改局' }, counts: { taken: 1 } },
  ]);
  const result = await later.apply({ fileIds }, unattendedJob);
  expect(result.applied).toMatchObject([{ revisions: 1, untaken: 1 }]);
  const stored = await desk.open.database.selectFrom('return_file').select('received_on').execute();
  expect(stored).toEqual([{ received_on: '2024-06-18' }]);
});

test('the original opens as a read-only copy under its own name, on the desk and after it was stored', async () => {
  const desk = await openReturnDesk();
  const bytes = await juneBook('Z02-18');
  const [read] = await desk.preview(desk.put('区发改局6月.xlsx', bytes));
  const copy = await desk.returns.copyOriginal({ sha256: read?.sha256 ?? '' });
  expect(copy).toContain(join('viewing', (read?.sha256 ?? '').slice(0, 12), '区发改局6月.xlsx'));
  expect(new Uint8Array(readFileSync(copy))).toEqual(bytes);
  await desk.apply({ id: read?.id ?? 0 });
  expect(await desk.returns.copyOriginal({ sha256: read?.sha256 ?? '' })).toBe(copy);
  await desk.returns.clearCopies();
  expect(() => readFileSync(copy)).toThrow('ENOENT');
  await expect(desk.returns.copyOriginal({ sha256: 'a'.repeat(64) })).rejects.toMatchObject({
    code: 'not_found',
  });
});
