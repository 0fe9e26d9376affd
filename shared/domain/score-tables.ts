/** 考核 on paper: the ranking of each kind of unit, and a unit's own scorecard. */
import type { ScoreSheet } from '../contract/assess.ts';
import type { OfficeRow, OfficeTable } from './office-table.ts';
import { dateLabel } from './supervision/dates.ts';
import { signedPoints } from './supervision/points.ts';
import type { ScoreLine, UnitScore } from './supervision/score.ts';
import { scoreKindLabels, scoreKinds } from './supervision/score-kind.ts';

const portrait = { size: 'A4', landscape: false } as const;

function rulesNote({ rules }: ScoreSheet): string {
  const state = rules.effectiveFrom === null ? '试算' : '';
  return `按${rules.year}年考核规则第${rules.version}版${state}计分；同分同名次，其后名次顺延；配合单位不计分。`;
}

/** 「红灯 2 次 −2；批示表扬 1 次 +1」 */
export function linesText(lines: readonly ScoreLine[]): string {
  return lines
    .filter(({ isCounted }) => isCounted)
    .map(({ label, count, points }) => `${label} ${count} 次 ${signedPoints(points)}`)
    .join('；');
}

function rankingRow({ unit, score, rank, lines }: UnitScore): OfficeRow {
  return { cells: [rank, unit, score, linesText(lines)] };
}

/** A sheet for each kind that has scored units. */
export function rankingTables(sheet: ScoreSheet): OfficeTable[] {
  return scoreKinds.flatMap((kind) => {
    const scored = sheet.scores.filter((score) => score.kind === kind && score.score !== null);
    if (scored.length === 0) return [];
    const label = scoreKindLabels[kind];
    return [
      {
        sheet: label,
        title: `${sheet.label}督查考核排名（${label}）`,
        leftLine: `截至${dateLabel(sheet.closedOn)}`,
        rightLine: `共 ${scored.length} 个单位`,
        paper: portrait,
        columns: [
          { heading: '名次', width: 7, align: 'center' },
          { heading: '单位', width: 26, align: 'left' },
          { heading: '得分', width: 10, align: 'center' },
          { heading: '加减分', width: 44, align: 'left' },
        ],
        rows: scored.map(rankingRow),
        notes: [rulesNote(sheet)],
      } satisfies OfficeTable,
    ];
  });
}

function lineRows({ label, count, points, isCounted, refs }: ScoreLine): OfficeRow[] {
  const head: OfficeRow = {
    cells: [label, count, isCounted ? signedPoints(points) : '不计分', ''],
    tone: 'strong',
  };
  return [head, ...refs.map(({ words }): OfficeRow => ({ cells: ['', null, '', words] }))];
}

/** Every point with the record behind it. */
export function scorecardTable(sheet: ScoreSheet, score: UnitScore): OfficeTable {
  const standing =
    score.score === null
      ? '没有牵头任务，不计分'
      : `得分 ${score.score}　${scoreKindLabels[score.kind]}第 ${score.rank} 名`;
  const rows = score.lines.flatMap(lineRows);
  return {
    sheet: '成绩单',
    title: `${score.unit}${sheet.label}督查考核成绩单`,
    leftLine: `基础分 ${sheet.rules.base}　${standing}`,
    rightLine: `截至${dateLabel(sheet.closedOn)}`,
    paper: portrait,
    columns: [
      { heading: '项目', width: 22, align: 'left' },
      { heading: '次数', width: 7, align: 'center' },
      { heading: '加减分', width: 10, align: 'center' },
      { heading: '依据', width: 50, align: 'left' },
    ],
    rows: rows.length > 0 ? rows : [{ cells: ['没有加减分', null, '', ''] }],
    notes: [rulesNote(sheet)],
  };
}
