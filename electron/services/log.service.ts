/** 变更记录: searching, exporting and proving it. */
import type { Kysely } from 'kysely';
import { AppError } from '#shared/contract/errors.ts';
import type { ChainVerdict, LogFilter, LogOptions, LogPage, LogQuery } from '#shared/contract/log.ts';
import { logTable } from '#shared/domain/log-table.ts';
import { chainBeginning, findChainBreak } from '#shared/domain/supervision/log-chain.ts';
import type { Reader } from '../db/executor.ts';
import { listChainedEntries, sha256OfText } from '../db/repositories/change-log.repository.ts';
import {
  countLogEntries,
  type LogCriteria,
  listLogEntries,
  listLogOptions,
} from '../db/repositories/log-search.repository.ts';
import type { Database } from '../db/schema.ts';
import type { ExcelWorker } from '../excel/excel-worker.ts';
import { breathe } from './breathe.ts';
import { unattendedJob } from './job.ts';
import { localTime } from './moment.ts';

export interface LogService {
  search(query: LogQuery): Promise<LogPage>;
  options(input: Record<string, never>): Promise<LogOptions>;
  verify(input: Record<string, never>): Promise<ChainVerdict>;
  /** @throws AppError `file_unwritable`, `bad_input` for more entries than a sheet is good for */
  exportLog(request: { filter: LogFilter; file: string }): Promise<{ file: string; entries: number }>;
}

/** A whole local day; the entries carry UTC. */
function startOfDay(date: string, plusDays = 0): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day + plusDays).toISOString();
}

function criteriaOf({ since, until, actor, entity, text }: LogFilter): LogCriteria {
  return {
    from: since === undefined ? undefined : startOfDay(since),
    before: until === undefined ? undefined : startOfDay(until, 1),
    actor,
    entity,
    words: (text ?? '').split(/\s+/).filter((word) => word !== ''),
  };
}

const piece = 2_000;

/** Reads the log in pieces, so that the window goes on answering. */
export async function verifyLog(reader: Reader): Promise<ChainVerdict> {
  let previous = chainBeginning;
  let entries = 0;
  for (let afterId = 0; ; ) {
    const read = await listChainedEntries(reader, afterId, piece);
    const last = read.at(-1);
    if (last === undefined) break;
    entries += read.length;
    const found = findChainBreak(read, previous, sha256OfText);
    if (found !== null) return { entries, lastHash: null, problem: found.reason };
    previous = last.hash;
    afterId = last.id;
    await breathe();
  }
  return { entries, lastHash: entries === 0 ? null : previous, problem: null };
}

/** More would be no list to read; narrowing the days helps. */
const mostExported = 50_000;

export function createLogService(
  database: Kysely<Database>,
  excel: Pick<ExcelWorker, 'writeTables'>,
): LogService {
  return {
    async search({ filter, offset, limit }) {
      const criteria = criteriaOf(filter);
      const total = await countLogEntries(database, criteria);
      return { total, entries: await listLogEntries(database, criteria, { offset, limit }) };
    },
    options: () => listLogOptions(database),
    verify: () => verifyLog(database),
    async exportLog({ filter, file }) {
      const criteria = criteriaOf(filter);
      const total = await countLogEntries(database, criteria);
      if (total > mostExported) {
        throw new AppError(
          'bad_input',
          `符合条件的记录有 ${total} 条，一次最多导出 ${mostExported} 条，请缩小日期范围后分次导出。`,
        );
      }
      const entries = await listLogEntries(database, criteria, { offset: 0, limit: mostExported });
      await excel.writeTables([logTable(entries.toReversed(), localTime)], file, unattendedJob);
      return { file, entries: entries.length };
    },
  };
}
