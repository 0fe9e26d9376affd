import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyProgress } from '#shared/domain/progress.ts';
import { expectAddress, expectText, openWindow, prepareWindow } from '../helpers/render-app.tsx';
import { openRendererBridge, type RendererBridge } from '../helpers/renderer-bridge.ts';

let bridge: RendererBridge;
prepareWindow();

beforeAll(async () => {
  bridge = await openRendererBridge();
  const { rows } = await bridge.application.tasks.list({
    filter: { text: 'Z02-02' },
    offset: 0,
    limit: 10,
  });
  const found = (await bridge.application.units.list({})).find(({ name }) => name === '区财政局');
  await bridge.application.progress.save({
    taskId: rows[0]?.id ?? 0,
    unitId: found?.id ?? 0,
    period: '2024-05',
    basedOnReport: null,
    values: { ...emptyProgress, percent: 28 },
    targetValues: [],
  });
});
afterAll(() => bridge.close());

async function openForm(kind: string, button: string): Promise<HTMLElement> {
  openWindow(`#/rules?kind=${kind}`);
  fireEvent.click(await screen.findByRole('button', { name: button }));
  return screen.findByRole('form', { name: button });
}

function type(form: HTMLElement, label: string, value: string): void {
  fireEvent.change(within(form).getByLabelText(label), { target: { value } });
}

function saveButton(form: HTMLElement): HTMLButtonElement {
  return within(form).getByRole('button', { name: '保存规则' }) as HTMLButtonElement;
}

test('三类规则都写成话，带着今天的数字，也能走到考核规则和帮助', async () => {
  openWindow('#/rules');
  await expectText('亮灯规则：程序原有');
  await expectText('落后序时：落后序时超过10个、不超过30个百分点，亮黄灯；正好10个不算。');
  fireEvent.click(screen.getByRole('tab', { name: '督办规则' }));
  await expectAddress('#/rules?kind=action');
  await expectText('红色督办单：发出后3天以内答复。');
  fireEvent.click(screen.getByRole('tab', { name: '序时曲线' }));
  await expectText('前慢后快：时间过25%应完成10%');
  const header = screen.getByRole('heading', { level: 1 }).closest('header') as HTMLElement;
  expect(
    within(header)
      .getAllByRole('link')
      .map((link) => [link.textContent, link.getAttribute('href')]),
  ).toEqual([
    ['考核规则', '#/assess?tab=rules'],
    ['帮助', '#/help'],
  ]);
});

test('自某天起改亮灯规则：坏的规则当场说明，改了什么写明，那天的灯跟着变，以前的不变', async () => {
  const form = await openForm('light', '修改亮灯规则');
  await expectText('与这一天的规则相同，还没有改动。');
  expect(saveButton(form).disabled).toBe(true);
  type(form, '自哪天起生效', '2024-06-30');
  type(form, '红灯起点（落后百分点）', '5');
  await expectText('红灯起点不能小于黄灯起点');
  expect(saveButton(form).disabled).toBe(true);
  type(form, '红灯起点（落后百分点）', '20');
  await expectText('红灯起点（落后百分点）：30 → 20');
  fireEvent.click(saveButton(form));
  await expectText('已保存，自2024年6月30日起生效。');
  await expectText('落后序时超过20个百分点，亮红灯');
  await expectText('2024年6月30日起 陈科长');
  await expectText('程序原有，至2024年6月29日');
  const lightOn = async (date: string) => {
    const { rows } = await bridge.application.lights.list({ moment: { date }, filter: { text: 'Z02-02' } });
    return rows.find(({ code }) => code === 'Z02-02')?.light;
  };
  expect([await lightOn('2024-06-29'), await lightOn('2024-06-30')]).toEqual(['yellow', 'red']);
});

test('换了日期，没有改过的数字跟着那天的规则走', async () => {
  const form = await openForm('light', '修改亮灯规则');
  const red = within(form).getByLabelText('红灯起点（落后百分点）') as HTMLInputElement;
  type(form, '黄灯起点（落后百分点）', '8');
  expect(red.value).toBe('20');
  type(form, '自哪天起生效', '2024-03-01');
  await waitFor(() => expect(red.value).toBe('30'));
  await expectText('2024年6月30日起另有规则，新的只管到前一天。');
  await expectText('黄灯起点（落后百分点）：10 → 8');
});

test('改答复天数和曲线', async () => {
  const days = await openForm('action', '修改督办规则');
  type(days, '自哪天起生效', '2024-07-01');
  type(days, '红色督办单答复天数', '1');
  fireEvent.click(saveButton(days));
  await expectText('红色督办单：发出后1天以内答复。');
  fireEvent.click(screen.getByRole('tab', { name: '序时曲线' }));
  fireEvent.click(await screen.findByRole('button', { name: '修改序时曲线' }));
  const curves = await screen.findByRole('form', { name: '修改序时曲线' });
  type(curves, '自哪天起生效', '2024-07-01');
  fireEvent.click(within(curves).getByRole('button', { name: '删除前慢后快第2点' }));
  type(curves, '前慢后快第1点应完成%', '70');
  await expectText('“前慢后快”曲线的各点须按时间先后排列');
  type(curves, '前慢后快第1点应完成%', '5');
  fireEvent.click(saveButton(curves));
  await expectText('前慢后快：时间过25%应完成5%，过75%应完成60%；各点之间按直线。');
  const { history } = await bridge.application.rules.read({});
  expect(history.action[0]?.settings.answerDays.red).toBe(1);
  expect(history.curve[0]?.settings.effectiveFrom).toBe('2024-07-01');
});

test('已经发布的日子不能选，最早哪天可以写在旁边', async () => {
  bridge.application.open.raw
    .prepare(
      `insert into publication (period, edition, reason, content, sha256, published_at, published_by)
       values ('2024-09', 1, '', '{}', ?, '2024-10-08T01:00:00.000Z', '陈科长')`,
    )
    .run('a'.repeat(64));
  const form = await openForm('light', '修改亮灯规则');
  await expectText('到2024年9月为止已经发布，不再变');
  type(form, '自哪天起生效', '2024-09-30');
  type(form, '黄灯起点（落后百分点）', '6');
  await expectText('请从2024年10月1日或以后起生效');
  expect(saveButton(form).disabled).toBe(true);
  type(form, '自哪天起生效', '2024-10-01');
  await waitFor(() => expect(saveButton(form).disabled).toBe(false));
});

test('没有一处出了预料之外的错', () => {
  expect(bridge.defects).toEqual([]);
});
