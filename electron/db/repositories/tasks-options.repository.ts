/** What the task table's filter bar offers. */
import type { TaskFilterOptions } from '#shared/contract/tasks.ts';
import type { Reader } from '../executor.ts';

/** The newest year first. */
export function listDocumentOptions(reader: Reader): Promise<TaskFilterOptions['documents']> {
  return reader
    .selectFrom('document')
    .leftJoin('task', 'task.document_id', 'document.id')
    .select((eb) => [
      'document.id',
      'document.number',
      'document.title',
      'document.year',
      eb.fn.count<number>('task.id').as('taskCount'),
    ])
    .groupBy(['document.id', 'document.number', 'document.title', 'document.year'])
    .orderBy('document.year', 'desc')
    .orderBy('document.id', 'desc')
    .execute();
}

/** In the order in which the notices name them. */
export function listLeaderOptions(reader: Reader): Promise<TaskFilterOptions['leaders']> {
  return reader
    .selectFrom('leader')
    .leftJoin('task', 'task.leader_id', 'leader.id')
    .select((eb) => [
      'leader.id',
      'leader.name',
      'leader.title',
      eb.fn.count<number>('task.id').as('taskCount'),
    ])
    .groupBy(['leader.id', 'leader.name', 'leader.title'])
    .orderBy('leader.id')
    .execute();
}
