/** 台账: the table a meeting reads, as a workbook. */
import type { Kysely } from 'kysely';
import { AppError } from '#shared/contract/errors.ts';
import type { LedgerExport, LedgerResult, LedgerScope } from '#shared/contract/exports.ts';
import { ledgerFileStem } from '#shared/domain/ledger-heading.ts';
import { periodYear } from '#shared/domain/period.ts';
import type { Database } from '../db/schema.ts';
import type { ExcelWorker } from '../excel/excel-worker.ts';
import { safeFileName } from '../excel/file-name.ts';
import type { ServiceContext } from './context.ts';
import type { Job } from './job.ts';
import { readLedgerLights } from './ledger-lights.ts';
import { nameScope } from './ledger-scope.ts';
import { type LedgerQuery, ledgerSheets, type PlannedSheet } from './ledger-sheets.ts';
import { createProposalMemory, type ProposalMemory } from './lights-plans.ts';
import { localDate } from './moment.ts';
import { requireDocuments, requirePeriod } from './period-documents.ts';

interface Dependencies {
  database: Kysely<Database>;
  excel: ExcelWorker;
  context: ServiceContext;
  /** Shared with whoever else judges tasks, so that each text is read once. */
  proposals?: ProposalMemory;
}

export interface LedgersService {
  /** The file name the save dialog starts with. @throws AppError `not_found` */
  suggestLedgerName: (query: { period: string; scope: LedgerScope }) => Promise<string>;
  /**
   * Prints each task with the period's current report of each reporting unit.
   * @throws AppError `not_found` without tasks in the scope, `file_unwritable`, `bad_input`, `cancelled`
   */
  exportLedger: (request: Omit<LedgerExport, 'jobId'>, job: Job) => Promise<LedgerResult>;
}

async function suggestName(
  database: Kysely<Database>,
  query: { period: string; scope: LedgerScope },
): Promise<string> {
  const { name } = await nameScope(database, query.scope);
  return safeFileName(ledgerFileStem(requirePeriod(query.period), name), '.xlsx');
}

async function planWorkbook(database: Kysely<Database>, query: LedgerQuery): Promise<PlannedSheet[]> {
  const documents = await requireDocuments(database, query.period);
  const sheets: PlannedSheet[] = [];
  for (const [index, document] of documents.entries()) {
    const suffix = documents.length === 1 ? '' : `（${index + 1}）`;
    sheets.push(...(await ledgerSheets(database, document, query, suffix)));
  }
  if (sheets.length > 0) return sheets;
  throw new AppError(
    'not_found',
    `${query.scopeTitle}在${periodYear(query.period)}年的文件里没有任务，没有台账可以导出。`,
  );
}

export function createLedgersService({
  database,
  excel,
  context,
  proposals = createProposalMemory(),
}: Dependencies): LedgersService {
  return {
    suggestLedgerName: (query) => suggestName(database, query),
    async exportLedger({ period: text, scope, file }, job) {
      const period = requirePeriod(text);
      const { title } = await nameScope(database, scope);
      const printedOn = localDate(context.now());
      const lights = await readLedgerLights(database, period, proposals);
      const sheets = await planWorkbook(database, { period, scope, scopeTitle: title, printedOn, lights });
      await excel.writeLedger({ sheets }, file, job);
      const sum = (count: (sheet: PlannedSheet) => number) =>
        sheets.reduce((total, sheet) => total + count(sheet), 0);
      return {
        file,
        rows: sum((sheet) => sheet.listed.tasks),
        reported: sum((sheet) => sheet.listed.reported),
      };
    },
  };
}
