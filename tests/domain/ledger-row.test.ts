import { expect, test } from 'vitest';
import { annexEntries } from '#shared/domain/ledger-annex.ts';
import type { LedgerReport, Reporter } from '#shared/domain/ledger-progress.ts';
import { type LedgerTaskFacts, ledgerTask } from '#shared/domain/ledger-row.ts';
import { targetsText } from '#shared/domain/ledger-target.ts';
import type { Target } from '#shared/domain/target.ts';

const quiet: LedgerReport = { narrative: '', percent: null, status: null, problems: '', next: '' };

function reported(unit: string, values: Partial<LedgerReport>): Reporter {
  return { unit, report: { ...quiet, ...values } };
}

function silent(unit: string): Reporter {
  return { unit, report: null };
}

const facts: LedgerTaskFacts = {
  code: 'Z02-02',
  ordinal: 2,
  year: 2024,
  content: '一般公共预算收入与经济增长基本同步。',
  remark: '',
  leader: '林杰',
  units: [],
  targets: [],
  corrections: [],
  sharedWith: [],
  reporters: [],
  due: '2024-12-31',
  light: { light: 'green', label: '绿灯', movement: 'none', ruled: null, note: '' },
};

function cells(change: Partial<LedgerTaskFacts>) {
  return ledgerTask({ ...facts, ...change }).cells;
}

test('the one reporting unit speaks without its name, its percent is a number', () => {
  const reporters = [
    reported('区财政局', { narrative: '已完成', percent: 62.5, problems: '缺资金', next: '争取' }),
  ];
  expect(cells({ reporters })).toMatchObject({
    progress: '已完成',
    percent: 62.5,
    problems: '缺资金',
    next: '争取',
  });
});

test('each lead of a joint task speaks under its name, and who has not reported is named', () => {
  const reporters = [
    reported('区财政局', { narrative: '已完成', percent: 60, next: '争取' }),
    silent('区税务局'),
  ];
  expect(cells({ reporters })).toMatchObject({
    progress: '【区财政局】已完成\n【区税务局】未报',
    percent: '区财政局\n60%\n区税务局\n未报',
    next: '【区财政局】争取',
  });
});

test('a task nobody reported on says 未报 once and has no percent', () => {
  const task = ledgerTask({ ...facts, reporters: [silent('区财政局'), silent('区税务局')] });
  expect(task.unreported).toBe(true);
  expect(task.cells).toMatchObject({ progress: '未报', percent: null });
});

test('a task without reporting units misses no report', () => {
  expect(ledgerTask(facts)).toMatchObject({ unreported: false, cells: { progress: '' } });
});

const streets = Array.from({ length: 8 }, (_, index) => `第${index + 1}街道`);

test('of many reporting units up to six words stand in the cell and the silent ones in one line', () => {
  const reporters = streets.map((unit, index) =>
    index < 6 ? reported(unit, { narrative: '已落实', percent: 50 + index }) : silent(unit),
  );
  const { progress, percent } = cells({ reporters });
  expect(String(progress).split('\n')).toHaveLength(7);
  expect(progress).toContain('【第1街道】已落实');
  expect(progress).toContain('未报（2家）：第7街道、第8街道');
  expect(percent).toBe('最低50%\n已报6家\n未报2家');
});

test('from the seventh word on they stand in the annex, a row each, and the cell says so', () => {
  const reporters = streets.map((unit, index) =>
    index < 7
      ? reported(unit, { narrative: `做法${index}`, problems: index === 0 ? '缺人' : '' })
      : silent(unit),
  );
  expect(cells({ reporters })).toMatchObject({
    progress: '已报（7家）：见“各单位进展”表。\n未报（1家）：第8街道',
    problems: '1家有，见“各单位进展”表。',
    next: '',
  });
  const [heading, ...rows] = annexEntries({ ...facts, reporters });
  expect(heading).toEqual({ kind: 'group', text: 'Z02-02　一般公共预算收入与经济增长基本同步。' });
  expect(rows.map((row) => (row.kind === 'task' ? row.task.cells.progress : null))).toEqual([
    ...Array.from({ length: 7 }, (_, index) => `做法${index}`),
    '未报',
  ]);
});

