/** Which notices a period's ledgers and forms are about: those of its year. */
import { AppError } from '#shared/contract/errors.ts';
import { type Period, parsePeriod, periodLabel, periodYear } from '#shared/domain/period.ts';
import type { Reader } from '../db/executor.ts';
import { type LedgerDocument, listDocumentsOfYear } from '../db/repositories/ledger.repository.ts';

/** @throws AppError `bad_input` */
export function requirePeriod(text: string): Period {
  const period = parsePeriod(text);
  if (period !== null) return period;
  throw new AppError('bad_input', `报告期“${text}”看不懂。请写作 2024-06（月）或 2024-Q2（季度）。`);
}

/** In the order they were issued. @throws AppError `not_found` for a year without a notice */
export async function requireDocuments(reader: Reader, period: Period): Promise<LedgerDocument[]> {
  const year = periodYear(period);
  const documents = await listDocumentsOfYear(reader, year);
  if (documents.length > 0) return documents;
  throw new AppError(
    'not_found',
    `程序里没有${year}年的责任分解文件，${periodLabel(period)}没有任务可以导出。请改选有文件的年份。`,
    { year },
  );
}
