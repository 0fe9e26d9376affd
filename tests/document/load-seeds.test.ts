import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listSeedNotices, loadSeeds } from '#electron/document/load-seeds.ts';
import { AppError } from '#shared/contract/errors.ts';
import { projectRoot } from '../helpers/source-files.ts';
import { smallNotice } from './small-notice.ts';

const seeds = join(projectRoot, 'seeds');
const noticeFile = 'notices/2024-16.md';
let folder = '';
let copy = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duban-seeds-'));
  copy = join(folder, 'seeds');
  cpSync(seeds, copy, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function edit(name: string, change: (text: string) => string): void {
  const text = readFileSync(join(copy, name), 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(join(copy, name), changed);
}

/** The entries of a data file, to be changed and written back one a line. */
function editEntries<Entry>(name: string, change: (entries: Entry[]) => void): void {
  const entries: Entry[] = JSON.parse(readFileSync(join(copy, name), 'utf8'));
  change(entries);
  writeFileSync(join(copy, name), `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`);
}

function refusal(): string {
  try {
    loadSeeds(copy);
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad_seed') return error.message;
    throw error;
  }
  throw new Error('the seeds were taken');
}

test('the notice comes with its source, the hash of its bytes, and the directory', () => {
  const bytes = readFileSync(join(seeds, noticeFile));
  const { notice, source, sha256, directory } = loadSeeds(seeds);
  expect(source).toBe(bytes.toString('utf8'));
  expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(notice.tasks).toHaveLength(197);
  expect(directory.length).toBeGreaterThan(90);
});

test('the hash of the notice as it was given', () => {
  expect(loadSeeds(seeds).sha256).toBe('b5e2ffa51c221c6329e71380101735bc2832eb3f7e3f1c305f3a557e9ed20605');
});

describe('the directory', () => {
  const { directory } = loadSeeds(seeds);
  const members = (group: string) => directory.find(({ name }) => name === group)?.members ?? [];
  const named = (kind: string) => directory.filter((entry) => entry.kind === kind).map(({ name }) => name);

  test('has twelve streets and two towns, which are 各街镇 and may be 相关街镇', () => {
    expect(members('各街镇')).toEqual(named('town'));
    expect(members('相关街镇')).toEqual(named('town'));
    expect(members('相关街道')).toEqual(named('town').filter((name) => name.endsWith('街道')));
    expect(members('相关街道')).toHaveLength(12);
    expect(named('town')).toHaveLength(14);
  });

  test('区政府直属各单位 are the departments of the directory', () => {
    expect(members('区政府直属各单位')).toEqual(named('department'));
  });

  test('lists no unit that the notice does not name, towns and offices apart', () => {
    const used = new Set(loadSeeds(seeds).notice.tasks.flatMap(({ units }) => units.map(({ name }) => name)));
    const unused = directory.filter(
      ({ name, kind }) => kind !== 'town' && kind !== 'office' && !used.has(name),
    );
    expect(unused.map(({ name }) => name)).toEqual([]);
  });
});

describe('a broken seed file is named with its entry and line', () => {
  test('a comma missing in JSON', () => {
    edit('units.json', (text) => text.replace('},\n', '}\n'));
    expect(refusal()).toMatch(/^seeds\/units\.json 第 3 行：不是正确的 JSON/);
  });

  test('JSON that breaks off', () => {
    edit('corrections.json', (text) => text.trimEnd().slice(0, -1));
    expect(refusal()).toMatch(/^seeds\/corrections\.json 第 \d+ 行：不是正确的 JSON/);
  });

  test.each<[string, (entry: Record<string, unknown>) => void, string]>([
    ['a misspelt field', (entry) => Object.assign(entry, { alias: [] }), '有不认识的字段 alias'],
    ['a missing field', (entry) => delete entry.kind, '缺少 kind'],
    ['an unknown kind', (entry) => Object.assign(entry, { kind: '局' }), 'kind 只能是 department、party'],
    ['a number for a name', (entry) => Object.assign(entry, { name: 7 }), 'name 应为文字'],
    ['an empty name', (entry) => Object.assign(entry, { name: ' ' }), 'name 不能为空'],
    [
      'a name twice',
      (entry) => Object.assign(entry, { name: '区委 办公室' }),
      '「区委 办公室」与「区委办公室」重名',
    ],
    ['an alias twice', (entry) => Object.assign(entry, { aliases: ['区委办公室'] }), '重名'],
    [
      'a parent for a unit',
      (entry) => Object.assign(entry, { parent: '区委办公室' }),
      '不是 office，不能有 parent',
    ],
    ['an office of nobody', (entry) => Object.assign(entry, { kind: 'office' }), '缺少 parent'],
    [
      'a stranger’s office',
      (entry) => Object.assign(entry, { kind: 'office', parent: '局' }),
      '所属单位「局」不在单位目录里',
    ],
    [
      'an office of an office',
      (entry) => Object.assign(entry, { kind: 'office', parent: '区侨办' }),
      '不能是内设机构或统称',
    ],
    ['members of a unit', (entry) => Object.assign(entry, { members: ['区发改局'] }), '不是 group'],
    ['a group without membership', (entry) => Object.assign(entry, { kind: 'group' }), '缺少 membership'],
    [
      'an empty group',
      (entry) => Object.assign(entry, { kind: 'group', membership: 'fixed' }),
      '没有列出成员',
    ],
    [
      'a strange member',
      (entry) => Object.assign(entry, { kind: 'group', membership: 'fixed', members: ['局'] }),
      '成员「局」不是',
    ],
    [
      'a member twice',
      (entry) =>
        Object.assign(entry, { kind: 'group', membership: 'fixed', members: ['区发改局', '区发改局'] }),
      '成员「区发改局」重复',
    ],
  ])('units.json: %s', (_name, change, problem) => {
    editEntries<Record<string, unknown>>('units.json', (entries) => change(entries[11] ?? {}));
    const message = refusal();
    expect(message).toMatch(/^seeds\/units\.json 第 12 条（第 13 行）：/);
    expect(message).toContain(problem);
  });

  test('a unit struck from the directory is missed in the notice', () => {
    editEntries<{ name: string; members?: string[] }>('units.json', (entries) => {
      entries.splice(
        entries.findIndex(({ name }) => name === '联通鹿城分公司'),
        1,
      );
    });
    expect(refusal()).toMatch(/^seeds\/notices\/2024-16\.md 第 \d+ 行：单位目录里没有「联通鹿城分公司」/);
  });

  test('a correction of text that is not there', () => {
    edit('corrections.json', (text) => text.replace('"青少年官"', '"少年官厅"'));
    expect(refusal()).toBe(
      'seeds/corrections.json 第 2 条（第 10 行）：要更正的「少年官厅」不在任务 M10-03 的原文里。',
    );
  });

  test('a correction for another document would be lost', () => {
    edit('corrections.json', (text) => text.replace('〔2024〕16号', '[2024]16号'));
    expect(refusal()).toContain('第 1 条（第 3 行）：没有文号为「温鹿政办[2024]16号」的通知');
  });

  test('a target of an unknown task', () => {
    edit('targets.json', (text) => text.replace('"Z02-03"', '"Z02-40"'));
    expect(refusal()).toMatch(/^seeds\/targets\.json 第 2 条（第 \d+ 行）：通知里没有任务 Z02-40。/);
  });

  test('a target with a value in words, or a day that does not exist', () => {
    edit('targets.json', (text) => text.replace('"value": 6,', '"value": "六",'));
    expect(refusal()).toMatch(/^seeds\/targets\.json 第 1 条（第 5 行）：value 应为数字。/);
    cpSync(seeds, copy, { recursive: true });
    edit('targets.json', (text) => text.replace('"2024-06-30"', '"2024-06-31"'));
    expect(refusal()).toContain('due 的写法不对');
  });

  test('a notice whose tab was lost', () => {
    edit(noticeFile, (text) => text.replace('2\t一般公共预算收入', '2 一般公共预算收入'));
    expect(refusal()).toMatch(/^seeds\/notices\/2024-16\.md 第 38 行：应有 4 列，实有 3 列/);
  });

  test('a file that is missing, or not UTF-8', () => {
    writeFileSync(join(copy, 'targets.json'), Buffer.from([0x5b, 0xd7, 0xd6, 0x5d]));
    expect(refusal()).toBe('seeds/targets.json：不是 UTF-8 编码的文本，请另存为 UTF-8。');
    rmSync(join(copy, 'targets.json'));
    expect(refusal()).toMatch(/^seeds\/targets\.json：文件不存在或无法读取/);
    rmSync(join(copy, 'notices'), { recursive: true });
    expect(refusal()).toMatch(/^seeds\/notices：文件夹不存在或无法读取/);
  });
});

describe('next year’s notice', () => {
  test('the newest file is read by default, any by its name', () => {
    writeFileSync(join(copy, 'notices/2025-3.md'), smallNotice());
    expect(listSeedNotices(copy)).toEqual(['2024-16.md', '2025-3.md']);
    expect(loadSeeds(copy, '2024-16.md').notice.year).toBe(2024);
    expect(refusal()).toContain('seeds/notices/2025-3.md 第 15 行：单位目录里没有「县发展改革委」');
  });
});
