/** 催报: words to paste into the office's messenger. */
import type { ReturnOverview, ReturnOverviewRow } from '../contract/desk.ts';

/** 「6月28日」; with its year where that is not the period's. */
function dayLabel(date: string, period: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const prefix = date.slice(0, 4) === period.slice(0, 4) ? '' : `${year}年`;
  return `${prefix}${month}月${day}日`;
}

function formName({ label }: Pick<ReturnOverview, 'label'>): string {
  return `${label}进展填报表`;
}

/** A reason as it stands inside a sentence. */
function withoutFullStop(reason: string): string {
  return reason.trim().replace(/[。.；;，,]+$/u, '');
}

type Head = Pick<ReturnOverview, 'period' | 'label' | 'deadline'>;

/** What is asked of one unit; null for one that has returned its form. */
export function chaseMessage(head: Head, row: ReturnOverviewRow): string | null {
  const day = dayLabel(head.deadline, head.period);
  const start = `${row.unit.name}：${formName(head)}`;
  switch (row.standing) {
    case 'overdue':
      return `${start}应于${day}前报送，尚未收到，请尽快报送。`;
    case 'missing':
      return `${start}请于${day}前报送，目前尚未收到，请按时报送。`;
    case 'redo': {
      const reason = row.redo === null ? '' : `（${withoutFullStop(row.redo.reason)}）`;
      return `${start}已退回${reason}，请修改后尽快重新报送。`;
    }
    default:
      return null;
  }
}

/** 「以下2个单位…：甲、乙」 */
function paragraph(
  rows: readonly ReturnOverviewRow[],
  standing: ReturnOverviewRow['standing'],
  words: (count: number, names: string) => string,
): string[] {
  const names = rows.filter((row) => row.standing === standing).map(({ unit }) => unit.name);
  return names.length === 0 ? [] : [words(names.length, names.join('、'))];
}

/** One paragraph a group that is still to be asked: overdue, sent back, not yet. Empty when all have returned. */
export function chaseParagraphs(head: Head, rows: readonly ReturnOverviewRow[]): string[] {
  const form = formName(head);
  const day = dayLabel(head.deadline, head.period);
  return [
    ...paragraph(
      rows,
      'overdue',
      (count, names) => `${form}应于${day}前报送，以下${count}个单位尚未报送，请尽快报送：${names}。`,
    ),
    ...paragraph(
      rows,
      'redo',
      (count, names) => `${form}以下${count}个单位的填报表已退回，请修改后尽快重新报送：${names}。`,
    ),
    ...paragraph(
      rows,
      'missing',
      (count, names) => `${form}请于${day}前报送，以下${count}个单位尚未报送，请按时报送：${names}。`,
    ),
  ];
}

/** Everything to paste: the groups, then a line a unit. Empty when nobody is to be asked. */
export function chaseText(head: Head, rows: readonly ReturnOverviewRow[]): string {
  const messages = rows.map((row) => chaseMessage(head, row)).filter((message) => message !== null);
  if (messages.length === 0) return '';
  return [...chaseParagraphs(head, rows), '', ...messages].join('\n');
}
