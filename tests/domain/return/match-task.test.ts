import { describe, expect, test } from 'vitest';
import { matchTask } from '#shared/domain/return/match-task.ts';
import type { RowLabels } from '#shared/domain/return/read-table.ts';
import { indexTasks, type KnownTask } from '#shared/domain/return/task-index.ts';
import { sureMatch } from '#shared/domain/return/thresholds.ts';

const blank: RowLabels = {
  hiddenId: null,
  code: null,
  number: null,
  contents: [],
  project: '',
  leader: '',
  unit: '',
  section: '',
};

function task(code: string, content: string, more: Partial<KnownTask> = {}): KnownTask {
  return {
    taskId: Number(code.replace(/\D/g, '')),
    code,
    content,
    sourceContent: content,
    leader: '林杰',
    project: null,
    section: '二、林杰常委、常务副区长牵头重点工作',
    isOwn: true,
    position: null,
    ...more,
  };
}

const city = '推动“千年斗城”传承复兴，统筹做好“九山圈、五马圈、墨池圈”改造提升。';
const index = indexTasks([
  task('Z02-18', '全力争取省市投资“赛马”激励，迭代重大项目统筹推进机制，10月底前全部实质性开工。', {
    position: 1,
  }),
  task('Z02-08', '新增规上服务业企业 50 家以上。', { position: 2 }),
  task('Z04-08', '打通断头路 5 条。', { position: 3 }),
  task('Z06-06', '打通断头河 5 条。', { isOwn: false }),
  task('Z03-01', city, { leader: '张伟', section: '三、张伟常委、副区长牵头重点工作', position: 4 }),
  task('Z07-01', city, { leader: '杨丽霞', section: '七、杨丽霞副区长牵头重点工作', position: 5 }),
  task('M10-03', '打造“家门口青少年宫” 5 个。', {
    sourceContent: '打造“家门口青少年官” 5 个。',
    project: '文体惠民',
    position: 6,
  }),
]);
const match = (labels: Partial<RowLabels>) => {
  const { task: found, match: how, reason } = matchTask(index, { ...blank, ...labels });
  return { code: found?.code ?? null, ...how, reason };
};

describe('marks', () => {
  test('the hidden id, then the code', () => {
    expect(match({ hiddenId: { formId: 'form-000001', code: 'Z02-18' } })).toMatchObject({
      code: 'Z02-18',
      how: 'hidden_id',
      certainty: 1,
    });
    expect(match({ code: 'Z02-08', contents: ['新增规上服务业企业50家以上'] })).toMatchObject({
      code: 'Z02-08',
      how: 'code',
      certainty: 1,
    });
  });

  test('a mark that the text contradicts is asked about', () => {
    const pasted = match({
      hiddenId: { formId: 'form-000001', code: 'Z02-18' },
      contents: ['打通断头路 5 条。'],
    });
    expect(pasted).toMatchObject({
      code: null,
      how: 'none',
      reason: expect.stringContaining('文字是另一项'),
    });
    expect(pasted.candidates.map(({ code }) => code)).toContain('Z04-08');
    expect(match({ code: 'Z02-08', contents: ['打通断头路 5 条。'] }).code).toBeNull();
    expect(match({ hiddenId: { formId: 'form-000001', code: 'Z02-18' }, code: 'Z02-08' }).code).toBeNull();
  });

  test.each(['全力争取', '全力争取省市投资“赛马”激励', '省市投资赛马激励、重大项目推进（发改）'])(
    'a text cut short or put in other words does not contradict its code: %s',
    (content) => {
      expect(match({ code: 'Z02-18', contents: [content] })).toMatchObject({ code: 'Z02-18', certainty: 1 });
    },
  );

  test.each(['完成机关食堂改造', '打通断头路五条', '新增规上服务业的企业50家'])(
    'a stranger’s or a neighbour’s does: %s',
    (content) => {
      expect(match({ code: 'Z02-18', contents: [content] }).code).toBeNull();
    },
  );

  test('a code nobody knows', () => {
    expect(match({ code: 'Z99-01' })).toMatchObject({
      code: null,
      reason: expect.stringContaining('没有编号为 Z99-01'),
    });
  });
});

