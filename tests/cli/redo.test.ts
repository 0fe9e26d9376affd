import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { RedoFileResult } from '#electron/services/redo-file.service.ts';
import { excelJsBook, sheetJsBook } from '../fixtures/returns/books.ts';
import { temporaryDirectory } from '../helpers/database.ts';
import { duban } from '../helpers/duban.ts';
import { partText } from '../helpers/package-parts.ts';
import { documentText } from '../helpers/word-text.ts';

// Each command is a process of its own, and other tests keep the processors busy.
vi.setConfig({ testTimeout: 120_000 });

const rows = [
  ['区发改局2024年6月进展情况'],
  ['任务编号', '进展情况', '完成比例'],
  ['Z02-18', '已开工', '约三分之二'],
];

function openFolder() {
  const folder = temporaryDirectory();
  const run = (...words: string[]) => duban([...words, '--data', 'data'], { folder });
  return { run, path: (name: string) => join(folder, name) };
}

test('a faulty return goes back with a marked copy and a note, and stands in the list of the period', async () => {
  const { run, path } = openFolder();
  const bytes = await excelJsBook({ rows });
  writeFileSync(path('发改.xlsx'), bytes);
  const words = ['redo', '--file', '发改.xlsx', '--out', '退回.xlsx', '--note', '说明.docx'];
  const redone = await run(...words, '--json');
  expect([redone.exitCode, redone.complaints]).toEqual([0, []]);
  const result = redone.json<RedoFileResult>();
  expect(result).toMatchObject({
    unit: '区发改局',
    period: '2024-06',
    copy: path('退回.xlsx'),
    note: path('说明.docx'),
  });
  expect(result.problems).toMatchObject([{ row: 3, cell: 'C3', code: 'Z02-18' }]);
  expect(partText(readFileSync(path('退回.xlsx')), 'xl/comments1.xml')).toContain('约三分之二');
  expect(documentText(readFileSync(path('说明.docx')))).toContain('第3行（C3）');
  expect(readFileSync(path('发改.xlsx'))).toEqual(Buffer.from(bytes));

  const list = await run('returns', '--period', '2024-06');
  expect(list.stdout).toMatch(/区发改局.*退回/);
});

test('people are told the problems and what was written', async () => {
  const { run, path } = openFolder();
  writeFileSync(path('发改.xls'), sheetJsBook('biff8', { rows }));
  const { exitCode, stdout } = await run('redo', '--file', '发改.xls', '--out', '退回.xlsx');
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/已退回 区发改局，1 处问题/);
  expect(stdout).toMatch(/第3行.*（C3）：「约三分之二」/);
  expect(existsSync(path('退回.xlsx'))).toBe(true);
});

test('one line and nothing written where nothing is wrong, or where nothing can be marked', async () => {
  const { run, path } = openFolder();
  const [title = [], headings = []] = rows;
  writeFileSync(path('好.xlsx'), await excelJsBook({ rows: [title, headings, ['Z02-18', '已开工', 50]] }));
  const sound = await run('redo', '--file', '好.xlsx', '--out', '退回.xlsx');
  expect([sound.exitCode, sound.stdout, sound.complaints]).toEqual([
    1,
    '',
    [expect.stringContaining('没有查出问题')],
  ]);

  writeFileSync(path('坏.xlsx'), (await excelJsBook({ rows })).slice(0, 2_000));
  const unit = ['--unit', '区发改局', '--period', '2024-06'];
  const damaged = await run('redo', '--file', '坏.xlsx', '--out', '退回.xlsx', ...unit);
  expect([damaged.exitCode, damaged.complaints]).toEqual([1, [expect.stringContaining('--note')]]);
  expect(existsSync(path('退回.xlsx'))).toBe(false);

  const explained = await run(
    'redo',
    '--file',
    '坏.xlsx',
    '--out',
    '退回.xlsx',
    '--note',
    '说明.docx',
    ...unit,
  );
  expect(explained.exitCode).toBe(0);
  expect(documentText(readFileSync(path('说明.docx')))).toContain('已损坏或不完整');
});
