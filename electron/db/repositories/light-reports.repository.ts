/** What the leads of many tasks say: the current word for some periods, and who has said 已完成 before. */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { ProgressStatus } from '#shared/domain/progress.ts';
import type { Reader } from '../executor.ts';
import type { Database } from '../schema.ts';

export interface ReportedWord {
  reportId: number;
  taskId: number;
  unitId: number;
  period: string;
  periodEnd: string;
  revision: number;
  percent: number | null;
  status: ProgressStatus | null;
}

/** Few tasks are looked up by their own index, many by the period's. @see lightReportScope */
export type ReportedTasks = { taskIds: readonly number[] } | 'all';

function withinTasks(tasks: ReportedTasks) {
  return (eb: ExpressionBuilder<Database, 'progress_report'>): Expression<SqlBool> =>
    tasks === 'all' ? eb.lit(true) : eb('progress_report.task_id', 'in', tasks.taskIds);
}

const wordColumns = [
  'id as reportId',
  'task_id as taskId',
  'unit_id as unitId',
  'period',
  'period_end as periodEnd',
  'revision',
  'percent',
  'status',
] as const;

/** A day, and the last instant of it. */
export interface KnownBy {
  /** `YYYY-MM-DD` */
  date: string;
  /** ISO 8601 in UTC. */
  instant: string;
}

/** Of a period that was still under way on a day, what was recorded later was not known that day. */
function wasKnown({ date, instant }: KnownBy) {
  return (eb: ExpressionBuilder<Database, 'progress_report'>): Expression<SqlBool> =>
    eb.or([eb('progress_report.period_end', '<=', date), eb('progress_report.created_at', '<=', instant)]);
}

/** Every revision for some periods, a pair's own in their order: the last one of a period stands. */
export async function listReportedWords(
  reader: Reader,
  periods: readonly string[],
  tasks: ReportedTasks,
  known: KnownBy,
): Promise<ReportedWord[]> {
  if (periods.length === 0 || (tasks !== 'all' && tasks.taskIds.length === 0)) return [];
  return reader
    .selectFrom('progress_report')
    .select(wordColumns)
    .where('period', 'in', periods)
    .where(withinTasks(tasks))
    .where(wasKnown(known))
    .orderBy('period')
    .orderBy('unit_id')
    .orderBy('task_id')
    .orderBy('revision')
    .execute();
}

/** Written as the partial index progress_report_completed has it, or SQLite would not use it. */
const callsCompleted = (table: 'progress_report' | 'later') =>
  sql<SqlBool>`(${sql.ref(`${table}.status`)} = 'completed' OR (${sql.ref(`${table}.status`)} IS NULL AND ${sql.ref(`${table}.percent`)} = 100))`;

/**
 * The words 已完成 up to a day that nothing later takes back: neither a revision of the same period nor a later
 * period's other word. The earliest of a pair tells since when, the last one is its word.
 * @param until `YYYY-MM-DD`, periods that end later do not count
 */
export async function listStandingCompletions(
  reader: Reader,
  until: string,
  tasks: ReportedTasks,
  known: KnownBy,
): Promise<ReportedWord[]> {
  if (tasks !== 'all' && tasks.taskIds.length === 0) return [];
  return reader
    .selectFrom('progress_report')
    .select(wordColumns)
    .where(callsCompleted('progress_report'))
    .where('period_end', '<=', until)
    .where(withinTasks(tasks))
    .where(wasKnown(known))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('progress_report as later')
            .select('later.id')
            .whereRef('later.task_id', '=', 'progress_report.task_id')
            .whereRef('later.unit_id', '=', 'progress_report.unit_id')
            .where('later.period_end', '<=', until)
            .where((or) =>
              or.or([or('later.period_end', '<=', known.date), or('later.created_at', '<=', known.instant)]),
            )
            .where((or) =>
              or.or([
                or.and([
                  or('later.period', '=', or.ref('progress_report.period')),
                  or('later.revision', '>', or.ref('progress_report.revision')),
                ]),
                or.and([
                  or('later.period_end', '>', or.ref('progress_report.period_end')),
                  or.not(callsCompleted('later')),
                ]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('task_id')
    .orderBy('unit_id')
    .orderBy('period_end')
    .execute();
}

export interface Reading {
  reportId: number;
  targetId: number;
  value: number;
}

/** The target values that came with reports of some periods, superseded revisions' too. */
export async function listReadings(
  reader: Reader,
  periods: readonly string[],
  tasks: ReportedTasks,
): Promise<Reading[]> {
  if (periods.length === 0 || (tasks !== 'all' && tasks.taskIds.length === 0)) return [];
  return reader
    .selectFrom('progress_report')
    .innerJoin('target_reading as reading', 'reading.report_id', 'progress_report.id')
    .select(['reading.report_id as reportId', 'reading.target_id as targetId', 'reading.value'])
    .where('progress_report.period', 'in', periods)
    .where(withinTasks(tasks))
    .execute();
}

/** The target values of single reports. @param reportIds at most 30,000 */
export async function listReadingsOfReports(
  reader: Reader,
  reportIds: readonly number[],
): Promise<Reading[]> {
  if (reportIds.length === 0) return [];
  return reader
    .selectFrom('target_reading')
    .select(['report_id as reportId', 'target_id as targetId', 'value'])
    .where('report_id', 'in', reportIds)
    .execute();
}

/** The periods anybody has reported on, whatever was reported. */
export async function listReportedPeriods(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('period')
    .select('period.period')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('progress_report')
          .select('progress_report.id')
          .whereRef('progress_report.period', '=', 'period.period'),
      ),
    )
    .orderBy('period.period')
    .execute();
  return rows.map(({ period }) => period);
}
