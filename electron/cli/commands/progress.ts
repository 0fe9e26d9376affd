import { periodLabel } from '#shared/domain/period.ts';
import type { Command } from '../command.ts';
import { textTable } from '../text-table.ts';

export const progress: Command = {
  name: 'progress',
  summary: '列出一个报告期的全部进展（每个单位的最新一版）',
  usage: '--period 2024-06',
  options: { period: { type: 'string' } },
  allowsFiles: false,
  prepare: (args) => {
    const period = args.requiredPeriod();
    return async (application) => {
      const lines = await application.progress.list({ period });
      const rows = lines.map((line) => [
        line.code,
        line.unit,
        line.percent === null ? '' : `${line.percent}%`,
        line.narrative,
        line.problems,
        line.next,
      ]);
      const table = textTable(['编号', '单位', '完成', '本期进展', '存在问题', '下一步措施'], rows);
      return { value: lines, text: `${table}\n${periodLabel(period)}共 ${lines.length} 条` };
    };
  },
};
