import { expect, test } from 'vitest';
import { countLine, ledgerFileStem, ledgerTitle } from '#shared/domain/ledger-heading.ts';
import { type LedgerStep, planByRole, planBySection, stepChunks } from '#shared/domain/ledger-plan.ts';
import { type Period, parsePeriod } from '#shared/domain/period.ts';

const sections = [
  { id: 1, kind: 'key', label: '一', title: '甲区长牵头重点工作', remark: '总负责。' },
  { id: 2, kind: 'key', label: '二', title: '乙常委牵头重点工作', remark: '' },
  { id: 3, kind: 'livelihood', label: '1', title: '教育优学', remark: '' },
  { id: 4, kind: 'livelihood', label: '2', title: '医疗健康', remark: '' },
] as const;
const tasks = [
  { taskId: 21, sectionId: 2, kind: 'key' },
  { taskId: 22, sectionId: 2, kind: 'key' },
  { taskId: 31, sectionId: 3, kind: 'livelihood' },
  { taskId: 32, sectionId: 3, kind: 'livelihood' },
] as const;

test('附件1 stands under its headings with their counts; a heading without rows keeps what it says', () => {
  expect(planBySection('key', sections, tasks, () => true)).toEqual([
    { kind: 'group', text: '一、甲区长牵头重点工作：总负责。' },
    { kind: 'group', text: '二、乙常委牵头重点工作（2项）' },
    { kind: 'tasks', taskIds: [21, 22], firstOrdinal: null },
  ]);
  expect(planBySection('key', sections, tasks, () => false)).toHaveLength(2);
});

test('附件2 stands by project, and a project without a task in the scope is left out', () => {
  expect(planBySection('livelihood', sections, tasks, () => true)).toEqual([
    { kind: 'project', label: '1', name: '教育优学', taskIds: [31, 32] },
  ]);
});

test('a unit sees what it leads first; two roles in one task count as the weightier', () => {
  const unitRoles = [
    { taskId: 21, role: 'member' },
    { taskId: 22, role: 'support' },
    { taskId: 22, role: 'lead' },
    { taskId: 31, role: 'lead' },
  ] as const;
  expect(planByRole('key', sections, tasks, unitRoles)).toEqual([
    { kind: 'group', text: '一、牵头任务（1项）' },
    { kind: 'tasks', taskIds: [22], firstOrdinal: 1 },
    { kind: 'group', text: '二、配合任务（1项）' },
    { kind: 'tasks', taskIds: [21], firstOrdinal: 1 },
  ]);
  expect(planByRole('livelihood', sections, tasks, unitRoles)).toEqual([
    { kind: 'group', text: '一、牵头任务（1项）' },
    { kind: 'project', label: '1', name: '教育优学', taskIds: [31] },
  ]);
});

test('chunks cut long runs and go on numbering, but keep projects whole', () => {
  const steps: LedgerStep[] = [
    { kind: 'group', text: '一' },
    { kind: 'tasks', taskIds: [1, 2, 3, 4, 5], firstOrdinal: 1 },
    { kind: 'project', label: '1', name: '甲', taskIds: [6, 7, 8] },
  ];
  expect([...stepChunks(steps, 2)]).toEqual([
    [steps[0], { kind: 'tasks', taskIds: [1, 2], firstOrdinal: 1 }],
    [{ kind: 'tasks', taskIds: [3, 4], firstOrdinal: 3 }],
    [{ kind: 'tasks', taskIds: [5], firstOrdinal: 5 }, steps[2]],
  ]);
});

const notice =
  '温州市鹿城区人民政府办公室 关于印发2024年政府工作报告重点工作责任 分解和民生实事项目责任分解的通知';

test('titles come from the notice, and from year and kind where it has another shape', () => {
  expect(ledgerTitle(notice, 2024, 'key')).toBe('2024年政府工作报告重点工作督办台账');
  expect(ledgerTitle(notice, 2024, 'livelihood')).toBe('2024年民生实事项目督办台账');
  expect(ledgerTitle('2025年工作要点', 2025, 'key')).toBe('2025年重点工作督办台账');
});

test('a work listed twice is counted once, and the line says so', () => {
  expect(countLine({ tasks: 164, reported: 100, listed: 165, withdrawn: 0 })).toBe(
    '共164项（列示165项，其中重复1项），已报100项，未报64项　　单位：项',
  );
  expect(countLine({ tasks: 3, reported: 0, listed: 3, withdrawn: 0 })).toBe(
    '共3项，已报0项，未报3项　　单位：项',
  );
});

test('the file is named by period and scope', () => {
  const quarter = parsePeriod('2024-Q2') as Period;
  expect(ledgerFileStem(quarter, null)).toBe('2024年第二季度督办台账');
  expect(ledgerFileStem(quarter, '林杰')).toBe('2024年第二季度督办台账（林杰）');
});
