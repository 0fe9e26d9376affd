/** The rules of domain.md, How the notice is read, each by the example it names. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSeeds } from '#electron/document/load-seeds.ts';
import type { NoticeTask } from '#shared/domain/notice.ts';
import { reportingUnits } from '#shared/domain/reporting.ts';
import { projectRoot } from '../helpers/source-files.ts';

const { notice, directory } = loadSeeds(join(projectRoot, 'seeds'));

function task(code: string): NoticeTask {
  const found = notice.tasks.find((candidate) => candidate.code === code);
  if (found === undefined) throw new Error(`no task ${code}`);
  return found;
}

/** 「lead 区发改局」 a unit, in order. */
function roles(code: string): string[] {
  return task(code).units.map((unit) => `${unit.role} ${unit.name}`);
}

function reporting(code: string): string[] {
  return reportingUnits(task(code).units, directory);
}

function rowsPerSection(kind: 'key' | 'livelihood'): number[] {
  const sections = notice.sections.filter((section) => section.kind === kind);
  const isIn = (ordinal: number) => (candidate: NoticeTask) =>
    candidate.kind === kind && candidate.sectionOrdinal === ordinal;
  return sections.map(({ ordinal }) => notice.tasks.filter(isIn(ordinal)).length);
}

test('the totals: 165 重点工作 in 11 sections, 32 民生实事 in 12 projects', () => {
  expect(rowsPerSection('key')).toEqual([0, 39, 17, 17, 16, 18, 9, 28, 12, 1, 8]);
  expect(rowsPerSection('livelihood')).toEqual([3, 2, 2, 3, 3, 3, 2, 4, 3, 3, 2, 2]);
  expect(notice.tasks.filter(({ kind }) => kind === 'key')).toHaveLength(165);
  expect(notice.tasks.filter(({ kind }) => kind === 'livelihood')).toHaveLength(32);
});

test('number, title, year and date', () => {
  expect(notice.number).toBe('温鹿政办〔2024〕16号');
  expect(notice.title).toBe(
    '温州市鹿城区人民政府办公室关于印发2024年政府工作报告重点工作责任分解和民生实事项目责任分解的通知',
  );
  expect(notice.year).toBe(2024);
  expect(notice.issueDate).toBe('2024-03-07');
});

test('leaders by section, and the same person in 附件2', () => {
  const leaders = notice.sections.filter(({ kind }) => kind === 'key').map(({ leader }) => leader);
  expect(leaders.map((leader) => leader && `${leader.name} ${leader.title}`)).toEqual([
    '张崇波 区长',
    '林杰 常委、常务副区长',
    '张伟 常委、副区长',
    '陈允岳 常委',
    '伍国军 常委',
    '滕灵辉 副区长',
    '杨丽霞 副区长',
    '王永林 副区长',
    '周岷 副区长',
    '潘青来 副区长',
    null,
  ]);
  expect(task('M01-01').leader).toEqual(task('Z03-01').leader);
  expect(task('M04-02').leader?.name).toBe('陈允岳');
  expect(task('M04-03').leader?.name).toBe('林杰');
});

describe('rule 1: starred units lead, brackets keep their commas', () => {
  test('two leads', () => {
    expect(roles('Z02-02')).toEqual(['lead 区财政局', 'member 区税务局']);
    expect(roles('Z02-04').slice(0, 3)).toEqual(['lead 区科技局', 'lead 区财政局', 'member 区金融办']);
  });

  test('a star may stand in the middle of the list', () => {
    expect(roles('Z06-17').slice(0, 2)).toEqual(['lead 区农业农村局', 'lead 松台街道']);
  });
});

describe('rule 2: an only unit without a star leads', () => {
  test('二-1', () => expect(roles('Z02-01')).toEqual(['lead 区发改局']));
  test('not beside 由…牵头: 二-32', () => {
    expect(roles('Z02-32')).toEqual(['member 区发改局', 'party_lead 区委组织部']);
  });
});

describe('rule 3: 备注', () => {
  test('two party leads and a supporter: 二-38', () => {
    expect(roles('Z02-38').slice(-4)).toEqual([
      'member 各街镇',
      'party_lead 区委政法委',
      'party_lead 区社会治理中心',
      'support 区法院',
    ]);
    expect(roles('Z02-38').filter((role) => role.startsWith('lead'))).toEqual([]);
  });

  test('an office may be the party lead: 二-27', () => {
    expect(roles('Z02-27').at(-1)).toBe('party_lead 区委改革办');
  });

  test('a lead beside a party lead stays a lead, half-width brackets: 五-2', () => {
    expect(roles('Z05-02')[0]).toBe('lead 区人力社保局');
    expect(task('Z05-02').units.at(-1)).toEqual({
      name: '区委组织部',
      printed: '区委组织部(区委人才办)',
      role: 'party_lead',
    });
  });

  test('a lead for a part of the task changes no role: 二-34', () => {
    expect(roles('Z02-34')).toEqual(['lead 区发改局', 'member 区退役军人事务局']);
    expect(task('Z02-34').remark).toContain('征兵等军事工作由区人武部牵头');
  });

  test('two supporters: 六-18; a supporter beside an only unit leaves it the lead: 九-1', () => {
    expect(roles('Z06-18')).toEqual([
      'lead 区司法局',
      'member 区委政法委',
      'support 区法院',
      'support 区检察院',
    ]);
    expect(roles('Z09-01')).toEqual(['lead 区市场监管局', 'support 区法院']);
  });
});

