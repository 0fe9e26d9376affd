import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { temporaryDirectory } from '../helpers/database.ts';
import { duban } from '../helpers/duban.ts';

// Each command is a process of its own, and other tests keep the processors busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

test.each([[['help']], [['--help']], [[]]])('help lists every command: duban %j', async (words) => {
  const { exitCode, stdout, complaints } = await duban(words);
  expect([exitCode, complaints]).toEqual([0, []]);
  for (const name of ['seed', 'check', 'tasks', 'progress', 'ledger', 'forms', 'import', 'undo', 'rules']) {
    expect(stdout).toContain(`duban ${name}`);
  }
});

test('a command explains itself without opening anything', async () => {
  const data = join(temporaryDirectory(), 'new');
  const { exitCode, stdout } = await duban(['ledger', '--help', '--data', data]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('--leader 领导 | --unit 单位');
  expect(stdout).not.toContain('duban forms');
  expect(existsSync(data)).toBe(false);
});

test('--version prints the version', async () => {
  expect(await duban(['--version'])).toMatchObject({ exitCode: 0, stdout: `${manifest.version}\n` });
});

test.each([
  ['an unknown command', ['print'], /没有“print”这个命令/],
  ['an unknown option', ['tasks', '--colour'], /不认识选项 --colour.*用法：duban tasks/],
  ['an option without its value', ['progress', '--period'], /选项 --period 后面缺少值.*用法/],
  ['an option whose value is another option', ['progress', '--period', '--json'], /--period 后面缺少值/],
  ['an empty value', ['progress', '--period', ''], /--period 后面缺少值/],
  ['a value where none belongs', ['tasks', '--json=yes'], /选项 --json 后面不能有值/],
  ['a missing option', ['progress'], /缺少选项 --period.*用法：duban progress --period 2024-06/],
  ['a period that is none', ['progress', '--period', '2024-13'], /报告期“2024-13”看不懂/],
  ['a word too many', ['tasks', 'all'], /不认识参数“all”/],
  [
    'two scopes',
    ['ledger', '--period', '2024-06', '--out', 'a.xlsx', '--leader', '1', '--unit', '1'],
    /只能写一个/,
  ],
  ['a ledger that is no xlsx', ['ledger', '--period', '2024-06', '--out', 'a.doc'], /\.xlsx/],
  ['an unknown role', ['forms', '--period', '2024-06', '--out', 'a', '--role', 'some'], /--role 应为 lead/],
  ['an import of nothing', ['import'], /没有写要导入的文件/],
  ['an unknown conflict rule', ['import', '--on-conflict', 'both', 'a.xlsx'], /--on-conflict 应为 ours/],
  ['a certainty above 1', ['import', '--min-certainty', '1.5', 'a.xlsx'], /--min-certainty 应为 0 到 1/],
  ['a day that is none', ['import', '--received', '2024-06-31', 'a.xlsx'], /--received 应写作 2024-06-28/],
  ['a day of rules that is none', ['rules', '--date', '2024-02-30'], /--date 应写作 2024-06-28/],
  ['a batch that is no number', ['undo', '--batch', 'x'], /--batch 应为导入的编号/],
])('%s is told in one Chinese line, and nothing is opened', async (_, words, message) => {
  const folder = temporaryDirectory();
  const environment = { XDG_DATA_HOME: folder, LOCALAPPDATA: folder, HOME: folder };
  const { exitCode, stdout, complaints } = await duban(words, { folder, environment });
  expect([exitCode, stdout, complaints.length]).toEqual([1, '', 1]);
  expect(complaints[0]).toMatch(message);
  expect(existsSync(join(folder, '督办台账'))).toBe(false);
});

test.runIf(process.platform === 'linux')('without --data the data folder is the account’s', async () => {
  const home = temporaryDirectory();
  const { exitCode } = await duban(['seed'], { environment: { XDG_DATA_HOME: home } });
  expect(exitCode).toBe(0);
  expect(existsSync(join(home, '督办台账', 'duban.sqlite'))).toBe(true);
});

test('a relative --data starts at the caller’s folder, through npm too', async () => {
  const folder = temporaryDirectory();
  await duban(['seed', '--data', 'direct'], { folder });
  expect(existsSync(join(folder, 'direct', 'duban.sqlite'))).toBe(true);
  const environment = { INIT_CWD: folder, npm_lifecycle_event: 'duban' };
  await duban(['seed', '--data', 'through-npm'], { environment, folder: temporaryDirectory() });
  expect(existsSync(join(folder, 'through-npm', 'duban.sqlite'))).toBe(true);
});

test('a data folder that is a file, and a database that is none, are told in one line', async () => {
  const folder = temporaryDirectory();
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const broken = join(folder, 'broken');
  mkdirSync(broken);
  writeFileSync(join(broken, 'duban.sqlite'), 'not a database '.repeat(500));
  for (const data of [file, broken]) {
    const { exitCode, stdout, complaints } = await duban(['check', '--data', data]);
    expect([exitCode, stdout, complaints.length], data).toEqual([1, '', 1]);
    expect(complaints[0]).toMatch(/[\u4e00-\u9fff]/);
    expect(complaints[0]).not.toMatch(/\bat .*\.ts/);
  }
});
