import type { ReturnOverviewRow } from '#shared/contract/desk.ts';
import { standingSummary } from '#shared/domain/overview-table.ts';
import { returnStandingLabels } from '#shared/domain/return-standing.ts';
import type { Command } from '../command.ts';
import { textTable } from '../text-table.ts';

const headings = ['单位', '状态', '收到日期', '迟报天数', '已报/应报', '填报人', '电话', '退回原因'];

function tableRow(row: ReturnOverviewRow): string[] {
  return [
    row.unit.name,
    returnStandingLabels[row.standing],
    row.receivedOn ?? '',
    row.daysLate === 0 ? '' : String(row.daysLate),
    `${row.reported}/${row.tasks}`,
    row.reporter,
    row.phone,
    row.standing === 'redo' ? (row.redo?.reason ?? '') : '',
  ];
}

export const returns: Command = {
  name: 'returns',
  summary: '列出一个报告期每个单位的报送情况（已报、迟报、退回重报、未报、逾期未报）',
  usage: '--period 2024-06',
  options: { period: { type: 'string' } },
  allowsFiles: false,
  prepare: (args) => {
    const period = args.requiredPeriod();
    return async (application) => {
      const overview = await application.overview.overview({ period });
      const table = textTable(headings, overview.rows.map(tableRow));
      const summary = `${overview.label}报送截止 ${overview.deadline}，${standingSummary(overview.rows)}`;
      return { value: overview, text: `${table}\n${summary}` };
    };
  },
};
