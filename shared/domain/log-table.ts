/** 变更记录 as a table, oldest first. */
import type { LogEntry } from '../contract/log.ts';
import { logActionLabel, logChangeLines, logOriginLabel, logSubjectText } from './log-words.ts';
import type { OfficeTable } from './office-table.ts';

/** What a cell can hold leaves no room for a whole import; the rest is named. */
const mostLines = 40;

function changesText({ before, after }: LogEntry): string {
  const lines = logChangeLines(before, after);
  const rest = lines.length - mostLines;
  return [...lines.slice(0, mostLines), ...(rest > 0 ? [`……另有 ${rest} 处`] : [])]
    .join('\n')
    .slice(0, 32_000);
}

/** @param localTime writes an instant as people here read it */
export function logTable(entries: readonly LogEntry[], localTime: (instant: string) => string): OfficeTable {
  return {
    sheet: '变更记录',
    title: '变更记录',
    leftLine: `共 ${entries.length} 条`,
    rightLine: '',
    paper: { size: 'A4', landscape: true },
    columns: [
      { heading: '编号', width: 8, align: 'center' },
      { heading: '时间', width: 18, align: 'center' },
      { heading: '操作人', width: 12, align: 'center' },
      { heading: '来自', width: 10, align: 'center' },
      { heading: '事项', width: 16, align: 'left' },
      { heading: '对象', width: 20, align: 'left' },
      { heading: '改动', width: 56, align: 'left' },
    ],
    rows: entries.map((entry) => ({
      cells: [
        entry.id,
        localTime(entry.at),
        entry.actor,
        logOriginLabel(entry.origin),
        logActionLabel(entry.action),
        logSubjectText(entry),
        changesText(entry),
      ],
    })),
    notes: [],
  };
}