describe('text', () => {
  test.each([
    '新增规上服务业企业50家以上',
    '新增规上服务业企业 ５０ 家以上。',
    '新增规上服务业\n企业50家以上；',
    '2.新增规上服务业企业 50 家以上。',
    '（2）新增规上服务业企业50家以上',
    '2、新增规上服务业企业50家以上',
  ])('%j is the same text', (content) => {
    expect(match({ contents: [content] })).toMatchObject({ code: 'Z02-08', how: 'exact_text', certainty: 1 });
  });

  test('the notice’s own misprint is as good as its correction', () => {
    expect(match({ contents: ['打造“家门口青少年官”5个'] }).code).toBe('M10-03');
    expect(match({ contents: ['打造“家门口青少年宫”5个'] }).code).toBe('M10-03');
  });

  test('cut short is matched for sure, slightly edited is shown as less than sure', () => {
    const cut = match({ contents: ['全力争取省市投资“赛马”激励，迭代重大项目……'] });
    expect(cut).toMatchObject({ code: 'Z02-18', how: 'similar_text' });
    expect(cut.certainty).toBeGreaterThanOrEqual(sureMatch);
    const edited = match({ contents: ['新增规上服务类的企业50家'] });
    expect(edited.code).toBe('Z02-08');
    expect(edited.certainty).toBeLessThan(sureMatch);
    expect(edited.reason).toContain('请核对');
  });

  test('other numbers or a neighbour one character away are never sure', () => {
    expect(match({ contents: ['新增规上服务业企业60家以上'] }).certainty).toBeLessThan(sureMatch);
    expect(match({ contents: ['打通断头道5条'] }).certainty).toBeLessThan(sureMatch);
  });

  test('two tasks in one row are not one of them', () => {
    const both = match({ contents: ['打通断头路5条。新增规上服务业企业50家以上。'] });
    expect(both.certainty).toBeLessThan(sureMatch);
  });

  test('something else is unmatched, with the three nearest to choose from', () => {
    const other = match({ contents: ['新增上市公司及规上企业若干家，打通融资渠道'] });
    expect(other).toMatchObject({ code: null, how: 'none', certainty: 0 });
    expect(other.candidates.length).toBeLessThanOrEqual(3);
  });

  test('another unit’s task is found by its exact text and told by the caller', () => {
    expect(matchTask(index, { ...blank, contents: ['打通断头河5条'] }).task).toMatchObject({
      code: 'Z06-06',
      isOwn: false,
    });
  });
});

describe('序号', () => {
  test('alone it is only a hint', () => {
    const alone = match({ number: 2 });
    expect(alone).toMatchObject({ code: 'Z02-08', how: 'position' });
    expect(alone.certainty).toBeLessThan(sureMatch);
  });

  test('the text is stronger than a number that was moved', () => {
    expect(match({ number: 1, contents: ['打通断头路 5 条。'] })).toMatchObject({
      code: 'Z04-08',
      how: 'exact_text',
    });
  });

  test('nothing at all', () => {
    expect(match({})).toMatchObject({ code: null, reason: expect.stringContaining('没有写是哪一项') });
  });
});

describe('two tasks with the same text', () => {
  test.each<[string, Partial<RowLabels>, string]>([
    ['leader', { leader: '杨丽霞副区长' }, 'Z07-01'],
    ['section', { section: '三、张伟常委、副区长牵头重点工作' }, 'Z03-01'],
    ['number in the form', { number: 5 }, 'Z07-01'],
    ['code', { code: 'Z03-01' }, 'Z03-01'],
  ])('are told apart by %s', (_, labels, code) => {
    expect(match({ ...labels, contents: [city] })).toMatchObject({ code, certainty: 1 });
  });

  test.each<[string, Partial<RowLabels>]>([
    ['nothing', {}],
    ['contradicting hints', { leader: '张伟', section: '七、杨丽霞副区长牵头重点工作' }],
  ])('else asked: %s', (_, labels) => {
    const asked = match({ ...labels, contents: [city] });
    expect(asked).toMatchObject({ code: null, reason: expect.stringContaining('Z03-01和Z07-01') });
    expect(asked.candidates.map(({ code }) => code)).toEqual(['Z03-01', 'Z07-01']);
  });
});