test('rule 4: two tasks name no unit, their party lead reports', () => {
  expect(roles('Z03-02')).toEqual(['party_lead 区委宣传部']);
  expect(reporting('Z03-02')).toEqual(['区委宣传部']);
  expect(roles('Z05-16')).toEqual(['party_lead 区委统战部']);
  expect(reporting('Z05-16')).toEqual(['区委统战部']);
  const partyLedOnly = notice.tasks.filter(({ units }) => units.every(({ role }) => role === 'party_lead'));
  expect(partyLedOnly.map(({ code }) => code)).toEqual(['Z03-02', 'Z05-16']);
});

test('rule 5: section 一 has a remark, section 十一 no leader, groups and no lead', () => {
  expect(notice.sections[0]).toMatchObject({
    label: '一',
    remark: '总负责。',
    title: '张崇波区长牵头重点工作',
  });
  expect(notice.sections[10]).toMatchObject({ label: '十一', leader: null });
  expect(roles('Z11-08')).toEqual(['member 区政府直属各单位', 'member 各街镇']);
  const towns = directory.find(({ name }) => name === '各街镇')?.members ?? [];
  expect(towns).toHaveLength(14);
  expect(reporting('Z11-01').slice(-14)).toEqual(towns);
});

test('rule 6: blank cells of 附件2 inherit, also across a repeated header', () => {
  expect(roles('M01-03')).toEqual(['lead 区教育局']);
  expect(task('M06-02')).toMatchObject({ project: '助残帮困', leader: { name: '伍国军' } });
  expect(roles('M06-02')).toEqual(['lead 区卫生健康局']);
  expect(roles('M02-02')).toEqual(['lead 区卫生健康局', 'lead 区大数据管理中心']);
  expect(roles('M10-03')).toEqual(['lead 团区委']);
  expect(notice.tasks.filter(({ kind, units }) => kind === 'livelihood' && units.length === 0)).toEqual([]);
});

describe('rule 7: one unit under several names', () => {
  test('aliases', () => {
    expect(task('Z02-07').units).toContainEqual({
      name: '区人力社保局',
      printed: '区人社局',
      role: 'member',
    });
    expect(roles('Z09-04')).toContain('member 区历史文化街区建设服务中心');
  });

  test('a bracket counts for the unit outside and stays on paper', () => {
    expect(task('Z08-16').units).toContainEqual({
      name: '区委宣传部',
      printed: '区委宣传部（网信办）',
      role: 'member',
    });
    expect(roles('Z02-31')).toEqual(['lead 区发改局']);
    expect(task('Z02-31').units[0]?.printed).toBe('区发改局（区委社建委）');
  });

  test('quotes in a bracket', () => {
    expect(roles('Z08-27')).toEqual(['lead 区政府办公室']);
  });

  test('what is merely alike stays apart', () => {
    const names = new Set(notice.tasks.flatMap(({ units }) => units.map(({ name }) => name)));
    expect([...names]).toEqual(expect.arrayContaining(['团区委', '电信鹿城分局', '移动鹿城分公司']));
    expect(names.has('区人社局')).toBe(false);
  });
});

test('rule 8: 三-1 and 七-1 are two tasks of one shared work', () => {
  expect(notice.sharedWorks).toEqual([{ codes: ['Z03-01', 'Z07-01'] }]);
});

test('rule 9: the source stays verbatim beside its corrections', () => {
  const corrected = notice.tasks.filter(({ corrections }) => corrections.length > 0);
  expect(corrected.map(({ code }) => code)).toEqual(['Z02-12', 'M10-03']);
  expect(task('Z02-12').sourceContent.endsWith('500 强项')).toBe(true);
  expect(task('Z02-12').content.endsWith('500 强项（原文缺失）')).toBe(true);
  expect(task('M10-03').sourceContent).toBe('打造“家门口青少年官” 5 个。');
  expect(task('M10-03').content).toBe('打造“家门口青少年宫” 5 个。');
});

test('only what is corrected differs from the source', () => {
  const others = notice.tasks.filter(({ corrections }) => corrections.length === 0);
  expect(others.filter(({ content, sourceContent }) => content !== sourceContent)).toEqual([]);
});

test('相关街镇 stays out of the reporting units until it is named', () => {
  expect(roles('Z02-08').at(-1)).toBe('member 相关街镇');
  expect(reporting('Z02-08')).toEqual(['区发改局']);
});

test('every task has somebody to report', () => {
  expect(notice.tasks.filter(({ code }) => reporting(code).length === 0)).toEqual([]);
});
