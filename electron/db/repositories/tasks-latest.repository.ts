/** 最新进展 of many tasks at once. */
import { sql } from 'kysely';
import type { TaskRow } from '#shared/contract/tasks.ts';
import { jointPercent } from '#shared/domain/progress.ts';
import type { Reader } from '../executor.ts';
import { groupRows } from '../group-rows.ts';

export type LatestProgress = NonNullable<TaskRow['latest']>;

/**
 * The last word of each reporting unit, whatever its period. Only reporting units count: what a 配合单位 adds must
 * not hide the lead's last word (domain.md, Counting). The report is looked up by its id, so that SQLite makes one
 * short descent of the task's index a unit instead of reading a whole history; the plus keeps it from taking the
 * unit's index instead, which is a hundred times as long.
 */
function selectLastWords(reader: Reader, taskIds: readonly number[]) {
  return reader
    .selectFrom('task_reporting_unit as asked')
    .innerJoin('unit', 'unit.id', 'asked.unit_id')
    .innerJoin('progress_report as report', (join) =>
      join.on('report.id', '=', (eb) =>
        eb
          .selectFrom('progress_report as word')
          .select('word.id')
          .whereRef('word.task_id', '=', 'asked.task_id')
          .where((word) => word(sql`+${word.ref('word.unit_id')}`, '=', word.ref('asked.unit_id')))
          .orderBy('word.period_end', 'desc')
          .orderBy('word.period', 'desc')
          .orderBy('word.revision', 'desc')
          .limit(1),
      ),
    )
    .select(['asked.task_id', 'unit.name as unit', 'report.narrative', 'report.percent'])
    .select(['report.period', 'report.period_end'])
    .where('asked.task_id', 'in', taskIds)
    .orderBy('asked.task_id')
    .orderBy('asked.position');
}

type LastWord = Awaited<ReturnType<ReturnType<typeof selectLastWords>['execute']>>[number];

/** Of a month and a quarter that end on the same day the quarter is the later one. */
function isLater(word: LastWord, other: LastWord): boolean {
  return word.period_end === other.period_end
    ? word.period > other.period
    : word.period_end > other.period_end;
}

function latestOf(words: readonly LastWord[]): LatestProgress {
  const { period } = words.reduce((latest, word) => (isLater(word, latest) ? word : latest));
  const reports = words
    .filter((word) => word.period === period)
    .map(({ unit, narrative, percent }) => ({ unit, narrative, percent }));
  return { period, percent: jointPercent(reports.map((report) => report.percent)), reports };
}

/**
 * The most recent period a reporting unit has reported on, with what each of them says in it. Tasks nobody has
 * reported on are absent.
 * @param taskIds at most 30,000
 */
export async function listLatestByTask(
  reader: Reader,
  taskIds: readonly number[],
): Promise<Map<number, LatestProgress>> {
  if (taskIds.length === 0) return new Map();
  const words = await selectLastWords(reader, taskIds).execute();
  return new Map([...groupRows(words, (word) => word.task_id)].map(([id, said]) => [id, latestOf(said)]));
}
