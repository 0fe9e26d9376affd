import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepOriginal } from '#electron/services/returns-originals.ts';
import type { ProgressRow } from '#shared/contract/progress.ts';
import { emptyProgress } from '#shared/domain/progress.ts';
import { storeReturn } from '../helpers/overview-rows.ts';
import { expectText, openWindow, prepareWindow } from '../helpers/render-app.tsx';
import { openRendererBridge, type RendererBridge } from '../helpers/renderer-bridge.ts';

let bridge: RendererBridge;
const idByCode = new Map<string, number>();

prepareWindow();
beforeAll(async () => {
  bridge = await openRendererBridge();
  const { rows } = await bridge.application.tasks.list({ filter: {}, offset: 0, limit: 500 });
  for (const { code, id } of rows) idByCode.set(code, id);
});
afterAll(() => bridge.close());

function taskId(code: string): number {
  const id = idByCode.get(code);
  if (id === undefined) throw new Error(`no task ${code}`);
  return id;
}

async function openTask(code: string): Promise<void> {
  openWindow(`#/tasks/${taskId(code)}`);
  await screen.findByText(code);
}

function type(label: string, text: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

test('勘误过的任务旁边是通知原文，不同之处标出，理由写明', async () => {
  await openTask('M10-03');
  await expectText('“家门口青少年官” 5 个');
  expect(document.querySelector('.task-wording-source del')?.textContent).toBe('官');
  expect(document.querySelector('.task-wording ins')?.textContent).toBe('宫');
  expect(screen.getByLabelText('勘误').textContent).toContain('随通知录入');
});

test('没有改过的任务说与原文一致，指标带期限', async () => {
  await openTask('Z02-18');
  await expectText('一字不差');
  await expectText('2024年3月31日');
  await expectText('≥ 30%');
});

test('单位按印的写法列出，统称标待明确，两部分同文的任务互相指到', async () => {
  await openTask('Z02-09');
  await expectText('通知写作“区发改局（区楼宇经济专班）”');
  await expectText('相关街镇（待明确）');
});

test('文字相同的任务互相指到', async () => {
  await openTask('Z03-01');
  const link = await screen.findByText(/^Z07-01/);
  expect(link.getAttribute('href')).toBe(`#/tasks/${taskId('Z07-01')}`);
});

test('改了重点工作的文字，不写理由不能保存；保存后成为勘误，写进记录', async () => {
  await openTask('Z02-12');
  fireEvent.click(screen.getByText('修改'));
  const before = (screen.getByLabelText('重点工作') as HTMLTextAreaElement).value;
  type('重点工作', before.replace('（原文缺失）', '目 1 个以上。'));
  const save = screen.getByText('保存').closest('button') as HTMLButtonElement;
  expect(save.disabled).toBe(true);
  type('勘误理由', '已与区投资促进服务中心核对');
  expect(save.disabled).toBe(false);
  fireEvent.click(save);
  await expectText('已与区投资促进服务中心核对（陈科长，');
  await expectText('500 强项目 1 个以上。');
  await expectText('修改任务 陈科长');
});

test('别人抢先改过时，输入的文字还在，对照后可以保存', async () => {
  await openTask('Z02-01');
  fireEvent.click(screen.getByText('修改'));
  type('备注', '我写的备注');
  const { version, content } = await bridge.application.tasks.detail({ taskId: taskId('Z02-01') });
  await bridge.application.tasks.edit({
    taskId: taskId('Z02-01'),
    version,
    content,
    remark: '别人写的备注',
    reason: '',
  });
  fireEvent.click(screen.getByText('保存'));
  await expectText('您的修改还没有保存');
  await expectText('备注：别人写的备注');
  expect((screen.getByLabelText('备注') as HTMLTextAreaElement).value).toBe('我写的备注');
  fireEvent.click(screen.getByText('已对照，继续修改'));
  fireEvent.click(screen.getByText('保存'));
  await waitFor(() => expect(screen.queryByLabelText('备注')).toBeNull());
  const saved = await bridge.application.tasks.detail({ taskId: taskId('Z02-01') });
  expect(saved.remark).toBe('我写的备注');
});

test('没有保存就离开会先问', async () => {
  HTMLDialogElement.prototype.showModal ??= function open(this: HTMLDialogElement) {
    this.open = true;
  };
  await openTask('Z02-02');
  fireEvent.click(screen.getByText('修改'));
  type('备注', '还没有保存的备注');
  fireEvent.click(screen.getByText('单位', { selector: 'nav a' }));
  await expectText('修改还没有保存');
  fireEvent.click(screen.getByText('留在这里'));
  expect((screen.getByLabelText('备注') as HTMLTextAreaElement).value).toBe('还没有保存的备注');
});

test('各单位各期的进展和以前的填报都看得到', async () => {
  const taskUnit = { taskId: taskId('Z02-03'), period: '2024-06' };
  const { units } = await bridge.application.tasks.detail({ taskId: taskUnit.taskId });
  const unitId = units[0]?.unitId ?? 0;
  let basedOnReport: number | null = null;
  for (const narrative of ['上半年增长 5.1%。', '上半年增长 5.3%。']) {
    const values = { ...emptyProgress, narrative, percent: 50, problems: '增速低于预期。' };
    const saved: ProgressRow = await bridge.application.progress.save({
      ...taskUnit,
      unitId,
      basedOnReport,
      values,
      targetValues: [],
    });
    basedOnReport = saved.reportId;
  }
  await openTask('Z02-03');
  await expectText('上半年增长 5.3%。');
  await expectText('增速低于预期。');
  fireEvent.click(screen.getByText('以前的填报（1 次）'));
  await expectText('上半年增长 5.1%。');
  await expectText('第 2 次填报，录入，陈科长');
});

test('没有的任务说清楚，并能回到总表', async () => {
  openWindow('#/tasks/999999');
  await expectText('这项任务没有读出来');
  expect(screen.getByText('返回任务总表').getAttribute('href')).toBe('#/tasks');
});

test('没有出过意外的错误', () => {
  expect(bridge.defects).toEqual([]);
});

test('依据写明文件、单元格、何时收到、谁采纳，原件可以打开', async () => {
  const bytes = Buffer.from('原件');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await keepOriginal(join(bridge.dataDirectory, 'originals'), { sha256, fileName: '回表.xlsx', bytes });
  const task = await bridge.application.tasks.detail({ taskId: taskId('Z02-02') });
  const { raw } = bridge.application.open;
  const common = { unitId: task.units[0]?.unitId ?? 0, taskId: task.id, period: '2024-06', sha256 };
  storeReturn(raw, { ...common, at: '2024-06-28T01:00:00.000Z', receivedOn: '2024-06-27' });
  storeReturn(raw, { ...common, at: new Date(2024, 5, 29, 12).toISOString(), revision: 2 });
  await openTask('Z02-02');
  await expectText('回表.xlsx › 填报表 › 第 7 行');
  await expectText('单元格：本期进展 G7、完成比例(%) H7');
  await expectText('2024年6月27日收到，测试员于');
  // Without a day of its own, the day of the batch.
  await expectText('2024年6月29日收到');
  fireEvent.click(screen.getAllByRole('button', { name: '打开原件 回表.xlsx' })[0] as Element);
  await waitFor(() => expect(bridge.opened).toHaveLength(1));
  expect(readFileSync(bridge.opened[0] ?? '')).toEqual(bytes);
});
