import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test, vi } from 'vitest';
import type { ReturnReport } from '#electron/cli/return-report.ts';
import type { FormFile } from '#shared/contract/exports.ts';
import type { ProgressLine } from '#shared/contract/progress.ts';
import { temporaryDirectory } from '../helpers/database.ts';
import { type CommandResult, duban } from '../helpers/duban.ts';

// Each command is a process of its own, and other tests keep the processors busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Types into the first task's row, as a unit would. @returns the task's code */
async function fillIn(file: string, answers: Record<string, string | number>): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.worksheets.find((candidate) => candidate.name === '填报表');
  const columns = new Map<string, number>();
  let code = '';
  sheet?.eachRow((row) => {
    if (columns.size > 0 && code === '') {
      code = row.getCell(columns.get('任务编号') ?? 1).text;
      for (const [heading, answer] of Object.entries(answers)) {
        row.getCell(columns.get(heading) ?? 0).value = answer;
      }
    }
    if (Array.isArray(row.values) && row.values.includes('任务编号')) {
      row.eachCell((cell, column) => columns.set(cell.text, column));
    }
  });
  await workbook.xlsx.writeFile(file);
  return code;
}

test('forms go out, a filled-in one comes back, shows in the progress, and can be taken back', async () => {
  const folder = temporaryDirectory();
  const run = (...words: string[]): Promise<CommandResult> =>
    duban([...words, '--data', 'data', '--json'], { folder });

  const issued = await run('forms', '--period', '2024-06', '--out', 'forms', '--unit', '区文旅传媒集团');
  expect([issued.exitCode, issued.complaints]).toEqual([0, []]);
  const [form] = issued.json<FormFile[]>();
  expect(form).toMatchObject({ unit: '区文旅传媒集团', tasks: 1 });
  expect(basename(form?.file ?? '')).toBe('区文旅传媒集团-2024年6月进展填报表.xlsx');
  const file = form?.file ?? '';
  const answers = { 本期进展: '=已完工三成', '完成比例(%)': 35, 存在问题: '雨天', 下一步措施: '赶工' };
  expect(await fillIn(file, answers)).toBe('Z03-06');

  const values = { narrative: '=已完工三成', percent: 35, problems: '雨天', next: '赶工' };
  const previewed = await run('import', '--dry-run', 'forms');
  expect(previewed.json<ReturnReport[]>()).toMatchObject([
    {
      file,
      state: 'previewed',
      unit: '区文旅传媒集团',
      period: '2024-06',
      rows: [{ outcome: 'new', values }],
    },
  ]);
  expect((await run('progress', '--period', '2024-06')).json()).toEqual([]);

  writeFileSync(join(folder, 'broken.xlsx'), 'PK broken');
  const imported = await run('import', 'broken.xlsx', 'forms');
  expect([imported.exitCode, imported.complaints]).toEqual([0, []]);
  const [broken, returned] = imported.json<ReturnReport[]>();
  expect([broken?.state, broken?.rows, broken?.batch]).toEqual(['refused', [], undefined]);
  expect(broken?.error).toContain('broken.xlsx');
  expect(returned).toMatchObject({ state: 'applied', rows: [{ code: 'Z03-06', outcome: 'new', values }] });
  expect(returned?.sha256).toMatch(/^[0-9a-f]{64}$/);

  const line = { code: 'Z03-06', unit: '区文旅传媒集团', ...values, revision: 1, source: 'import' };
  expect((await run('progress', '--period', '2024-06')).json<ProgressLine[]>()).toEqual([line]);
  const ledger = await run(
    'ledger',
    '--period',
    '2024-06',
    '--out',
    'ledger.xlsx',
    '--unit',
    '区文旅传媒集团',
  );
  expect(ledger.json()).toMatchObject({ file: join(folder, 'ledger.xlsx'), reported: 1 });

  const again = await run('import', 'forms');
  expect(again.json<ReturnReport[]>()).toMatchObject([{ rows: [{ outcome: 'unchanged' }] }]);

  const undone = await run('undo', '--batch', String(returned?.batch));
  expect(undone.json()).toMatchObject({ undone: 1, kept: [] });
  expect((await run('progress', '--period', '2024-06')).json()).toEqual([]);
});

test('an import in which every file is refused prints them and fails', async () => {
  const folder = temporaryDirectory();
  writeFileSync(join(folder, 'broken.xlsx'), 'PK broken');
  const words = ['import', 'broken.xlsx', 'missing.xlsx', '--data', 'data', '--json'];
  const { exitCode, json, complaints } = await duban(words, { folder });
  expect([exitCode, complaints.length]).toEqual([1, 1]);
  expect(json<ReturnReport[]>().map((report) => report.state)).toEqual(['refused', 'refused']);
});

test('units and leaders are found by alias and number, and never by a part of a name', async () => {
  const folder = temporaryDirectory();
  const out = ['--period', '2024-06', '--out', 'ledger.xlsx', '--data', 'data', '--json'];
  const rowsOf = async (...scope: string[]) =>
    (await duban(['ledger', ...out, ...scope], { folder })).json<{ rows: number }>().rows;
  expect(await rowsOf('--unit', '区人社局')).toBe(await rowsOf('--unit', ' 区人力社保局'));
  expect(await rowsOf('--leader', '张　伟')).toBe(23);
  expect(await rowsOf('--leader', '3')).toBe(23);
  const partial = await duban(['ledger', ...out, '--unit', '发改局'], { folder });
  expect(partial).toMatchObject({ exitCode: 1, stdout: '' });
  expect(partial.complaints).toEqual(['没有叫“发改局”的单位。相近的有：区发改局。']);
  const nobody = await duban(['ledger', ...out, '--leader', '某某'], { folder });
  expect(nobody.complaints).toEqual(['没有叫“某某”的领导。请核对名称。']);
});
