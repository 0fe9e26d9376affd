/** 报送情况: who has returned the period's form, who has not, and until when it is due. */
import type { Kysely } from 'kysely';
import type { ReturnOverview } from '#shared/contract/desk.ts';
import { AppError } from '#shared/contract/errors.ts';
import { overviewTable } from '#shared/domain/overview-table.ts';
import { defaultDeadline, type Period, periodLabel } from '#shared/domain/period.ts';
import type { Reader, Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import { findDeadline } from '../db/repositories/forms.repository.ts';
import {
  findRedo,
  markRedoWithdrawn,
  type Redo,
  saveDeadline,
} from '../db/repositories/overview-edit.repository.ts';
import type { Database } from '../db/schema.ts';
import type { ExcelWorker } from '../excel/excel-worker.ts';
import type { ServiceContext } from './context.ts';
import { unattendedJob } from './job.ts';
import { localDate, localMoment } from './moment.ts';
import { readOverviewRows } from './overview-rows.ts';
import { requireDocuments, requirePeriod } from './period-documents.ts';

export interface OverviewDependencies {
  database: Kysely<Database>;
  excel: Pick<ExcelWorker, 'writeTables'>;
  context: ServiceContext;
}

export interface OverviewService {
  /** @throws AppError `bad_input`, `not_found` for a year without a notice */
  overview(request: { period: string }): Promise<ReturnOverview>;
  /** @throws AppError as {@link overview}, `file_unwritable` */
  exportOverview(request: { period: string; file: string }): Promise<{ file: string; rows: number }>;
  /** Notices move the day a period is due. @param request.deadline `YYYY-MM-DD` @throws AppError as {@link overview} */
  setDeadline(request: { period: string; deadline: string }): Promise<ReturnOverview>;
  /** Takes a 退回 back that was a mistake. @throws AppError `not_found`, `stale` when it was withdrawn before */
  withdrawRedo(request: { redoId: number }): Promise<ReturnOverview>;
}

async function deadlineOf(reader: Reader, period: Period): Promise<string> {
  return (await findDeadline(reader, period)) ?? defaultDeadline(period);
}

async function readOverview(reader: Reader, period: Period, today: string): Promise<ReturnOverview> {
  await requireDocuments(reader, period);
  const deadline = await deadlineOf(reader, period);
  const rows = await readOverviewRows(reader, period, deadline, today);
  return { period, label: periodLabel(period), deadline, rows };
}

async function changeDeadline(
  writer: Writer,
  { now, operator, origin }: ServiceContext,
  period: Period,
  deadline: string,
): Promise<void> {
  const before = await deadlineOf(writer, period);
  if (before === deadline) return;
  await saveDeadline(writer, period, deadline);
  await recordChange(writer, {
    at: now().toISOString(),
    actor: operator,
    origin,
    action: '修改报送截止日期',
    entity: 'period',
    // A period is known by its text, which stands beside.
    entityId: 0,
    before: { period, deadline: before },
    after: { period, deadline },
  });
}

/** @throws AppError `not_found`, `stale` */
async function requireStandingRedo(reader: Reader, redoId: number): Promise<Redo> {
  const redo = await findRedo(reader, redoId);
  if (redo === null) throw new AppError('not_found', '没有找到这次退回，请刷新后再看。', { redoId });
  if (redo.withdrawnAt === null) return redo;
  throw new AppError(
    'stale',
    `“${redo.unit}”的这次退回已于${localMoment(redo.withdrawnAt)}撤回过，请刷新后再看。`,
    { redoId },
  );
}

async function takeBackRedo(writer: Writer, context: ServiceContext, redoId: number): Promise<Period> {
  const { unitId, period, fileName, returnedAt, reason } = await requireStandingRedo(writer, redoId);
  const at = context.now().toISOString();
  await markRedoWithdrawn(writer, redoId, at, context.operator);
  await recordChange(writer, {
    at,
    actor: context.operator,
    origin: context.origin,
    action: '撤回退回',
    entity: 'unit',
    entityId: unitId,
    before: { period, fileName, returnedAt, reason },
    after: null,
  });
  return requirePeriod(period);
}

export function createOverviewService({ database, excel, context }: OverviewDependencies): OverviewService {
  const today = () => localDate(context.now());
  return {
    overview: ({ period }) => readOverview(database, requirePeriod(period), today()),
    async exportOverview({ period, file }) {
      const overview = await readOverview(database, requirePeriod(period), today());
      await excel.writeTables([overviewTable(overview, today())], file, unattendedJob);
      return { file, rows: overview.rows.length };
    },
    async setDeadline({ period: text, deadline }) {
      const period = requirePeriod(text);
      return database.transaction().execute(async (writer) => {
        await changeDeadline(writer, context, period, deadline);
        return readOverview(writer, period, today());
      });
    },
    async withdrawRedo({ redoId }) {
      return database.transaction().execute(async (writer) => {
        const period = await takeBackRedo(writer, context, redoId);
        return readOverview(writer, period, today());
      });
    },
  };
}
