import { describe, expect, it, test } from 'vitest';
import {
  cellProblem,
  readCell,
  readPercent,
  readStatus,
  sameAsStored,
  storedText,
} from '#renderer/features/progress/model/cell-values.ts';
import { joinReadings, splitReadings } from '#renderer/features/progress/model/readings-text.ts';
import { formatAmount, parseAmount } from '#shared/domain/amount-text.ts';
import { progressRow, target } from '../helpers/progress-rows.ts';

describe('完成比例', () => {
  test.each([
    ['85', 85],
    ['85%', 85],
    ['８５％', 85],
    [' 85 % ', 85],
    ['91.67', 91.67],
    ['0', 0],
    ['100', 100],
    ['', null],
    ['  ', null],
  ])('“%s”是 %s', (text, value) => {
    expect(readPercent(text)).toBe(value);
  });

  it('手填的 0.85 就是 0.85，不猜成 85', () => {
    expect(readPercent('0.85')).toBe(0.85);
  });

  test.each(['-1', '100.5', '850', 'abc', '八十五', '8 5', '85%%', '.5', '85；90'])(
    '“%s”不收，说明原因',
    (text) => {
      expect(readPercent(text)).toEqual({ problem: expect.stringContaining(`“${text}”`) });
    },
  );
});

describe('状态', () => {
  test.each([
    ['推进中', 'in_progress'],
    ['推', 'in_progress'],
    ['未启动', 'not_started'],
    [' 已完成 ', 'completed'],
    ['', null],
  ])('“%s”是 %s', (text, status) => {
    expect(readStatus(text)).toBe(status);
  });

  it('认不出的不收，并列出可选项', () => {
    expect(readStatus('差不多了')).toEqual({
      problem: expect.stringContaining('未启动、推进中、受阻、已完成'),
    });
  });
});

describe('指标完成值的数', () => {
  test.each([
    ['32', '家', 32],
    ['３２家', '家', 32],
    ['8,500万', '元', 85_000_000],
    ['278.3亿', '元', 27_830_000_000],
    ['278.3 亿元', '元', 27_830_000_000],
    ['1.2万亿', '元', 1_200_000_000_000],
    ['-3.5%', '%', -3.5],
  ])('“%s”（%s）是 %d', (text, measure, value) => {
    expect(parseAmount(text, measure)).toBe(value);
  });

  test.each([
    ['32户', '家'],
    ['约32', '家'],
    ['1,23', '家'],
    ['', '家'],
    ['万', '元'],
  ])('“%s”（%s）不是一个数', (text, measure) => {
    expect(parseAmount(text, measure)).toBeNull();
  });

  test.each([15, 8500, 85_000_000, 27_830_000_000, 1_234_567.89, 0, -35_000, 0.1 + 0.2])(
    '%d 写出来再读回来不变',
    (value) => {
      expect(parseAmount(formatAmount(value), '')).toBeCloseTo(value, 8);
    },
  );
});

describe('几项指标在一格里', () => {
  const row = progressRow({
    targets: [target(1, '落地亿元以上产业项目', 15, '个'), target(2, '10亿元', 2, '个')],
    targetValues: [{ targetId: 2, value: 1 }],
  });

  it('一行一项，没有填的留空行', () => {
    expect(storedText(row, 'readings')).toBe('\n1');
    expect(readCell(row, 'readings', '\n1')).toEqual({ readings: [{ targetId: 2, value: 1 }] });
  });

  it('多出来的行和不是数的行都说得出是哪一行', () => {
    expect(cellProblem(row, 'readings', '3\n1\n7')).toContain('第 3 行“7”');
    expect(cellProblem(row, 'readings', '三\n1')).toContain('落地亿元以上产业项目');
    expect(cellProblem(row, 'readings', '3\n1\n')).toBeNull();
  });

  it('末尾的空行不算内容', () => {
    expect(joinReadings(splitReadings('', 3))).toBe('');
    expect(joinReadings(['', '5', ''])).toBe('\n5');
  });
});

describe('与已存的相同', () => {
  const row = progressRow({ values: { percent: 85, status: 'in_progress', narrative: '已开工' } });

  it('写法不同而意思相同，不算改动', () => {
    expect(sameAsStored(row, 'percent', '85%')).toBe(true);
    expect(sameAsStored(row, 'status', '推')).toBe(true);
    expect(sameAsStored(row, 'percent', '86')).toBe(false);
  });

  it('文字多一个空格也是改动', () => {
    expect(sameAsStored(row, 'narrative', '已开工')).toBe(true);
    expect(sameAsStored(row, 'narrative', '已开工 ')).toBe(false);
  });
});

it('文字到上限为止都收', () => {
  const row = progressRow({});
  expect(cellProblem(row, 'narrative', '字'.repeat(32_767))).toBeNull();
  expect(cellProblem(row, 'narrative', '字'.repeat(32_768))).toContain('32768');
  expect(cellProblem(row, 'reporter', '字'.repeat(200))).toBeNull();
  expect(cellProblem(row, 'phone', '1'.repeat(201))).toContain('200');
});

it('上期进展写明是哪一期、完成多少', () => {
  const previous = { period: '2024-05', narrative: '已完成招标。', percent: 40 };
  expect(storedText(progressRow({ previous }), 'previous')).toBe('【2024年5月 40%】已完成招标。');
  expect(storedText(progressRow({ previous: { ...previous, percent: null } }), 'previous')).toBe(
    '【2024年5月】已完成招标。',
  );
});