test('亮灯 says the word, over what moved, over who decided and what the rules say', () => {
  const yellow = { ...facts.light, light: 'yellow', label: '黄灯' } as const;
  expect(cells({ light: yellow }).light).toBe('黄灯');
  expect(cells({ light: { ...yellow, movement: 'down' } }).light).toBe('黄灯\n↓降');
  const note = '改为黄灯（陈科长，至2024-07-31）：资金已到位。';
  const byHand = cells({ light: { ...yellow, movement: 'level', ruled: 'red', note } });
  expect(byHand).toMatchObject({ light: '黄灯\n→平\n人工\n原红灯', remark: note });
});

test('of a withdrawn task nothing is missing', () => {
  const light = { ...facts.light, light: 'withdrawn', label: '已撤销', note: '2024年6月1日撤销。' } as const;
  const task = ledgerTask({ ...facts, reporters: [silent('区财政局')], light });
  expect(task).toMatchObject({
    unreported: false,
    cells: { progress: '', light: '已撤销', remark: light.note },
  });
});

test('roles stand apart, 区委 leads and supporters are marked, unnamed streets show 待明确', () => {
  const units = [
    { printed: '区发改局（区六重办）', role: 'lead', unspecified: false },
    { printed: '区财政局', role: 'lead', unspecified: false },
    { printed: '区经信局', role: 'member', unspecified: false },
    { printed: '相关街镇', role: 'member', unspecified: true },
    { printed: '区委政法委', role: 'party_lead', unspecified: false },
    { printed: '区法院', role: 'support', unspecified: false },
  ] as const;
  expect(cells({ units })).toMatchObject({
    leads: '区发改局（区六重办）、区财政局、区委政法委（区委牵头）',
    others: '区经信局、相关街镇（待明确）、区法院（支持）',
  });
});

test('备注 keeps the remark and adds short corrections verbatim, long ones by their reason', () => {
  const corrections = [
    { from: '青少年官', to: '青少年宫', reason: '扫描识别错误' },
    { from: '原'.repeat(31), to: '新', reason: '按原件补全。' },
  ];
  const remark = '由区委宣传部牵头。';
  expect(cells({ remark, corrections, sharedWith: ['Z07-01'] }).remark).toBe(
    '由区委宣传部牵头。\n勘误：原文“青少年官”，现作“青少年宫”。\n勘误：文字已更正。按原件补全。\n与Z07-01为同一工作。',
  );
});

function target(change: Partial<Target>): Target {
  return { name: '落地项目', comparator: '>=', value: 15, measure: '个', due: '2024-12-31', ...change };
}

test('targets read as the notice says them, amounts with 万 and 亿', () => {
  const targets = [
    target({}),
    target({ name: '产业基金', comparator: '=', value: 10_000_000_000, measure: '元' }),
    target({ name: '失业率', comparator: '<=', value: 5, measure: '%' }),
    target({ name: '利用外资', value: 85_000_000, measure: '美元' }),
    target({ name: '学位', comparator: '=', value: 12_345, measure: '个' }),
    target({ name: '开工率', value: 30, measure: '%', due: '2024-03-31' }),
  ];
  expect(targetsText(targets, 2024).split('\n')).toEqual([
    '落地项目15个以上',
    '产业基金100亿元',
    '失业率5%以内',
    '利用外资8500万美元以上',
    '学位12345个',
    '开工率30%以上（3月底）',
  ]);
});

test.each([
  ['2024-12-31', '2024年12月底'],
  ['2024-02-29', '2024年2月底'],
  ['2024-02-28', '2024年2月28日'],
  ['2027-10-15', '2027年10月15日'],
])('完成时限 %s is printed as %s', (due, printed) => {
  expect(cells({ due }).due).toBe(printed);
});
