/** 考核 on paper: the ranking of each kind of unit, and a unit's own scorecard. */
import type { ScoreSheet } from '../contract/assess.ts';
import type { OfficeRow, OfficeTable } from './office-table.ts';
import { lineChangeWords, type ScoreChange } from './supervision/compare-scores.ts';
import { dateLabel } from './supervision/dates.ts';
import { signedPoints } from './supervision/points.ts';
import type { ScoreLine, UnitScore } from './supervision/score.ts';
import { type ScoreKind, scoreKindLabels, scoreKinds } from './supervision/score-kind.ts';

const portrait = { size: 'A4', landscape: false } as const;

/** 「2024年考核规则第2版」 */
export function rulesName({ rules }: ScoreSheet): string {
  return `${rules.year}年考核规则第${rules.version}版`;
}

function rulesNote(sheet: ScoreSheet): string {
  return `按${rulesName(sheet)}计分；同分同名次，其后名次顺延；配合单位不计分。`;
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
function kindTables(sheet: ScoreSheet): OfficeTable[] {
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

function changeRow({ unit, before, after, lines }: ScoreChange): OfficeRow {
  return {
    cells: [
      unit,
      before?.score ?? '—',
      after?.score ?? '—',
      before?.rank ?? '—',
      after?.rank ?? '—',
      lines.map(lineChangeWords).join('；'),
    ],
  };
}

/** @param correction why there is a later edition of the period; empty when there is none */
function changesTable({ label, changes }: ScoreSheet, comparedWith: string, correction: string): OfficeTable {
  const none: OfficeRow = { cells: ['各单位得分和名次都没有变化', '', '', '', '', ''] };
  return {
    sheet: '变化',
    title: `${label}督查考核得分名次变化`,
    leftLine: `与${comparedWith}相比`,
    rightLine: `共 ${changes.length} 个单位`,
    paper: portrait,
    columns: [
      { heading: '单位', width: 24, align: 'left' },
      { heading: '原得分', width: 9.5, align: 'center' },
      { heading: '现得分', width: 9.5, align: 'center' },
      { heading: '原名次', width: 7, align: 'center' },
      { heading: '现名次', width: 7, align: 'center' },
      { heading: '变化的加减分', width: 30, align: 'left' },
    ],
    rows: changes.length > 0 ? changes.map(changeRow) : [none],
    notes: correction === '' ? [] : [`本版为更正，更正原因：${correction}`],
  };
}

/**
 * The ranking of each kind, and what has changed where there is something to compare with.
 * @param correction why there is a later edition of the period; empty when there is none
 */
export function rankingTables(sheet: ScoreSheet, correction = ''): OfficeTable[] {
  const { comparedWith } = sheet;
  const changed = comparedWith === null ? [] : [changesTable(sheet, comparedWith, correction)];
  return [...kindTables(sheet), ...changed];
}

function lineRows({ label, count, points, isCounted, refs }: ScoreLine): OfficeRow[] {
  const head: OfficeRow = {
    cells: [label, count, isCounted ? signedPoints(points) : '不计分', ''],
    tone: 'strong',
  };
  return [head, ...refs.map(({ words }): OfficeRow => ({ cells: ['', null, '', words] }))];
}

/** 「得分 97.5　部门第 3 名（共 37 个单位）」 */
function standingText({ scores }: ScoreSheet, { kind, score, rank }: UnitScore): string {
  if (score === null) return '没有牵头任务，不计分';
  return `得分 ${score}　${scoreKindLabels[kind]}第 ${rank} 名（共 ${rankedUnits(scores, kind)} 个单位）`;
}

export function rankedUnits(scores: readonly UnitScore[], kind: ScoreKind): number {
  return scores.filter((score) => score.kind === kind && score.score !== null).length;
}

/** Why base and lines do not add up to the score; empty when they do. */
export function limitNote({ rules }: ScoreSheet, { score, beforeLimits }: UnitScore): string {
  if (score === null || score === beforeLimits) return '';
  const limit = score < beforeLimits ? '最高' : '最低';
  return `加减后为 ${beforeLimits} 分，按 ${rules.year} 年考核规则的${limit}分 ${score} 分计。`;
}

export interface ScorecardSigning {
  office: string;
  /** `YYYY-MM-DD` */
  date: string;
}

/** Every point with the record behind it. @param tab the sheet's name */
export function scorecardTable(
  sheet: ScoreSheet,
  score: UnitScore,
  { office, date }: ScorecardSigning,
  tab = '成绩单',
): OfficeTable {
  const rows = score.lines.flatMap(lineRows);
  return {
    sheet: tab,
    title: `${score.unit}${sheet.label}督查考核成绩单`,
    // The longer one stands over the widest column.
    leftLine: `截至${dateLabel(sheet.closedOn)}`,
    rightLine: `基础分 ${sheet.rules.base}　${standingText(sheet, score)}`,
    paper: portrait,
    columns: [
      { heading: '项目', width: 25, align: 'left' },
      { heading: '次数', width: 7, align: 'center' },
      { heading: '加减分', width: 10, align: 'center' },
      { heading: '依据', width: 50, align: 'left' },
    ],
    rows: rows.length > 0 ? rows : [{ cells: ['没有加减分', null, '', ''] }],
    notes: [limitNote(sheet, score), rulesNote(sheet)].filter((note) => note !== ''),
    signature: [office, dateLabel(date)],
  };
}

/** Of a tab, in UTF-16. */
const longestTab = 31;

/** Names a workbook takes for its tabs: no two alike, even in other letters' case. */
function tabNames(units: readonly string[]): string[] {
  const taken = new Set<string>();
  return units.map((unit) => {
    const plain = unit.replace(/[\\/?*[\]:]/g, ' ');
    for (let copy = 1; ; copy += 1) {
      const mark = copy === 1 ? '' : `（${copy}）`;
      const name = `${plain.slice(0, longestTab - mark.length)}${mark}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** A sheet for each unit. */
export function scorecardTables(
  sheet: ScoreSheet,
  scores: readonly UnitScore[],
  signing: ScorecardSigning,
): OfficeTable[] {
  const names = tabNames(scores.map(({ unit }) => unit));
  return scores.map((score, index) => scorecardTable(sheet, score, signing, names[index]));
}
