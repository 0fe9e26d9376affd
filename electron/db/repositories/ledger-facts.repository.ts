/** Everything a ledger row prints, for a chunk of tasks at once: one query a kind of thing. */

import type { Reporter } from '#shared/domain/ledger-progress.ts';
import type { LedgerTaskFacts } from '#shared/domain/ledger-row.ts';
import { type Period, periodEnd } from '#shared/domain/period.ts';
import type { Reader } from '../executor.ts';
import { listCurrentReports } from './progress-current.repository.ts';
import { listCorrectionsByTask, listTargetsByTask } from './tasks-parts.repository.ts';
import { listUnitsByTask } from './tasks-units.repository.ts';

function grouped<Item, Value>(
  items: readonly Item[],
  taskIdOf: (item: Item) => number,
  pick: (item: Item) => Value,
): Map<number, Value[]> {
  const byTask = new Map<number, Value[]>();
  for (const item of items) {
    const values = byTask.get(taskIdOf(item));
    if (values === undefined) byTask.set(taskIdOf(item), [pick(item)]);
    else values.push(pick(item));
  }
  return byTask;
}

/** Each task's reporting units in order, with what they say of it for the period now. */
async function listReporters(
  reader: Reader,
  taskIds: readonly number[],
  period: Period,
): Promise<Map<number, Reporter[]>> {
  const asked = await reader
    .selectFrom('task_reporting_unit as asked')
    .innerJoin('unit', 'unit.id', 'asked.unit_id')
    .select(['asked.task_id', 'asked.unit_id', 'unit.name'])
    .where('asked.task_id', 'in', taskIds)
    .orderBy('asked.task_id')
    .orderBy('asked.position')
    .execute();
  const reports = await listCurrentReports(reader, { period, taskIds });
  const byPair = new Map(reports.map((report) => [`${report.taskId}:${report.unitId}`, report.values]));
  return grouped(
    asked,
    (row) => row.task_id,
    (row) => ({ unit: row.name, report: byPair.get(`${row.task_id}:${row.unit_id}`) ?? null }),
  );
}

/** Codes of the other tasks of the same shared work. */
async function listSharedCodes(reader: Reader, taskIds: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await reader
    .selectFrom('task as mine')
    .innerJoin('task as other', 'other.shared_work_id', 'mine.shared_work_id')
    .select(['mine.id', 'other.code'])
    .where('mine.id', 'in', taskIds)
    .whereRef('other.id', '<>', 'mine.id')
    .orderBy('other.code')
    .execute();
  return grouped(
    rows,
    (row) => row.id,
    (row) => row.code,
  );
}

function listHeads(reader: Reader, taskIds: readonly number[]) {
  return reader
    .selectFrom('task')
    .innerJoin('document', 'document.id', 'task.document_id')
    .leftJoin('leader', 'leader.id', 'task.leader_id')
    .select(['task.id', 'task.code', 'task.row_number', 'task.content', 'task.remark'])
    .select(['leader.name as leader', 'document.year'])
    .where('task.id', 'in', taskIds)
    .execute();
}

/** What is known of a task whatever the day: its light, due date, leader and words on the day come beside it. */
export type StoredLedgerFacts = Omit<LedgerTaskFacts, 'light' | 'due'>;

/** By task; `ordinal` is the row's number in its section. @param taskIds at most 30,000 */
export async function listLedgerFacts(
  reader: Reader,
  taskIds: readonly number[],
  period: Period,
): Promise<Map<number, StoredLedgerFacts>> {
  const heads = await listHeads(reader, taskIds);
  const units = await listUnitsByTask(reader, taskIds);
  const targets = await listTargetsByTask(reader, taskIds, periodEnd(period));
  const corrections = await listCorrectionsByTask(reader, taskIds);
  const sharedCodes = await listSharedCodes(reader, taskIds);
  const reporters = await listReporters(reader, taskIds, period);
  return new Map(
    heads.map(({ id, row_number, ...head }) => [
      id,
      {
        ...head,
        ordinal: row_number,
        units: units.get(id) ?? [],
        targets: targets.get(id) ?? [],
        corrections: corrections.get(id) ?? [],
        sharedWith: sharedCodes.get(id) ?? [],
        reporters: reporters.get(id) ?? [],
      },
    ]),
  );
}
