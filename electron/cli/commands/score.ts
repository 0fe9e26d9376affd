import { type ScorecardFormat, type ScoreSheet, scorecardFormats } from '#shared/contract/assess.ts';
import { linesText } from '#shared/domain/score-tables.ts';
import type { UnitScore } from '#shared/domain/supervision/score.ts';
import { scoreKindLabels } from '#shared/domain/supervision/score-kind.ts';
import { unattendedJob } from '../../services/job.ts';
import type { Arguments } from '../arguments.ts';
import type { Answer, Command } from '../command.ts';
import { findUnit } from '../find-named.ts';
import { textTable } from '../text-table.ts';

function answered({ unit, kind, score, rank, lines }: UnitScore) {
  return {
    unit,
    kind,
    score,
    rank,
    lines: lines.map(({ rule, points, refs }) => ({ rule, points, refs })),
  };
}

function scoreText({ rules, closedOn }: ScoreSheet, scores: readonly UnitScore[]): string {
  const rows = scores
    .filter((unit) => unit.score !== null)
    .map((unit) => [
      scoreKindLabels[unit.kind],
      String(unit.rank),
      unit.unit,
      String(unit.score),
      linesText(unit.lines),
    ]);
  const table = textTable(['类别', '名次', '单位', '得分', '加减分'], rows);
  return `${table}\n截至${closedOn}，按${rules.year}年考核规则第${rules.version}版，共 ${rows.length} 个单位`;
}

function readFormats(args: Arguments): ScorecardFormat[] {
  const text = args.text('format');
  if (text === undefined) return [...scorecardFormats];
  const found = scorecardFormats.find((format) => format === text);
  if (found === undefined) throw args.misuse(`--format 应写作 xlsx 或 docx，不是“${text}”。`);
  return [found];
}

export const score: Command = {
  name: 'score',
  summary: '给每个单位计分排名，逐条列出依据；--out 把成绩单（xlsx 和 docx）写进文件夹',
  usage: '--period 2024-06 [--unit 单位] [--out 文件夹 [--format xlsx|docx]]',
  options: {
    period: { type: 'string' },
    unit: { type: 'string' },
    out: { type: 'string' },
    format: { type: 'string' },
  },
  allowsFiles: false,
  prepare: (args) => {
    const period = args.requiredPeriod();
    const unitText = args.text('unit');
    const directory = args.text('out') === undefined ? null : args.requiredPath('out');
    const formats = readFormats(args);
    if (directory === null && args.text('format') !== undefined)
      throw args.misuse('--format 要和 --out 一起用。');
    return async (application): Promise<Answer> => {
      const unit = unitText === undefined ? undefined : (await findUnit(application, unitText)).name;
      if (directory !== null) {
        const request = { period, unit, formats, directory };
        const { files } = await application.assess.exportScorecards(request, unattendedJob);
        return { value: { directory, files }, text: `已写入 ${directory}：成绩单 ${files.length} 份` };
      }
      const sheet = await application.assess.scores({ period });
      const scores = sheet.scores.filter((scored) => unit === undefined || scored.unit === unit);
      return { value: scores.map(answered), text: scoreText(sheet, scores) };
    };
  },
};
