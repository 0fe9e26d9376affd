import type { Command } from '../command.ts';
import { textTable } from '../text-table.ts';

/** First use has seeded already when the database was opened; a notice added to seeds/ since is taken in here. */
export const seed: Command = {
  name: 'seed',
  summary: '把 seeds 里的通知录入数据库（已录入的不会改动），列出各类数量',
  usage: '',
  options: {},
  allowsFiles: false,
  prepare: () => async (application) => {
    const { seeded: _, ...counts } = await application.seed();
    const rows: [string, number][] = [
      ['文件', counts.documents],
      ['部分和项目', counts.sections],
      ['任务', counts.tasks],
      ['其中：重点工作', counts.keyTasks],
      ['其中：民生实事', counts.livelihoodTasks],
      ['单位（含统称、内设机构）', counts.units],
      ['指标', counts.targets],
      ['勘误', counts.corrections],
    ];
    const text = textTable(
      ['项目', '数量'],
      rows.map(([label, count]) => [label, String(count)]),
    );
    return { value: counts, text };
  },
};
