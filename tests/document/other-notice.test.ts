import { expect, test } from 'vitest';
import { readNotice } from '#electron/document/read-notice.ts';
import { smallDirectory, smallNotice } from './small-notice.ts';

const notice = readNotice(smallNotice(), smallDirectory);

function rolesOf(code: string): string[] {
  const task = notice.tasks.find((candidate) => candidate.code === code);
  return task?.units.map((unit) => `${unit.role} ${unit.name} ${unit.printed}`) ?? [];
}

test('number, title, year and date are found in another place’s form', () => {
  expect(notice).toMatchObject({
    number: '西政办发〔2025〕3号',
    title: '西陵县人民政府办公室关于印发2025年县政府工作报告任务分解的通知',
    year: 2025,
    issueDate: '2025-02-28',
  });
});

test('sections of any heading level, with a compound surname and a padded name', () => {
  expect(notice.sections.map(({ kind, label, leader, remark }) => [kind, label, leader, remark])).toEqual([
    ['key', '一', { name: '欧阳明', title: '县委常委、常务副县长' }, ''],
    ['key', '二', { name: '陈岩', title: '副县长' }, ''],
    ['key', '三', null, '由全县各单位共同落实。'],
    ['livelihood', '1', { name: '陈岩', title: '副县长' }, ''],
    ['livelihood', '2', { name: '王某', title: '' }, ''],
  ]);
});

test('tasks are numbered by section and row, lines are those of the file', () => {
  expect(notice.tasks.map((task) => [task.code, task.line])).toEqual([
    ['Z01-01', 15],
    ['Z01-02', 16],
    ['Z01-03', 19],
    ['Z02-01', 23],
    ['M01-01', 28],
    ['M01-02', 29],
    ['M01-03', 31],
    ['M02-01', 32],
  ]);
});

test('columns are taken by their headers, not by their places', () => {
  expect(rolesOf('Z01-01')).toEqual(['lead 县发改委 县发展改革委']);
  expect(rolesOf('Z01-02')).toEqual([
    'member 县教体局 县教体局',
    'member 县住建局 县住建局',
    'party_lead 县委宣传部 县委宣传部（县网信办）',
  ]);
  expect(rolesOf('Z01-03')).toEqual([
    'lead 县住建局 县住建局',
    'member 相关乡镇 相关乡镇',
    'support 县人民检察院 县人民检察院',
  ]);
});

test('a group alone is no lead', () => {
  expect(rolesOf('Z02-01')).toEqual(['member 各乡镇 各乡镇']);
});

test('in 附件2 blanks inherit, and a 责任单位 column makes nobody lead by itself', () => {
  expect(rolesOf('M01-02')).toEqual(['member 县教体局 县教体局', 'member 云溪镇 云溪镇']);
  expect(rolesOf('M01-03')).toEqual(['lead 县教体局 县教体局', 'member 县住建局 县住建局']);
  expect(notice.tasks.find((task) => task.code === 'M01-03')).toMatchObject({
    project: '教育',
    leader: { name: '陈岩', title: '副县长' },
  });
});

test('without a reviewed list the targets are the reader’s proposal, due at this notice’s year end', () => {
  expect(notice.tasks.find((task) => task.code === 'M02-01')?.targets).toEqual([
    { name: '新建停车位', comparator: '>=', value: 100, measure: '个', due: '2025-12-31' },
  ]);
});

test('the same text in two sections is linked whatever its spaces and marks', () => {
  expect(notice.sharedWorks).toEqual([{ codes: ['Z01-02', 'Z02-01'] }]);
});

test('Windows line endings and a byte order mark change nothing', () => {
  expect(readNotice(`\uFEFF${smallNotice({}, '\r\n')}`, smallDirectory)).toEqual(notice);
});
