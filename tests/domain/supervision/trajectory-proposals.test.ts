import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSeeds } from '#electron/document/load-seeds.ts';
import { proposeTargets } from '#electron/document/targets/propose-targets.ts';
import { defaultCurves } from '#shared/domain/supervision/curves.ts';
import { checkPlan } from '#shared/domain/supervision/plan.ts';
import { expectedPercent } from '#shared/domain/supervision/trajectory.ts';
import {
  proposeTrajectory,
  type TrajectoryProposal,
} from '#shared/domain/supervision/trajectory-proposals.ts';
import { projectRoot } from '../../helpers/source-files.ts';

function propose(content: string, year = 2025): TrajectoryProposal {
  return proposeTrajectory({ content, targets: proposeTargets(content, year), year });
}

describe('made-up sentences', () => {
  test.each([
    ['年底前完成整改。', 'linear', '2025-12-31', '文中写明“年底前完成整改”，建议匀速。'],
    [
      '新投用小学、幼儿园 5 所，做好招生。',
      'back_loaded',
      '2025-12-31',
      '文中“新投用小学、幼儿园 5 所”属工程建设，建议前慢后快。',
    ],
    ['建设公园 3 个。', 'back_loaded', '2025-12-31', '文中“建设公园 3 个”属工程建设，建议前慢后快。'],
    ['交付安置房 200 套。', 'back_loaded', '2025-12-31', '文中“交付安置房 200 套”属工程建设，建议前慢后快。'],
    ['建设筹集保障房 200 套。', 'linear', '2025-12-31', '文中未写明时限，建议匀速至年底。'],
    ['建设高水平人才队伍。', 'linear', '2025-12-31', '文中未写明时限，建议匀速至年底。'],
    ['6月底前完成方案编制。', 'linear', '2025-06-30', '文中写明“6月底前完成方案编制”，建议匀速。'],
    ['上半年完成选址。', 'linear', '2025-06-30', '文中写明“上半年完成选址”，建议匀速。'],
    ['做好信访接待。', 'linear', '2025-12-31', '文中未写明时限，建议匀速至年底。'],
    [
      '到2027年，培育营收超百亿元企业2家。',
      'linear',
      '2027-12-31',
      '文中写明“到2027年，培育营收超百亿元企业2家”，建议匀速。',
    ],
    [
      '６月底前开工，年底前封顶。',
      'milestones',
      '2025-12-31',
      '文中写明“６月底前开工”“年底前封顶”，建议按节点。',
    ],
    [
      '每季度开展一次“回头看”。',
      'quarters',
      '2025-12-31',
      '文中“每季度开展一次‘回头看’”逐季推进，建议按季度。',
    ],
    ['建成通车省道二期。', 'back_loaded', '2025-12-31', '文中“建成通车省道二期”属工程建设，建议前慢后快。'],
  ])('%s', (content, shape, due, reason) => {
    const proposal = propose(content);
    expect(proposal).toMatchObject({ trajectory: { shape }, due, reason, status: 'proposed' });
  });

  test.each([
    ['2026年底前建成投用水厂。', 'back_loaded', '2026-12-31'],
    ['到2027年底，完成管网更新。', 'linear', '2027-12-31'],
    ['明年3月底前完成审计整改。', 'linear', '2026-03-31'],
    ['次年一季度完成决算。', 'linear', '2026-03-31'],
    ['今年6月底前完成方案编制。', 'linear', '2025-06-30'],
    ['十月底前全部实质性开工。', 'linear', '2025-10-31'],
    ['十二月底前完成验收。', 'linear', '2025-12-31'],
    ['力争9月中旬前完成签约。', 'linear', '2025-09-20'],
    ['9月上旬完成签约。', 'linear', '2025-09-10'],
    ['11月下旬前完成考核。', 'linear', '2025-11-30'],
    ['11月15日前完成考核。', 'linear', '2025-11-15'],
    ['第三季度末完成清算。', 'linear', '2025-09-30'],
    ['上半年完成过半，全年完成投资 20 亿元。', 'milestones', '2025-12-31'],
  ])('the usual ways to name a day: %s', (content, shape, due) => {
    expect(propose(content)).toMatchObject({ trajectory: { shape }, due });
  });

  test('a date of next year is not pulled into this one', () => {
    expect(propose('明年3月底前完成审计整改。').reason).toBe('文中写明“明年3月底前完成审计整改”，建议匀速。');
  });

  test('a task that starts in July expects nothing before', () => {
    const { trajectory, isDefault } = propose('7月起推进物业专项整治。');
    expect([isDefault, trajectory.start]).toEqual([false, '2025-07-01']);
    expect(expectedPercent(trajectory, '2025-06-30', [defaultCurves])).toBe(0);
    expect(expectedPercent(trajectory, '2025-09-30', [defaultCurves])).toBe(50);
  });

  test('stages of a number are percents of the whole, also where they are no quarters', () => {
    expect(propose('一季度开工12项、二季度开工20项。').trajectory).toMatchObject({
      shape: 'quarters',
      percents: [60, 100],
    });
    expect(propose('5月底前开工5项、9月底前开工20项。').trajectory).toMatchObject({
      shape: 'points',
      due: '2025-09-30',
      points: [
        { date: '2025-05-31', percent: 25 },
        { date: '2025-09-30', percent: 100 },
      ],
    });
  });
});

