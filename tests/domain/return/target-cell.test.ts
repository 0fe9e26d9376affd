import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KnownTarget, readTargetCell, targetCellText } from '#shared/domain/return/target-cell.ts';
import { percent, plainCell, type Shown } from '../../fixtures/returns/plain.ts';

function target(id: number, name: string, value: number, measure: string, due = '2024-12-31'): KnownTarget {
  return { id, name, comparator: '>=', value, measure, due };
}

function read(shown: Shown, targets: readonly KnownTarget[], heading = '指标完成值') {
  const cell = plainCell(shown);
  if (cell === null) throw new Error('a blank cell is not read');
  return readTargetCell(cell, heading, targets);
}

const investment = target(1, '固定资产投资', 50_000_000_000, '元');
const companies = target(2, '新增规上服务业企业', 50, '家');
const people = target(3, '新增就业', 20_000, '人');
const growth = target(4, '生产总值增长', 6, '%');
const homes = target(5, '保障性租赁住房', 5_000, '套（间）');
const path = target(6, '步道', 57, '公里');

test.each<[Shown, KnownTarget, number]>([
  ['2000万元', investment, 20_000_000],
  ['百亿', investment, 10_000_000_000],
  ['累计完成350亿元', investment, 35_000_000_000],
  ['固定资产投资：35亿元', investment, 3_500_000_000],
  [3_500_000_000_000, investment, 3_500_000_000_000],
  ['0', investment, 0],
  [35, companies, 35],
  ['已完成35家', companies, 35],
  ['新增规上服务业企业 35 家', companies, 35],
  ['8500', people, 8_500],
  ['6.1%', growth, 6.1],
  ['6.1', growth, 6.1],
  ['-0.5%', growth, -0.5],
  [percent(0.061), growth, 6.1],
  ['100套', homes, 100],
  ['100间', homes, 100],
  ['500米', path, 0.5],
  ['57千米', path, 57],
])('%j is a reading of its only target', (shown, only, value) => {
  expect(read(shown, [only])).toEqual({ readings: [{ targetId: only.id, value }], problems: [] });
});

test.each<[Shown, KnownTarget, string]>([
  ['35', investment, '分不清是 35元 还是 35亿元'],
  [35, investment, '分不清是 35元 还是 35亿元'],
  ['15', people, '分不清是 15人 还是 15万人'],
  ['0.5', growth, '分不清是 50% 还是 0.5%'],
  ['3个', investment, '计量单位与指标「固定资产投资」的「元」不一致'],
  ['2000万美元', investment, '不一致'],
  ['6个百分点', growth, '不一致'],
  ['100亩', target(7, '空间', 1, '平方米'), '不一致'],
  ['约35亿元', investment, '不是一个确切的数'],
  ['35亿元左右', investment, '不是一个确切的数'],
  [{ kind: 'date', text: '3/5', number: 45_356, date: '2024-03-05' }, companies, '当成了日期'],
  [{ kind: 'text', text: '', formulaWithoutValue: true }, companies, '公式没有保存结果'],
])('%j is left out with its reason', (shown, only, reason) => {
  expect(read(shown, [only])).toEqual({ readings: [], problems: [expect.stringContaining(reason)] });
});

test('the heading says what bare numbers are counted in; the cell may say otherwise', () => {
  const value = (shown: Shown) => read(shown, [investment], '完成值（万元）').readings[0]?.value;
  expect(value(2000)).toBe(20_000_000);
  expect(value('2000')).toBe(20_000_000);
  expect(value('0.2亿元')).toBe(20_000_000);
});

const large = target(1, '亿元以上产业项目', 15, '个');
const huge = target(2, '10亿元产业项目', 2, '个');

test('several targets are told apart by their names, in any order and with digits in the name', () => {
  const readings = [
    { targetId: 2, value: 1 },
    { targetId: 1, value: 5 },
  ];
  expect(read('10亿元产业项目：1\n亿元以上产业项目：5个', [large, huge])).toEqual({ readings, problems: [] });
  expect(read('10亿元产业项目1个；亿元以上产业项目 5', [large, huge])).toEqual({ readings, problems: [] });
});

test('a bare number for several targets is asked about, one that is left blank says nothing', () => {
  const bare = read('5', [large, huge]);
  expect(bare.readings).toEqual([]);
  expect(bare.problems).toEqual([expect.stringContaining('看不出是哪项指标')]);
  expect(read('亿元以上产业项目：5\n10亿元产业项目：', [large, huge])).toEqual({
    readings: [{ targetId: 1, value: 5 }],
    problems: [],
  });
});

test('two values for one target are neither taken', () => {
  const { readings, problems } = read('亿元以上产业项目：5\n亿元以上产业项目：6', [large, huge]);
  expect(readings).toEqual([]);
  expect(problems).toEqual([expect.stringContaining('2 个不同的值')]);
});

test('the same promise for several days is told apart by the day', () => {
  const march = target(1, '新建项目开工率', 30, '%', '2024-03-31');
  const june = target(2, '新建项目开工率', 60, '%', '2024-06-30');
  expect(read('新建项目开工率（6月底）：61%', [march, june]).readings).toEqual([{ targetId: 2, value: 61 }]);
  expect(read('新建项目开工率：61%', [march, june]).readings).toEqual([]);
});

test('a value for a task that promises no number is not taken', () => {
  expect(read('35家', []).problems).toEqual([expect.stringContaining('没有量化指标')]);
  expect(read('/', []).problems).toEqual([]);
});

test('what a form prints reads back as what was stored', () => {
  const known = fc.constantFrom([investment], [growth], [large, huge], [companies, people, growth]);
  const values = fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(known, values, (targets, drawn) => {
      const readings = targets.map(({ id }, index) => ({ targetId: id, value: (drawn[index] ?? 1) / 100 }));
      expect(read(targetCellText(targets, readings), targets)).toEqual({ readings, problems: [] });
    }),
  );
});
