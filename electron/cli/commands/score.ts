import { linesText } from '#shared/domain/score-tables.ts';
import type { UnitScore } from '#shared/domain/supervision/score.ts';
import { scoreKindLabels } from '#shared/domain/supervision/score-kind.ts';
import type { Command } from '../command.ts';
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

export const score: Command = {
  name: 'score',
  summary: '给每个单位计分排名，逐条列出依据',
  usage: '--period 2024-06',
  options: { period: { type: 'string' } },
  allowsFiles: false,
  prepare: (args) => {
    const period = args.requiredPeriod();
    return async (application) => {
      const { scores, rules, closedOn } = await application.assess.scores({ period });
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
      const text = `${table}\n截至${closedOn}，按${rules.year}年考核规则第${rules.version}版，共 ${rows.length} 个单位`;
      return { value: scores.map(answered), text };
    };
  },
};