describe('the seeded notice', () => {
  const { notice } = loadSeeds(join(projectRoot, 'seeds'));
  const proposals = new Map(
    notice.tasks.map(({ code, content, targets }) => [
      code,
      proposeTrajectory({ content, targets, year: notice.year }),
    ]),
  );

  /** Each of the 26, read in the notice by hand: what it builds, or when it wants what. */
  const expected: Record<string, [shape: string, quote: string]> = {
    'Z02-18': ['quarters', '“10月底前全部实质性开工”'],
    'Z03-05': ['back_loaded', '“投用曹湾山遗址博物馆”'],
    'Z03-06': ['quarters', '“‘一季一主题’推出‘九山有戏’系列活动”'],
    'Z03-14': ['back_loaded', '“建成投用学校9所”'],
    'Z03-16': ['back_loaded', '“建设提升儿童友好试点单元 22 个”'],
    'Z04-07': ['back_loaded', '“完工老旧小区改造项目 22 个”'],
    'Z04-08': ['back_loaded', '“打通断头路 5 条”'],
    'Z04-12': ['back_loaded', '“交付安置住房7000套以上”'],
    'Z06-05': ['back_loaded', '“建设塘河水岸一体化项目 14 个”'],
    'Z06-06': ['back_loaded', '“打通断头河 5 条”'],
    'Z06-07': ['back_loaded', '“完工戍浦江河道（藤桥至河口段）整治、仰义水库加固”'],
    'Z07-08': ['back_loaded', '“通车缙苍公路鹿城段”'],
    'Z08-13': ['back_loaded', '“竣工投产润新陶瓷球阀等项目12个”'],
    'Z08-22': ['back_loaded', '“新开工建设40万平方米以上”'],
    'Z08-23': ['back_loaded', '“开竣工小微企业园2个”'],
    'M01-01': ['back_loaded', '“新投用小学、幼儿园 5 所”'],
    'M03-02': ['back_loaded', '“完成老旧小区改造 12 个”'],
    'M04-01': ['back_loaded', '“打通‘断头路’‘梗阻路’ 5 条”'],
    'M04-02': ['back_loaded', '“新建停车位 5000 个”'],
    'M04-03': ['back_loaded', '“新建新能源汽车智能充电桩 2000 个”'],
    'M05-01': ['back_loaded', '“打通断头河 5 条”'],
    'M05-02': ['back_loaded', '“打通绿道卡口 8 个”'],
    'M05-03': ['back_loaded', '“新建滨水码头 5 座”'],
    'M06-03': ['back_loaded', '“完成残疾人家庭无障碍改造 100 户”'],
    'M09-02': ['back_loaded', '“建设消防取水点 20 个”'],
    'M10-01': ['back_loaded', '“新建‘环鹿步道’ 57 公里”'],
  };

  test('26 of 197 tasks get a proposal of their own, all others the year', () => {
    const own = [...proposals].filter(([, { isDefault }]) => !isDefault).map(([code]) => code);
    expect(proposals.size).toBe(197);
    expect(own).toEqual(Object.keys(expected));
  });

  test.each(Object.entries(expected))('%s', (code, [shape, quote]) => {
    expect(proposals.get(code)?.trajectory.shape).toBe(shape);
    expect(proposals.get(code)?.reason).toContain(quote);
  });

  test.each([
    ['Z02-01', 'a growth rate'],
    ['Z02-17', '「竣工一批」 is a manner of speaking'],
    ['Z05-12', 'one building among many other things'],
    ['Z05-01', 'a ceiling'],
    ['Z07-05', '「每月一提升」 is even work'],
    ['Z08-17', 'a modernisation of works, not a building'],
    ['Z06-11', 'plans for villages'],
    ['M03-01', '「建设筹集」 may be bought'],
    ['M08-02', '「每月300元」 is an amount'],
    ['Z11-06', 'no number, no date'],
  ])('%s stays with the year: %s', (code) => {
    const proposal = proposals.get(code);
    expect(proposal).toMatchObject({ isDefault: true, due: '2024-12-31', milestones: [] });
    expect(proposal?.reason).toBe('文中未写明时限，建议匀速至年底。');
  });

  test('二-18 of 附件1 in full: quarters, due 31 October, four milestones', () => {
    const proposal = proposals.get('Z02-18');
    expect(proposal?.trajectory).toEqual({
      shape: 'quarters',
      start: '2024-01-01',
      due: '2024-10-31',
      percents: [30, 60, 85, 100],
    });
    expect(proposal?.milestones.map(({ due, title }) => `${due} ${title}`)).toEqual([
      '2024-03-31 确保新建项目开工率一季度达30%',
      '2024-06-30 确保新建项目开工率二季度达60%',
      '2024-09-30 确保新建项目开工率三季度达85%以上',
      '2024-10-31 10月底前全部实质性开工',
    ]);
    expect(proposal?.reason).toBe(
      '文中分阶段写明“确保新建项目开工率一季度达30%”“二季度达60%”“三季度达85%以上”“10月底前全部实质性开工”，建议按各阶段比例。',
    );
  });

  test('every proposal is a plan without mistakes', () => {
    const people = { responsibleLeader: '', responsiblePerson: '', contact: '', workPlan: '' };
    const problems = [...proposals.values()].flatMap(({ trajectory, milestones, status }) =>
      checkPlan({ ...people, trajectory, milestones, status }),
    );
    expect(problems).toEqual([]);
  });
});
