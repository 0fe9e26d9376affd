/** 报送情况表: the 未报名单 on paper. */
import type { ReturnOverview, ReturnOverviewRow } from '../contract/desk.ts';
import type { OfficeRow, OfficeTable } from './office-table.ts';
import { countStandings, returnStandingLabels, returnStandings } from './return-standing.ts';
import { dateLabel } from './supervision/dates.ts';

/** 「应报 65 个单位：已报 40、迟报 2、逾期未报 23」; groups nobody is in are left out. */
export function standingSummary(rows: readonly ReturnOverviewRow[]): string {
  const counts = countStandings(rows);
  const parts = returnStandings.filter((standing) => counts[standing] > 0);
  const words = parts.map((standing) => `${returnStandingLabels[standing]} ${counts[standing]}`).join('、');
  return `应报 ${rows.length} 个单位：${words}`;
}

/** The word says where a unit stands; a shade only helps to find it. */
const tones: Partial<Record<ReturnOverviewRow['standing'], OfficeRow['tone']>> = {
  overdue: 'bad',
  redo: 'warning',
};

function overviewRow(row: ReturnOverviewRow, index: number): OfficeRow {
  const tone = tones[row.standing];
  const contact = [row.reporter, row.phone].filter((text) => text !== '').join(' ');
  return {
    ...(tone === undefined ? {} : { tone }),
    cells: [
      index + 1,
      row.unit.name,
      returnStandingLabels[row.standing],
      row.receivedOn ?? '',
      row.daysLate === 0 ? '' : row.daysLate,
      `${row.reported}/${row.tasks}`,
      contact,
      row.standing === 'redo' ? (row.redo?.reason ?? '') : '',
    ],
  };
}

/** @param today `YYYY-MM-DD` */
export function overviewTable(overview: ReturnOverview, today: string): OfficeTable {
  const { label, deadline, rows } = overview;
  return {
    sheet: '报送情况',
    title: `${label}报送情况表`,
    leftLine: `报送截止：${dateLabel(deadline)}`,
    rightLine: `统计日期：${dateLabel(today)}`,
    paper: { size: 'A4', landscape: false },
    columns: [
      { heading: '序号', width: 6, align: 'center' },
      { heading: '单位', width: 22, align: 'left' },
      { heading: '状态', width: 10, align: 'center' },
      { heading: '收到日期', width: 13, align: 'center' },
      { heading: '迟报天数', width: 7, align: 'center' },
      { heading: '已报/应报', width: 8.5, align: 'center' },
      { heading: '填报人、电话', width: 22, align: 'left' },
      { heading: '退回原因', width: 22, align: 'left' },
    ],
    rows: rows.map(overviewRow),
    notes: [standingSummary(rows), '截止当天收到的算按时；手工录入的算已报；已撤销的导入不算。'],
  };
}
