import { expect, test } from 'vitest';
import { logActionLabel, logChangeLines, logSubjectText } from '#shared/domain/log-words.ts';

test('a value that changed is a line with both sides, in the office’s words', () => {
  const before = { state: 'open', answer: '', percent: 50, status: 'in_progress' };
  const after = { state: 'answered', answer: '已整改。', percent: 50, status: 'completed' };
  expect(logChangeLines(before, after)).toEqual([
    '状态：待答复 → 已答复待核',
    '答复：（空） → 已整改。',
    '状态：推进中 → 已完成',
  ]);
});

test.each([
  [{ kind: 'supervision_order', colour: 'red' }, ['种类：督办单', '颜色：红色']],
  [{ light: 'yellow', until: '2024-07-31' }, ['灯：黄灯', '截止日期：2024-07-31']],
  [{ title: 'open' }, ['标题：open']],
  [{ missedMilestoneLight: 'red' }, ['节点逾期：红灯']],
  [
    {
      rules: [
        { label: '未报送', points: 2 },
        { label: '领导评分', weight: 10 },
      ],
    },
    ['评分项：未报送2、领导评分10'],
  ],
  [{ frontLoaded: [{ time: 50, work: 70 }] }, ['前快后慢的点：50%→70%']],
  [{ tasks: ['Z02-01', 'Z02-02'] }, ['任务：Z02-01、Z02-02']],
  [{ accepted: true, changes: [] }, ['标记入库：是']],
])('%j reads as a clerk would say it', (after, lines) => {
  expect(logChangeLines(null, after)).toEqual(lines);
});

test('answer days name the paper they belong to', () => {
  const [line] = logChangeLines(null, { answerDays: { reminder: 3, red: 2 } });
  expect(line).toMatch(/^答复天数：.*3、.*2$/u);
  expect(line).not.toMatch(/[a-z]/u);
});

test('what earlier versions logged is still read', () => {
  expect(logActionLabel('apply_batch')).toBe('回表入库');
});

test.each([
  ['task', 7, 'Z02-01', '任务 Z02-01'],
  ['desk_file', 13, '', '回表 13'],
  ['preference', 0, '', '设置'],
])('%s %i “%s” is called %s', (entity, entityId, subject, words) => {
  expect(logSubjectText({ entity, entityId, subject })).toBe(words);
});
