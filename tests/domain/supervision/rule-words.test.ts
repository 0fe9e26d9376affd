/** The rules as people read them: every number is in the words, and the words say what the rules do. */
import { expect, test } from 'vitest';
import { lightRuleNames } from '#shared/domain/supervision/light-kinds.ts';
import { lightRules } from '#shared/domain/supervision/light-rules.ts';
import { entryAt, type RuleEntry, ruleChanges, spanWords } from '#shared/domain/supervision/rule-history.ts';
import {
  defaultRules,
  findPublished,
  type RuleKind,
  type RuleSettings,
} from '#shared/domain/supervision/rule-settings.ts';
import { ruleWords } from '#shared/domain/supervision/rule-words.ts';

function textOf(kind: RuleKind, change: Partial<RuleSettings> = {}): string {
  const groups = ruleWords({ ...defaultRules, ...change })[kind];
  return groups.flatMap(({ lines }) => lines).join('\n');
}

test('each light rule is a sentence with its threshold and what happens exactly at it', () => {
  const light = {
    ...defaultRules.light,
    yellowAbove: 8,
    redAbove: 25,
    dueSoonDays: 5,
    lateStartRedMonths: 2,
  };
  const text = textOf('light', { light });
  for (const { key } of lightRules) expect(text).toContain(`${lightRuleNames[key]}：`);
  expect(text).toContain('落后序时：落后序时超过8个、不超过25个百分点，亮黄灯；正好8个不算。');
  expect(text).toContain('严重落后序时：落后序时超过25个百分点，亮红灯；正好25个不算。');
  expect(text).toContain('临近时限：离完成时限5天以内还没有完成，亮黄灯；时限当天也在内。');
  expect(text).toContain('久未启动：过了开始日期2个月还没有启动，亮红灯。');
});

test('超、达、欠 say their bounds and the slips that make a task 欠进度', () => {
  const text = textOf('light', { light: { ...defaultRules.light, aheadAbove: 5, behindAbove: 12 } });
  expect(text).toContain('超进度：领先序时超过5个百分点');
  expect(text).toContain('达进度：不超也不欠');
  expect(text).toContain(
    '欠进度：落后序时超过12个百分点，或逾期未完成、久未启动、指标未达到、节点逾期、迟启动。',
  );
  expect(textOf('light')).toContain('超进度：领先序时，');
});

test('督办 says the colours, the escalation and the days of each paper', () => {
  const { action } = defaultRules;
  const text = textOf('action', {
    action: { ...action, nearDueDays: 9, answerDays: { ...action.answerDays, blue: 6, red: 0 } },
  });
  expect(text).toContain('催办→蓝色→黄色→红色');
  expect(text).toContain('9天以内到期');
  expect(text).toContain('蓝色督办单：发出后6天以内答复。');
  expect(text).toContain('红色督办单：发出当天答复。');
});

test('curves say their points', () => {
  const curve = { ...defaultRules.curve, backLoaded: [{ time: 40, work: 10 }] };
  const text = textOf('curve', { curve });
  expect(text).toContain('前慢后快：时间过40%应完成10%；各点之间按直线。');
  expect(text).toContain('前快后慢：时间过25%应完成40%，过50%应完成70%，过75%应完成90%；各点之间按直线。');
});

const other = { light: 17, action: 17 } as const;

test.each(Object.keys(defaultRules.light).filter((key) => key !== 'effectiveFrom'))(
  'the light setting %s is in the words',
  (key) => {
    const value = key.endsWith('Light') ? 'red' : other.light;
    expect(textOf('light', { light: { ...defaultRules.light, [key]: value } })).not.toBe(textOf('light'));
  },
);

test.each(Object.keys(defaultRules.action.answerDays))('the answer days of %s are in the words', (paper) => {
  const { action } = defaultRules;
  const answerDays = { ...action.answerDays, [paper]: other.action };
  expect(textOf('action', { action: { ...action, answerDays } })).not.toBe(textOf('action'));
});

const entry = (effectiveFrom: string, createdBy: string | null, yellowAbove = 10): RuleEntry<'light'> => ({
  settings: { ...defaultRules.light, effectiveFrom, yellowAbove },
  createdAt: createdBy === null ? null : '2024-06-01T01:00:00.000Z',
  createdBy,
});
const entries = [
  entry('2024-09-01', '李科长', 8),
  entry('2024-07-01', '陈科长', 5),
  entry('2000-01-01', null),
];

test('the entry of a day is the one that began last, and each says how long it holds', () => {
  expect(entryAt(entries, '2024-06-30').createdBy).toBeNull();
  expect(entryAt(entries, '2024-07-01').createdBy).toBe('陈科长');
  expect(entryAt(entries, '2025-01-01').createdBy).toBe('李科长');
  expect(entries.map((one) => spanWords(entries, one))).toEqual([
    '2024年9月1日起',
    '2024年7月1日至2024年8月31日',
    '程序原有，至2024年6月30日',
  ]);
});

test('a change is told number by number', () => {
  const [after, before] = entries.map(({ settings }) => ({ kind: 'light', settings }) as const);
  if (after === undefined || before === undefined) throw new Error('two entries');
  expect(ruleChanges(before, after)).toEqual(['黄灯起点（落后百分点）：5 → 8']);
  expect(ruleChanges(after, after)).toEqual([]);
  expect(
    ruleChanges(
      { kind: 'action', settings: defaultRules.action },
      {
        kind: 'action',
        settings: { ...defaultRules.action, answerDays: { ...defaultRules.action.answerDays, red: 1 } },
      },
    ),
  ).toEqual(['红色督办单答复天数：3 → 1']);
});

test('a day inside what is published is refused with the first that is not', () => {
  const opening = { openFrom: '2024-07-01', publishedUntil: '2024年6月' };
  const draft = (effectiveFrom: string) =>
    ({ kind: 'action', settings: { ...defaultRules.action, effectiveFrom } }) as const;
  expect(findPublished(draft('2024-06-30'), opening)).toContain('请从2024年7月1日或以后起生效');
  expect(findPublished(draft('2024-07-01'), opening)).toBeNull();
  expect(findPublished(draft('2001-01-01'), { openFrom: '2000-01-02', publishedUntil: null })).toBeNull();
});
