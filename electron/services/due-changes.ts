/** Successions and wordings come into force on their day: then the task itself takes them over. */
import type { Kysely } from 'kysely';
import { taskSearchText } from '#shared/domain/search-text.ts';
import type { Writer } from '../db/executor.ts';
import {
  listDueTerms,
  listDueWordings,
  listLeaderRows,
  setTaskLeader,
} from '../db/repositories/task-terms.repository.ts';
import { listTaskRowsByIds } from '../db/repositories/tasks.repository.ts';
import { replaceTaskText } from '../db/repositories/tasks-edit.repository.ts';
import type { Database } from '../db/schema.ts';
import type { ServiceContext } from './context.ts';
import { localDate } from './moment.ts';

async function applyTerms(writer: Writer, today: string): Promise<void> {
  const names = new Map((await listLeaderRows(writer)).map(({ id, name }) => [id, name]));
  for (const { taskId, after } of await listDueTerms(writer, today)) {
    const [task] = await listTaskRowsByIds(writer, [taskId]);
    if (task === undefined) continue;
    const leader = after === null ? null : (names.get(after) ?? null);
    await setTaskLeader(writer, taskId, after, taskSearchText({ ...task, leader }));
  }
}

async function applyWordings(writer: Writer, today: string): Promise<void> {
  for (const { taskId, version, after, remark } of await listDueWordings(writer, today)) {
    const [task] = await listTaskRowsByIds(writer, [taskId]);
    if (task === undefined) continue;
    const searchText = taskSearchText({ ...task, content: after });
    await replaceTaskText(writer, taskId, version, { content: after, remark, searchText });
  }
}

/** What was decided and logged before comes into force; nothing new is decided here. @param today `YYYY-MM-DD` */
export async function applyDueChanges(writer: Writer, today: string): Promise<void> {
  await applyTerms(writer, today);
  await applyWordings(writer, today);
}

/** Looks once a day, and again when asked after a change. */
export interface DueChanges {
  ensure: () => Promise<void>;
}

export function createDueChanges(database: Kysely<Database>, context: ServiceContext): DueChanges {
  let appliedOn: string | null = null;
  return {
    async ensure() {
      const today = localDate(context.now());
      if (appliedOn === today) return;
      await database.transaction().execute((writer) => applyDueChanges(writer, today));
      appliedOn = today;
    },
  };
}
