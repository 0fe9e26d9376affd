/** The due date of a task as it stands on a day, approved 延期 counted in. */
import { type TaskFacts, trajectoryOn } from '#shared/domain/lights/task-facts.ts';
import type { Reader } from '../db/executor.ts';
import { tasksById } from '../db/repositories/light-tasks.repository.ts';
import { readTaskFacts } from './lights-facts.ts';
import type { ProposalMemory } from './lights-plans.ts';

/** @param date `YYYY-MM-DD` @returns by task id; a task that does not exist is absent */
export async function readDues(
  reader: Reader,
  proposals: ProposalMemory,
  taskIds: readonly number[],
  date: string,
): Promise<Map<number, string>> {
  const facts: TaskFacts[] = await readTaskFacts(reader, tasksById(taskIds), proposals);
  return new Map(facts.map((task) => [task.taskId, trajectoryOn(task, date).due]));
}
