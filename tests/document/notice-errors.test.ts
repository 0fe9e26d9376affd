import { describe, expect, test } from 'vitest';
import type { PlacedCorrection, PlacedTarget } from '#electron/document/notice-reference.ts';
import { readNotice } from '#electron/document/read-notice.ts';
import { AppError } from '#shared/contract/errors.ts';
import { smallDirectory, smallNotice } from './small-notice.ts';

const file = 'seeds/notices/2025-3.md';
const reference = { file, corrections: [], reviewedTargets: null };

function refusal(read: () => unknown): AppError {
  try {
    read();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

function messageFor(replaced: Record<number, string>): string {
  const error = refusal(() => readNotice(smallNotice(replaced), smallDirectory, reference));
  expect(error.code).toBe('bad_seed');
  return error.message;
}

describe('a wrong line is named with what is wrong in it', () => {
  test.each<[string, Record<number, string>, string]>([
    [
      'a column too few',
      { 15: '1\t地区生产总值增长6%。\t县发改委' },
      `${file} 第 15 行：应有 4 列，实有 3 列`,
    ],
    [
      'a column too many',
      { 31: '1\t教育\t安装空调。\t\t县教体局\t' },
      `${file} 第 31 行：应有 5 列，实有 6 列`,
    ],
    ['a gap in 序号', { 19: '4\t整治。\t\t县住建局' }, `${file} 第 19 行：序号应为 3，实为「4」`],
    ['a 序号 twice', { 16: '1\t新建学校2所。\t\t县教体局' }, `${file} 第 16 行：序号应为 2，实为「1」`],
    [
      'a project left out',
      { 32: '3\t出行\t新建停车位。\t王某\t县住建局' },
      `${file} 第 32 行：序号应为 2，实为「3」`,
    ],
    [
      'a project without a name',
      { 32: '2\t\t新建停车位。\t王某\t县住建局' },
      `${file} 第 32 行：第 2 项没有项目名称`,
    ],
    [
      'a project without 序号',
      { 32: '\t出行\t新建停车位。\t王某\t县住建局' },
      `${file} 第 32 行：项目「出行」没有序号`,
    ],
    [
      'a first row with nothing to inherit',
      { 28: '\t\t新增学位。\t\t' },
      `${file} 第 28 行：第一行没有序号和项目名称`,
    ],
    ['no leader to inherit', { 28: '1\t教育\t新增学位。\t\t县教体局' }, `${file} 第 28 行：没有牵头领导`],
    ['an empty content', { 15: '1\t\t\t县发改委' }, `${file} 第 15 行：工作内容是空的`],
    ['a table without its header', { 14: '' }, `${file} 第 15 行：这一行之前没有表头`],
    [
      'a header that is not known',
      { 14: '序号\t重点工作\t办法\t责任单位' },
      `${file} 第 14 行：表头「办法」不认识`,
    ],
    ['a header without units', { 14: '序号\t重点工作\t备注' }, `${file} 第 14 行：表头不完整`],
    [
      'a header with a column twice',
      { 14: '序号\t重点工作\t责任单位\t责任单位' },
      `${file} 第 14 行：表头有重复的列`,
    ],
    ['a row outside of any section', { 13: '' }, `${file} 第 15 行：这一行不在任何部分之下`],
    [
      'a section left out',
      { 21: '三、陈岩副县长牵头重点工作' },
      `${file} 第 21 行：这是第三部分，按顺序应是第 2 部分`,
    ],
    [
      'a leader that cannot be told',
      { 21: '二、县长们牵头重点工作' },
      `${file} 第 21 行：认不出「县长们牵头重点工作」`,
    ],
    ['a section with nothing in it', { 25: '' }, `${file} 第 24 行：「各单位共同落实工作」之下没有表格`],
    [
      'a row that was broken in two',
      { 16: '2\t新建学校2所。\t\t县教体局\n县住建局' },
      `${file} 第 17 行：「县住建局」既不是表格行`,
    ],
  ])('%s', (_name, replaced, message) => {
    expect(messageFor(replaced)).toContain(message);
  });
});

test('every unknown unit and office is listed with its line, so that all can be added at once', () => {
  const message = messageFor({
    15: '1\t地区生产总值增长6%。\t\t县统计局',
    19: '3\t整治。\t由县委组织部牵头。\t县住建局（县人防办）',
  });
  expect(message).toContain(`${file} 第 15 行：单位目录里没有「县统计局」`);
  expect(message).toContain('第 19 行「县住建局（县人防办）」、第 19 行「县委组织部」');
});

describe('what the whole text lacks', () => {
  test.each<[string, Record<number, string>, string]>([
    ['the number', { 3: '' }, '没有找到发文字号'],
    ['the title', { 1: '西陵县人民政府办公室文件' }, '没有找到文件标题'],
    ['the date', { 9: '' }, '没有找到成文日期'],
    ['an impossible date', { 9: '二〇二五年二月三十日' }, '没有找到成文日期'],
    ['the annexes', { 11: '', 26: '' }, '没有找到「附件」'],
  ])('%s', (_name, replaced, message) => {
    expect(messageFor(replaced)).toContain(`${file}：${message}`);
  });

  test('any task at all', () => {
    const rows = [14, 15, 16, 18, 19, 22, 23, 27, 28, 29, 30, 31, 32];
    const withoutRows = smallNotice(Object.fromEntries(rows.map((line) => [line, ''])));
    const error = refusal(() => readNotice(withoutRows, smallDirectory, reference));
    expect(error.message).toContain(`${file}：附件里没有找到任何任务`);
  });
});

describe('notes about tasks', () => {
  const correction: PlacedCorrection = {
    task: 'Z01-03',
    place: 'seeds/corrections.json 第 2 条（第 9 行）',
    field: 'content',
    from: '背街小巷',
    to: '背街小巷道',
    reason: '漏字',
  };
  const reviewed: PlacedTarget = {
    task: 'Z01-03',
    place: 'seeds/targets.json 第 7 条（第 12 行）',
    target: { name: '小巷', comparator: '=', value: 5, measure: '条', due: '2025-12-31' },
  };
  const read = (corrections: PlacedCorrection[], reviewedTargets: PlacedTarget[] | null = null) =>
    readNotice(smallNotice(), smallDirectory, { file, corrections, reviewedTargets });

  test('a correction changes the content and leaves the source', () => {
    const task = read([correction]).tasks.find(({ code }) => code === 'Z01-03');
    expect(task).toMatchObject({
      content: '整治背街小巷道 5 条。',
      sourceContent: '整治背街小巷 5 条。',
      corrections: [{ field: 'content', from: '背街小巷', to: '背街小巷道', reason: '漏字' }],
    });
  });

  test('a correction whose text is not in the source is refused', () => {
    const { message } = refusal(() => read([{ ...correction, from: '大街' }]));
    expect(message).toBe(`${correction.place}：要更正的「大街」不在任务 Z01-03 的原文里。`);
  });

  test('a correction whose text occurs twice is refused', () => {
    const task = 'Z01-02';
    const source = smallNotice({ 16: '2\t新建学校2所、幼儿园2所。\t\t县教体局' });
    const corrections = [{ ...correction, task, from: '2所' }];
    const { message } = refusal(() =>
      readNotice(source, smallDirectory, { file, corrections, reviewedTargets: null }),
    );
    expect(message).toContain('「2所」不止一次（2 次）出现在任务 Z01-02 的原文里');
  });

  test('a correction or target of a task that is not in the notice is refused', () => {
    expect(refusal(() => read([{ ...correction, task: 'Z09-01' }])).message).toBe(
      `${correction.place}：通知里没有任务 Z09-01。`,
    );
    expect(refusal(() => read([], [{ ...reviewed, task: 'M09-01' }])).message).toBe(
      `${reviewed.place}：通知里没有任务 M09-01。`,
    );
  });

  test('a reviewed list stands instead of the proposal, for every task of the notice', () => {
    const { tasks } = read([], [reviewed]);
    expect(tasks.filter((task) => task.targets.length > 0).map((task) => task.code)).toEqual(['Z01-03']);
    expect(tasks.find((task) => task.code === 'Z01-03')?.targets).toEqual([reviewed.target]);
  });
});
