/** What stands between a task and its 办结: readings of its targets, open 督办单, parts that go on. */
import type { Reader } from '../executor.ts';

/** Each unit's current readings of a task's targets, oldest period first. */
export function listTargetWords(reader: Reader, taskId: number) {
  return reader
    .selectFrom('progress_report as report')
    .innerJoin('target_reading as reading', 'reading.report_id', 'report.id')
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .select([
      'reading.target_id as targetId',
      'reading.value',
      'report.unit_id as unitId',
      'unit.name as unit',
    ])
    .select(['report.period', 'report.period_end as periodEnd'])
    .where('report.task_id', '=', taskId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('progress_report as later')
            .select('later.id')
            .whereRef('later.task_id', '=', 'report.task_id')
            .whereRef('later.unit_id', '=', 'report.unit_id')
            .whereRef('later.period', '=', 'report.period')
            .whereRef('later.revision', '>', 'report.revision'),
        ),
      ),
    )
    .orderBy('report.period_end')
    .orderBy('report.period')
    .orderBy('unit.position')
    .execute();
}

/** 督办单 about a task that are neither closed nor void. */
export function listOpenOrders(reader: Reader, taskId: number) {
  return reader
    .selectFrom('action_task as link')
    .innerJoin('action', 'action.id', 'link.action_id')
    .select(['action.title', 'action.number', 'action.number_year as year'])
    .where('link.task_id', '=', taskId)
    .where('action.kind', '=', 'supervision_order')
    .where('action.state', 'not in', ['closed', 'void'])
    .orderBy('action.id')
    .execute();
}

/** The tasks that the last split of a task made. */
export function listPartsOfLastSplit(reader: Reader, taskId: number) {
  return reader
    .selectFrom('task_move_task as link')
    .innerJoin('task', 'task.id', 'link.task_id')
    .select(['task.id', 'task.code'])
    .where('link.move_id', '=', (eb) =>
      eb
        .selectFrom('task_move as move')
        .select((inner) => inner.fn.max('move.id').as('last'))
        .where('move.task_id', '=', taskId)
        .where('move.move', '=', 'split'),
    )
    .orderBy('task.code')
    .execute();
}
