import type { LogEntry } from '#shared/contract/log.ts';
import { logActionLabel, logChangeLines, logEntityLabel } from '#shared/domain/log-words.ts';
import { localTime } from '../../services/moment.ts';
import type { Command } from '../command.ts';
import { textTable } from '../text-table.ts';

/** What one answer lists; narrower dates give the rest. */
const mostListed = 1_000;

function lineOf({ id, at, actor, action, entity, entityId, subject, before, after }: LogEntry): string[] {
  const about = `${logEntityLabel(entity)} ${subject === '' ? entityId : subject}`;
  return [
    String(id),
    localTime(at),
    actor,
    logActionLabel(action),
    about,
    logChangeLines(before, after).join('；'),
  ];
}

export const log: Command = {
  name: 'log',
  summary: '列出变更记录：谁、何时、改了什么；新的在前',
  usage: '[--since 2024-06-01] [--until 2024-06-30] [--actor 姓名] [--text 文字]',
  options: {
    since: { type: 'string' },
    until: { type: 'string' },
    actor: { type: 'string' },
    text: { type: 'string' },
  },
  allowsFiles: false,
  prepare: (args) => {
    const filter = {
      since: args.optionalDay('since'),
      until: args.optionalDay('until'),
      actor: args.text('actor'),
      text: args.text('text'),
    };
    return async (application) => {
      const { entries, total } = await application.log.search({ filter, offset: 0, limit: mostListed });
      const table = textTable(['编号', '时间', '操作人', '事项', '对象', '改动'], entries.map(lineOf));
      const rest = total > entries.length ? `，只列出最新的 ${entries.length} 条，请缩小日期范围` : '';
      return { value: entries, text: `${table}\n共 ${total} 条${rest}` };
    };
  },
};
