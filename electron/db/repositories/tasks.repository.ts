/** Rows of the task table: one query a kind of thing for a whole page, never one a row. */
import type { TaskRow } from '#shared/contract/tasks.ts';
import { firstTaskState } from '#shared/domain/supervision/task-state.ts';
import type { TaskKind } from '#shared/domain/task.ts';
import type { Reader } from '../executor.ts';
import { listMovedStates } from './task-life.repository.ts';
import type { TaskCondition } from './tasks-filter.repository.ts';
import { listLatestByTask } from './tasks-latest.repository.ts';
import { listUnitsByTask } from './tasks-units.repository.ts';

/** The order of the page: the order of print, 附件1 first; earlier documents first. */
function selectTaskHeads(reader: Reader) {
  return reader
    .selectFrom('section')
    .innerJoin('task', 'task.section_id', 'section.id')
    .leftJoin('leader', 'leader.id', 'task.leader_id')
    .select(['task.id', 'task.code', 'task.kind', 'task.document_id', 'task.content', 'task.remark'])
    .select(['section.label', 'section.title', 'leader.name as leader'])
    .select((eb) =>
      eb
        .exists(
          eb.selectFrom('correction').select('correction.id').whereRef('correction.task_id', '=', 'task.id'),
        )
        .as('corrected'),
    )
    .orderBy('section.document_id')
    .orderBy('section.kind')
    .orderBy('section.ordinal')
    .orderBy('task.row_number');
}

type TaskHead = Awaited<ReturnType<ReturnType<typeof selectTaskHeads>['execute']>>[number];

async function completeRows(reader: Reader, heads: readonly TaskHead[]): Promise<TaskRow[]> {
  const ids = heads.map((head) => head.id);
  const units = await listUnitsByTask(reader, ids);
  const latest = await listLatestByTask(reader, ids);
  const states = await listMovedStates(reader, ids);
  return heads.map((head) => ({
    id: head.id,
    code: head.code,
    kind: head.kind,
    documentId: head.document_id,
    sectionLabel: head.label,
    sectionTitle: head.title,
    leader: head.leader,
    project: head.kind === 'livelihood' ? head.title : null,
    content: head.content,
    remark: head.remark,
    units: units.get(head.id) ?? [],
    corrected: Boolean(head.corrected),
    state: states.get(head.id) ?? firstTaskState,
    latest: latest.get(head.id) ?? null,
  }));
}

/** One page of the tasks that meet the condition, in printed order. @param limit at most 30,000 */
export async function listTaskRows(
  reader: Reader,
  condition: TaskCondition,
  offset: number,
  limit: number,
): Promise<TaskRow[]> {
  const heads = await selectTaskHeads(reader).where(condition).limit(limit).offset(offset).execute();
  return completeRows(reader, heads);
}

/** Rows by id, in printed order. @param taskIds at most 30,000 */
export async function listTaskRowsByIds(reader: Reader, taskIds: readonly number[]): Promise<TaskRow[]> {
  if (taskIds.length === 0) return [];
  return completeRows(reader, await selectTaskHeads(reader).where('task.id', 'in', taskIds).execute());
}

/** How many tasks meet the condition, by kind. */
export async function countTasksByKind(
  reader: Reader,
  condition: TaskCondition,
): Promise<Record<TaskKind, number>> {
  const rows = await reader
    .selectFrom('task')
    .select((eb) => ['task.kind', eb.fn.countAll<number>().as('tasks')])
    .where(condition)
    .groupBy('task.kind')
    .execute();
  const counts: Record<TaskKind, number> = { key: 0, livelihood: 0 };
  for (const row of rows) counts[row.kind] = row.tasks;
  return counts;
}
