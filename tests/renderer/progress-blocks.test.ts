import { describe, expect, it } from 'vitest';
import {
  blockTexts,
  pasteSummary,
  planClear,
  planPaste,
} from '#renderer/features/progress/model/cell-block.ts';
import { type SheetColumn, sheetColumns } from '#renderer/features/progress/model/sheet-columns.ts';
import { changeCells, openSheet } from '#renderer/features/progress/model/sheet-state.ts';
import { progressRow, target } from '../helpers/progress-rows.ts';

const columns = sheetColumns(false);
const column = (name: SheetColumn) => columns.indexOf(name);
const state = openSheet([
  progressRow({ taskId: 1, values: { narrative: '原来的' } }),
  progressRow({ taskId: 2, targets: [target(7, '项目', 15, '个')] }),
  progressRow({ taskId: 3 }),
]);

function at(row: number, name: SheetColumn, bottom = row, right = name) {
  return { top: row, left: column(name), bottom, right: column(right) };
}

describe('粘贴一片', () => {
  it('从所选的格向右向下铺开，原文记下来备撤销', () => {
    const plan = planPaste(state, columns, at(0, 'narrative'), [
      ['一\n二', '85%'],
      ['三', '90'],
    ]);
    expect(plan).toEqual({
      step: [
        { key: '1:10', column: 'narrative', before: '原来的', after: '一\n二' },
        { key: '1:10', column: 'percent', before: '', after: '85%' },
        { key: '2:10', column: 'narrative', before: '', after: '三' },
        { key: '2:10', column: 'percent', before: '', after: '90' },
      ],
      readOnly: 0,
      outside: 0,
    });
  });

  it('只读列跳过并说明；与表上相同的和空的不算', () => {
    const plan = planPaste(state, columns, at(0, 'content'), [
      ['第 1 项重点工作。', '另一个目标', '', '', '进展'],
    ]);
    expect(plan.step.map(({ column: name, after }) => [name, after])).toEqual([['narrative', '进展']]);
    expect(plan.readOnly).toBe(1);
    expect(pasteSummary(plan, 0)).toBe('已粘贴 1 格。1 格落在不能填写的列，没有粘贴。');
  });

  it('没有指标的任务不收指标完成值', () => {
    const plan = planPaste(state, columns, at(0, 'readings'), [['9'], ['9']]);
    expect(plan.step.map(({ key }) => key)).toEqual(['2:10']);
    expect(plan.readOnly).toBe(1);
  });

  it('超出表格的数出来', () => {
    const plan = planPaste(state, columns, at(2, 'phone'), [
      ['1', '多的'],
      ['2', ''],
    ]);
    expect(plan.step).toHaveLength(1);
    expect(plan.outside).toBe(2);
    expect(pasteSummary(plan, 1)).toContain('2 格超出了表格');
    expect(pasteSummary(plan, 1)).toContain('1 格填得不对');
  });

  it('一格填满所选的一片', () => {
    const plan = planPaste(state, columns, at(0, 'reporter', 2, 'phone'), [['张三']]);
    expect(plan.step).toHaveLength(6);
    expect(plan.step.every(({ after }) => after === '张三')).toBe(true);
  });

  it('长短不齐的行照收', () => {
    const plan = planPaste(state, columns, at(0, 'problems'), [['甲'], ['乙', '丙']]);
    expect(plan.step.map(({ after }) => after)).toEqual(['甲', '乙', '丙']);
  });
});

it('复制出来的一片再粘贴回去，什么也不变', () => {
  const range = at(0, 'code', 2, 'phone');
  const plan = planPaste(state, columns, range, blockTexts(state, columns, range));
  expect(plan.readOnly).toBe(0);
  expect(plan.step.every(({ before, after }) => before === after)).toBe(true);
  expect(changeCells(state, plan.step).done).toEqual([]);
});

it('清除只动能填的格', () => {
  const step = planClear(state, columns, at(0, 'content', 0, 'percent'));
  expect(step.map(({ column: name, after }) => [name, after])).toEqual([
    ['narrative', ''],
    ['percent', ''],
  ]);
});
