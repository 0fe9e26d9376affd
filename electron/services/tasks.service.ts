/** 任务总表 and the task page. */
import type { Kysely } from 'kysely';
import type { Contract } from '#shared/contract/index.ts';
import type { AreaHandlers } from '#shared/contract/method.ts';
import type { TaskDetail, TaskFilterOptions, TaskPage, TaskPageQuery } from '#shared/contract/tasks.ts';
import type { Reader } from '../db/executor.ts';
import { listChanges } from '../db/repositories/change-log.repository.ts';
import { countTasksByKind, listTaskRows, listTaskRowsByIds } from '../db/repositories/tasks.repository.ts';
import { taskCondition } from '../db/repositories/tasks-filter.repository.ts';
import { listTaskProgress } from '../db/repositories/tasks-history.repository.ts';
import { listDocumentOptions, listLeaderOptions } from '../db/repositories/tasks-options.repository.ts';
import {
  listCorrectionsByTask,
  listSharedTasks,
  listTargetsByTask,
} from '../db/repositories/tasks-parts.repository.ts';
import { listSources } from '../db/repositories/tasks-source.repository.ts';
import { listReportingUnitsByTask } from '../db/repositories/tasks-units.repository.ts';
import type { Database } from '../db/schema.ts';
import type { ServiceContext } from './context.ts';
import { createDueChanges, type DueChanges } from './due-changes.ts';
import { localDate } from './moment.ts';
import { type CatalogueTask, listCatalogue } from './tasks-catalogue.service.ts';
import { editTask, requireTaskText } from './tasks-edit.service.ts';

export interface TasksService extends AreaHandlers<Contract['tasks']> {
  /** Every task with all the notice says of it, for the command line. */
  catalogue: () => Promise<CatalogueTask[]>;
}

async function readPage(reader: Reader, { filter, offset, limit }: TaskPageQuery): Promise<TaskPage> {
  const condition = await taskCondition(reader, filter);
  const rows = await listTaskRows(reader, condition, offset, limit);
  const totals = await countTasksByKind(reader, condition);
  return { rows, total: totals.key + totals.livelihood, totals };
}

async function readFilterOptions(reader: Reader): Promise<TaskFilterOptions> {
  return { documents: await listDocumentOptions(reader), leaders: await listLeaderOptions(reader) };
}

/** @param today `YYYY-MM-DD` @throws AppError `not_found` */
async function readDetail(reader: Reader, taskId: number, today: string): Promise<TaskDetail> {
  const { version } = await requireTaskText(reader, taskId);
  const [row] = await listTaskRowsByIds(reader, [taskId]);
  const source = (await listSources(reader, [taskId])).get(taskId);
  if (row === undefined || source === undefined) throw new Error(`task ${taskId} has no section`);
  return {
    ...row,
    version,
    documentNumber: source.documentNumber,
    sourceContent: source.content,
    sourceLine: source.line,
    corrections: (await listCorrectionsByTask(reader, [taskId])).get(taskId) ?? [],
    targets: (await listTargetsByTask(reader, [taskId], today)).get(taskId) ?? [],
    reportingUnits: (await listReportingUnitsByTask(reader, [taskId])).get(taskId) ?? [],
    sharedWith: await listSharedTasks(reader, taskId),
    progress: await listTaskProgress(reader, taskId, (instant) => localDate(new Date(instant))),
    changes: await listChanges(reader, 'task', taskId),
  };
}

/** @param dueChanges what comes into force today does so before anything is listed */
export function createTasksService(
  database: Kysely<Database>,
  context: ServiceContext,
  dueChanges: DueChanges = createDueChanges(database, context),
): TasksService {
  const today = () => localDate(context.now());
  return {
    async list(query) {
      await dueChanges.ensure();
      return readPage(database, query);
    },
    filterOptions: () => readFilterOptions(database),
    detail: ({ taskId }) => readDetail(database, taskId, today()),
    edit: (edit) =>
      database.transaction().execute(async (writer) => {
        await editTask(writer, context, edit);
        return readDetail(writer, edit.taskId, today());
      }),
    catalogue: () => listCatalogue(database, today()),
  };
}
