import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeOfficeTables } from '#electron/excel/write/office-table-file.ts';
import type { ScoreSheet } from '#shared/contract/assess.ts';
import type { Period } from '#shared/domain/period.ts';
import { scorecardTables } from '#shared/domain/score-tables.ts';
import type { UnitScore } from '#shared/domain/supervision/score.ts';
import { defaultScoreRules } from '#shared/domain/supervision/score-rules.ts';
import { temporaryDirectory } from '../helpers/database.ts';
import { canPrint, fold, pageTexts, saveAs } from '../helpers/libreoffice.ts';

const words = (index: number) => `Z02-${index + 10} 2024年6月：序时应达50%，实际5%，落后45个百分点，红灯`;

function scored(unit: string, records: number): UnitScore {
  const refs = Array.from({ length: records }, (_, index) => ({
    type: 'light' as const,
    id: `${index}:1:2024-06`,
    words: words(index),
  }));
  const line = { rule: 'red_light', label: '红灯', points: -20, count: records, isCounted: true, refs };
  return {
    unit,
    kind: 'department',
    score: 80,
    rank: 1,
    beforeLimits: 80,
    lines: records === 0 ? [] : [line],
  };
}

function sheetOf(scores: UnitScore[]): ScoreSheet {
  return {
    period: '2024-06',
    label: '2024年6月',
    closedOn: '2024-06-30',
    periods: ['2024-06' as Period],
    rules: defaultScoreRules(2024),
    scores,
    changes: [],
    comparedWith: null,
  };
}

const signing = { office: '督查科', date: '2024-07-05' };

test('tabs of units whose names begin alike, or hold what no tab may, are all different', () => {
  const long = '温州市鹿城区历史文化街区保护建设服务中心工作专班办公室综合协调';
  const names = [`${long}一组组`, `${long}二组组`, '区某局[本级]/机关'];
  const sheet = sheetOf(names.map((unit) => scored(unit, 0)));
  const tabs = scorecardTables(sheet, sheet.scores, signing).map((table) => table.sheet);
  expect(new Set(tabs).size).toBe(3);
  expect(tabs.every((tab) => tab.length <= 31 && !/[\\/?*[\]:]/.test(tab))).toBe(true);
});

test.skipIf(!canPrint)(
  'on paper a card is whole: standing, every record, rules, signature, page numbers',
  async () => {
    const directory = temporaryDirectory();
    const file = join(directory, '成绩单.xlsx');
    const sheet = sheetOf([scored('市自然资源和规划局鹿城分局', 60), scored('区统计局', 0)]);
    await writeOfficeTables(file, scorecardTables(sheet, sheet.scores, signing));
    const pages = (await pageTexts(await saveAs(file, 'pdf', directory))).map(fold);
    const text = pages.join('');
    expect(text).toContain('基础分100得分80部门第1名（共2个单位）');
    for (let index = 0; index < 60; index += 1) expect(text).toContain(fold(words(index)).slice(0, 24));
    expect(text).toContain('没有加减分');
    expect(pages.every((page, index) => page.includes(`第${index + 1}页共${pages.length}页`))).toBe(true);
    expect(pages.at(-1)).toMatch(/按2024年考核规则第1版计分.*督查科2024年7月5日/);
    expect(
      pages.filter((page) => page.includes('Z02-')).every((page) => page.includes('项目次数加减分依据')),
    ).toBe(true);
  },
);
