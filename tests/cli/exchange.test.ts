import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { ReturnReport } from '#electron/cli/return-report.ts';
import { openDatabase } from '#electron/db/sqlite/open.ts';
import { createProgressService } from '#electron/services/progress.service.ts';
import type { FormFile, FormsResult } from '#shared/contract/exports.ts';
import type { ProgressLine } from '#shared/contract/progress.ts';
import { emptyProgress } from '#shared/domain/progress.ts';
import { excelJsBook } from '../fixtures/returns/books.ts';
import { temporaryDirectory, testContext } from '../helpers/database.ts';
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

/** What somebody types in the window after the form has gone out. */
async function enterByHand(directory: string): Promise<void> {
  const open = await openDatabase({ directory });
  try {
    const { id: taskId } = await open.database
      .selectFrom('task')
      .select('id')
      .where('code', '=', 'Z03-06')
      .executeTakeFirstOrThrow();
    const { id: unitId } = await open.database
      .selectFrom('unit')
      .select('id')
      .where('name', '=', '区文旅传媒集团')
      .executeTakeFirstOrThrow();
    await createProgressService(open.database, testContext).save({
      taskId,
      unitId,
      period: '2024-06',
      basedOnReport: null,
      values: { ...emptyProgress, narrative: '电话报来' },
      targetValues: [],
    });
  } finally {
    await open.close();
  }
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

/** A unit's own table for June, as a workbook in the folder. */
async function writeOwnTable(folder: string, name: string, rows: (string | number)[][]): Promise<string> {
  const head = [['区发改局2024年6月进展情况'], ['任务编号', '工作任务', '进展情况', '完成率']];
  writeFileSync(join(folder, name), await excelJsBook({ rows: [...head, ...rows] }));
  return name;
}

test('folders in folders and a .zip are imported, and leave nothing on the window’s desk', async () => {
  const folder = temporaryDirectory();
  const run = (...words: string[]) => duban([...words, '--data', 'data', '--json'], { folder });
  mkdirSync(join(folder, 'june', 'deep'), { recursive: true });
  await writeOwnTable(folder, 'june/deep/one.xlsx', [['Z02-18', '', '开工率 58%', 58]]);
  const book = await excelJsBook({
    rows: [['区教育局2024年6月'], ['任务编号', '进展情况'], ['Z09-01', '已开学']],
  });
  writeFileSync(join(folder, 'two.zip'), zipSync({ '教育/two.xlsx': book }));
  const dry = await run('import', '--dry-run', 'june', 'two.zip');
  expect(dry.json<ReturnReport[]>().map(({ file, state }) => [file, state])).toEqual([
    [join(folder, 'june', 'deep', 'one.xlsx'), 'previewed'],
    [join(folder, 'two.zip', 'two.xlsx'), expect.stringMatching(/previewed|refused/)],
  ]);
  expect(existsSync(join(folder, 'data', 'originals'))).toBe(false);
  const imported = await run('import', '--received', '2024-06-18', 'june');
  const [one] = imported.json<ReturnReport[]>();
  expect(one).toMatchObject({
    state: 'applied',
    batch: 1,
    rows: [{ code: 'Z02-18', match: { how: 'code', certainty: 1 } }],
  });
  expect(one?.rows[0]?.match).not.toHaveProperty('candidates');
  expect(readdirSync(join(folder, 'data', 'originals'))).toEqual([`${one?.sha256}.xlsx`]);
  const raw = new SqliteDatabase(join(folder, 'data', 'duban.sqlite'), { readonly: true });
  onTestFinished(() => void raw.close());
  expect(raw.prepare('SELECT count(*) FROM desk_file').pluck().get()).toBe(0);
  expect(raw.prepare('SELECT received_on FROM return_file').pluck().all()).toEqual(['2024-06-18']);
});

test('a conflict keeps ours, takes theirs, or fails the command, as it is told', async () => {
  const folder = temporaryDirectory();
  const run = (...words: string[]) => duban([...words, '--data', 'data', '--json'], { folder });
  const standing = async () =>
    (await run('progress', '--period', '2024-06')).json<ProgressLine[]>()[0]?.narrative;
  const first = await writeOwnTable(folder, 'first.xlsx', [['Z02-18', '', '开工率 30%', 30]]);
  await run('import', first);
  // Somebody has gone on since: the unit's last return is what the next one is merged against.
  const raw = new SqliteDatabase(join(folder, 'data', 'duban.sqlite'));
  raw.exec(`INSERT INTO progress_report (task_id, unit_id, period, period_end, revision, narrative, percent, problems, next_step,
      reporter, phone, source, created_at, created_by)
    SELECT task_id, unit_id, period, period_end, 2, '核实为 35%', 35, '', '', '', '', 'entry', created_at, created_by
    FROM progress_report`);
  raw.close();
  const second = await writeOwnTable(folder, 'second.xlsx', [['Z02-18', '', '开工率 58%', 58]]);

  const kept = await run('import', second);
  expect(kept.exitCode).toBe(0);
  expect(kept.json<ReturnReport[]>()).toMatchObject([{ state: 'applied', rows: [{ outcome: 'conflict' }] }]);
  expect(await standing()).toBe('核实为 35%');

  const refused = await run('import', '--on-conflict', 'refuse', second);
  expect([refused.exitCode, refused.complaints]).toEqual([
    1,
    ['有 1 行与现有内容不一致，没有导入，请核对后再导入。'],
  ]);
  expect(refused.json<ReturnReport[]>()).toMatchObject([{ rows: [{ outcome: 'refused', conflict: true }] }]);
  expect(await standing()).toBe('核实为 35%');

  const taken = await run('import', '--on-conflict', 'theirs', second);
  expect([taken.exitCode, taken.json<ReturnReport[]>()[0]?.batch]).toEqual([0, 2]);
  expect(await standing()).toBe('开工率 58%');
});

test('a row is stored from the certainty that is asked for', async () => {
  const folder = temporaryDirectory();
  const run = (...words: string[]) => duban([...words, '--data', 'data', '--json'], { folder });
  const table = await writeOwnTable(folder, 'one.xlsx', [['', '新增规上服务类的企业50家', '新增 20 家', 40]]);
  const usual = await run('import', table);
  const [file] = usual.json<ReturnReport[]>();
  const match = file?.rows[0]?.match;
  expect(match).toMatchObject({
    how: 'similar_text',
    candidates: expect.arrayContaining([expect.anything()]),
  });
  expect(file?.batch).toBeUndefined();
  const below = String((match?.certainty ?? 0) - 0.01).slice(0, 4);
  const taken = await run('import', '--min-certainty', below, table);
  expect(taken.json<ReturnReport[]>()).toMatchObject([{ batch: 1, rows: [{ code: 'Z02-08' }] }]);
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

test('forms: a .zip on request, and only what is stale is issued anew', async () => {
  const folder = temporaryDirectory();
  const run = (...words: string[]) =>
    duban(['forms', '--period', '2024-06', ...words, '--data', 'data', '--json'], { folder });
  const sent = await run('--out', '首发', '--unit', '区文旅传媒集团', '--zip');
  const { files, zip } = sent.json<FormsResult>();
  expect([files.length, basename(zip ?? '')]).toEqual([1, '填报表-2024年6月（1份）.zip']);
  const none = await run('--out', '补发', '--stale-only');
  expect(none).toMatchObject({
    exitCode: 1,
    complaints: ['2024年6月已发的 1 份填报表都没有过期，不用补发。'],
  });

  await enterByHand(join(folder, 'data'));
  const again = await run('--out', '补发', '--stale-only');
  expect(again.json<FormFile[]>()).toMatchObject([{ unit: '区文旅传媒集团', tasks: 1 }]);
  const both = await run('--out', '补发', '--stale-only', '--unit', '区统计局');
  expect(both.complaints[0]).toContain('--unit 和 --stale-only 只能写一个');
});

test('the same bytes from two units are two returns; only the file names tell them apart', async () => {
  const folder = temporaryDirectory();
  const bytes = await excelJsBook({
    rows: [['2024年6月进展情况'], ['任务编号', '进展情况', '完成率'], ['Z11-01', '已完成两轮排查。', 50]],
  });
  mkdirSync(join(folder, '回表'));
  const names = ['七都街道.xlsx', '五马街道.xlsx', '五马街道（再发）.xlsx'];
  for (const name of names) writeFileSync(join(folder, '回表', name), bytes);
  const imported = await duban(['import', '回表', '--data', 'data', '--json'], { folder });
  const reports = imported.json<ReturnReport[]>();
  const byName = new Map(reports.map((report) => [basename(report.file), report]));
  expect(names.map((name) => [byName.get(name)?.unit, byName.get(name)?.state])).toEqual([
    ['七都街道', 'applied'],
    ['五马街道', 'applied'],
    ['五马街道', 'refused'],
  ]);
  expect(byName.get('五马街道（再发）.xlsx')?.error).toContain('与「五马街道.xlsx」内容完全相同');
  const lines = (
    await duban(['progress', '--period', '2024-06', '--data', 'data', '--json'], { folder })
  ).json<ProgressLine[]>();
  expect(lines.map(({ unit }) => unit).sort()).toEqual(['七都街道', '五马街道'].sort());
});
