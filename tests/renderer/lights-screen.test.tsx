import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyProgress } from '#shared/domain/progress.ts';
import { expectAddress, expectText, openWindow, prepareWindow } from '../helpers/render-app.tsx';
import { openRendererBridge, type RendererBridge } from '../helpers/renderer-bridge.ts';

let bridge: RendererBridge;
prepareWindow();

async function taskId(code: string): Promise<number> {
  const { rows } = await bridge.application.tasks.list({ filter: { text: code }, offset: 0, limit: 10 });
  const row = rows.find((candidate) => candidate.code === code);
  if (row === undefined) throw new Error(`no task ${code}`);
  return row.id;
}

async function report(code: string, unit: string, percent: number, period = '2024-06'): Promise<void> {
  const found = (await bridge.application.units.list({})).find(({ name }) => name === unit);
  await bridge.application.progress.save({
    taskId: await taskId(code),
    unitId: found?.id ?? 0,
    period,
    basedOnReport: null,
    values: { ...emptyProgress, percent },
    targetValues: [],
  });
}

beforeAll(async () => {
  HTMLDialogElement.prototype.showModal ??= function open(this: HTMLDialogElement) {
    this.open = true;
  };
  bridge = await openRendererBridge();
  await report('Z02-02', '区财政局', 41, '2024-05');
  await report('Z02-02', '区财政局', 28);
  await report('Z02-05', '区发改局', 2);
});
afterAll(() => bridge.close());

/** The tile of a light or a class by its words; its text is 「▲黄灯 1 项 0.5%」. */
function tile(words: string): Promise<HTMLElement> {
  return waitFor(() => {
    const found = screen.getAllByRole('button').find((button) => {
      return new RegExp(`${words} \\d+ 项`).test(button.textContent ?? '');
    });
    if (found === undefined) throw new Error(`no tile ${words}`);
    return found;
  });
}

test('一项任务的灯、升降和说明都在清单里', async () => {
  openWindow('#/lights?period=2024-06&text=Z02-02');
  await expectText('截至2024年6月30日，升降对比2024年5月');
  await expectText('序时应达50%，实际28%，落后22个百分点，黄灯');
  await expectText('落后 22');
  await expectText('↓降');
  await expectText('50%\n建议');
});

test('格子里的数等于它打开的清单', async () => {
  openWindow('#/lights?period=2024-06');
  expect((await tile('红灯')).textContent).toMatch(/红灯 1 项 0\.5%/);
  fireEvent.click(await tile('红灯'));
  await expectAddress(/light=red/);
  await expectText('共 1 项');
  await expectText('Z02-05');
  expect((await tile('红灯')).getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(await tile('欠进度'));
  await expectAddress(/class=behind/);
  await expectText('共 2 项');
});

test('按单位统计，点数字打开那个单位的清单', async () => {
  openWindow('#/lights?period=2024-06&view=unit');
  const table = await screen.findByLabelText('单位统计');
  const row = (await within(table).findByText('区财政局')).closest('tr');
  fireEvent.click(within(row as HTMLElement).getByRole('button', { name: '区财政局黄灯 1 项' }));
  await expectAddress(/unit=\d+&light=yellow/);
  await expectText('共 1 项');
  await expectText('Z02-02');
});

test('人工改灯要写理由，改后原来的灯还看得见，也能撤回', async () => {
  openWindow('#/lights?period=2024-06&text=Z02-02');
  await expectText('Z02-02');
  const cell = await waitFor(() => {
    const found = document.querySelector('[col-id=content].ag-cell');
    if (found === null) throw new Error('no cell');
    return found;
  });
  fireEvent.click(cell);
  fireEvent.click(await screen.findByText('人工改灯（Z02-02）'));
  const dialog = await screen.findByRole('dialog');
  const save = within(dialog)
    .getByText('改灯', { selector: 'button span' })
    .closest('button') as HTMLButtonElement;
  expect(save.disabled).toBe(true);
  fireEvent.click(within(dialog).getByLabelText('绿灯'));
  fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '收入集中在下半年' } });
  fireEvent.click(save);
  await expectText('人工，原为黄灯');
  await expectText('改为绿灯（陈科长，至2024-06-30）：收入集中在下半年');
  expect((await tile('绿灯')).textContent).toContain('绿灯 1 项');
  fireEvent.click(await screen.findByText('人工改灯（Z02-02）'));
  fireEvent.click(within(await screen.findByRole('dialog')).getByText('撤回'));
  await waitFor(() => expect(document.body.textContent).not.toContain('人工，原为黄灯'));
});

test('亮灯规则在规则屏里', async () => {
  openWindow('#/lights?period=2024-06&text=Z02-02');
  await expectText('Z02-02');
  fireEvent.click(screen.getByText('亮灯规则'));
  await expectAddress('#/rules?kind=light');
  await expectText('落后序时超过10个、不超过30个百分点，亮黄灯');
});

test('任务页有灯、说明和序时图', async () => {
  openWindow(`#/tasks/${await taskId('Z02-02')}`);
  const section = (await screen.findByText('在亮灯中查看、改灯')).closest('section') as HTMLElement;
  expect(within(section).getByRole('img').getAttribute('aria-label')).toContain('区财政局至2024-06-30为28%');
  expect(section.querySelectorAll('circle')).toHaveLength(2);
  expect(section.textContent).toContain('已超过完成时限（2024年12月31日）');
});

test('没有一处出了预料之外的错', () => {
  expect(bridge.defects).toEqual([]);
});
