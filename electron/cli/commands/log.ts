import type { LogEntry, LogFilter } from '#shared/contract/log.ts';
import { logActionLabel, logChangeLines, logSubjectText } from '#shared/domain/log-words.ts';
import type { Application } from '../../open-application.ts';
import { localTime } from '../../services/moment.ts';
import type { Command } from '../command.ts';
import { textTable } from '../text-table.ts';

/** What people are shown; narrower dates give the rest. */
const mostListed = 1_000;

/** A script gets all there are. */
async function readAll({ log: service }: Application, filter: LogFilter): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for (;;) {
    const page = await service.search({ filter, offset: entries.length, limit: mostListed });
    entries.push(...page.entries);
    if (page.entries.length === 0 || entries.length >= page.total) return entries;
  }
}

function lineOf({ id, at, actor, action, entity, entityId, subject, before, after }: LogEntry): string[] {
  const about = logSubjectText({ entity, entityId, subject });
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
      const value = await readAll(application, filter);
      const entries = value.slice(0, mostListed);
      const table = textTable(['编号', '时间', '操作人', '事项', '对象', '改动'], entries.map(lineOf));
      const rest = value.length > entries.length ? `，只列出最新的 ${entries.length} 条，请缩小日期范围` : '';
      return { value, text: `${table}\n共 ${value.length} 条${rest}` };
    };
  },
};
