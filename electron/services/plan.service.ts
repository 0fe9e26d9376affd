/** 计划 and the life of tasks. */

import { AppError } from '#shared/contract/errors.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { LeaderOffice } from '#shared/contract/leader-terms.ts';
import type { AreaHandlers } from '#shared/contract/method.ts';
import type { PlanDetail } from '#shared/contract/plan.ts';
import type { Reader, Writer } from '../db/executor.ts';
import { insertAttachments, withdrawAttachment } from '../db/repositories/attachment.repository.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import { listPlanTasks } from '../db/repositories/plan.repository.ts';
import { listHandovers, listLeaderRows } from '../db/repositories/task-terms.repository.ts';
import type { OpenDatabase } from '../db/sqlite/open.ts';
import type { ExcelWorker } from '../excel/excel-worker.ts';
import { findAttachment, type KeptFile, keepAttachment } from './attachments.ts';
import type { ServiceContext } from './context.ts';
import { applyDueChanges, type DueChanges } from './due-changes.ts';
import { moveTask } from './life-move.service.ts';
import { mergeTask, splitTask } from './life-split.service.ts';
import { rewordTask, succeedLeader } from './life-terms.service.ts';
import { localDate } from './moment.ts';
import { nameUnits } from './named-units.service.ts';
import { readPlanDetail, requirePlanTask } from './plan-detail.ts';
import { confirmPlans, editPlanRows, readPlanGrid } from './plan-grid.service.ts';
import { savePlan } from './plan-save.service.ts';
import { exportPlanSheet, previewPlanSheet } from './plan-sheet.service.ts';
import { planSheetAction } from './plan-sheet-import.ts';
import { readPlans } from './plan-values.ts';
import { proposeTargetsFor } from './reword-targets.ts';

export interface PlanService extends Omit<AreaHandlers<Contract['plan']>, 'openMaterial'> {
  /** Where a kept file lies. @throws AppError `file_unreadable` */
  findMaterial: (request: { sha256: string }) => Promise<string>;
}

interface Dependencies {
  open: OpenDatabase;
  excel: Pick<ExcelWorker, 'writeTables' | 'readWorkbook'>;
  context: ServiceContext;
  dueChanges: DueChanges;
}

async function attachMaterials(
  writer: Writer,
  context: ServiceContext,
  taskId: number,
  files: readonly KeptFile[],
  note: string,
): Promise<void> {
  await requirePlanTask(writer, taskId);
  const at = context.now().toISOString();
  await insertAttachments(
    writer,
    files.map(({ sha256, fileName }) => ({
      entity: 'task',
      entity_id: taskId,
      sha256,
      file_name: fileName,
      note,
      created_at: at,
      created_by: context.operator,
    })),
  );
  await logMaterial(writer, context, taskId, '附上办结材料', {
    before: null,
    after: { files: files.map(({ fileName }) => fileName).join('、'), note },
  });
}

async function withdrawMaterial(
  writer: Writer,
  context: ServiceContext,
  { taskId, materialId }: { taskId: number; materialId: number },
): Promise<void> {
  const of = { id: materialId, entity: 'task', entityId: taskId } as const;
  const at = context.now().toISOString();
  if (!(await withdrawAttachment(writer, of, { at, by: context.operator })))
    throw new AppError('stale', '这份材料已经撤下了，请刷新后再看。', { taskId });
  await logMaterial(writer, context, taskId, '撤下办结材料', { before: { materialId }, after: null });
}

async function logMaterial(
  writer: Writer,
  context: ServiceContext,
  taskId: number,
  action: string,
  change: { before: Record<string, unknown> | null; after: Record<string, unknown> | null },
): Promise<void> {
  const { operator: actor, origin } = context;
  const at = context.now().toISOString();
  await recordChange(writer, { at, actor, origin, action, entity: 'task', entityId: taskId, ...change });
}

async function readLeaders(reader: Reader): Promise<LeaderOffice[]> {
  const tasks = await listPlanTasks(reader);
  const handovers = await listHandovers(reader);
  return (await listLeaderRows(reader)).map((leader) => ({
    ...leader,
    tasks: tasks
      .filter(({ leaderId }) => leaderId === leader.id)
      .map(({ taskId, code, content }) => ({ id: taskId, code, content })),
    handedOver: handovers
      .filter(({ fromLeaderId }) => fromLeaderId === leader.id)
      .map(({ fromLeaderId: _, ...handover }) => handover),
  }));
}

export function createPlanService({ open, excel, context, dueChanges }: Dependencies): PlanService {
  const { database, directory } = open;
  const today = () => localDate(context.now());

  /** One change in a transaction, and the task as it stands after it. */
  function change(taskId: number, work: (writer: Writer) => Promise<void>): Promise<PlanDetail> {
    return database.transaction().execute(async (writer) => {
      await work(writer);
      await applyDueChanges(writer, today());
      return readPlanDetail(writer, taskId, today());
    });
  }

  return {
    async detail({ taskId }) {
      await dueChanges.ensure();
      return readPlanDetail(database, taskId, today());
    },
    save: ({ version, taskId, from, ...entry }) =>
      change(taskId, async (writer) => {
        const task = await requirePlanTask(writer, taskId);
        const before = (await readPlans(writer, [task], today())).get(taskId);
        if (before === undefined) throw new Error(`task ${taskId} has no plan`);
        await savePlan(writer, context, task, entry, before, version, { start: from });
      }),
    move: (request) =>
      change(request.taskId, (writer) => moveTask(writer, context, { ...request, into: [] })),
    split: (request) => change(request.taskId, (writer) => splitTask(writer, context, request)),
    merge: (request) => change(request.taskId, (writer) => mergeTask(writer, context, request)),
    reword: (request) => change(request.taskId, (writer) => rewordTask(writer, context, request)),
    async proposeTargets({ taskId, content }) {
      const task = await requirePlanTask(database, taskId);
      return proposeTargetsFor(database, task, content, today());
    },
    async attach({ taskId, files, note }) {
      const kept: KeptFile[] = [];
      for (const file of files) kept.push(await keepAttachment(directory, file));
      return change(taskId, (writer) => attachMaterials(writer, context, taskId, kept, note));
    },
    withdrawMaterial: (request) =>
      change(request.taskId, (writer) => withdrawMaterial(writer, context, request)),
    findMaterial: ({ sha256 }) => findAttachment(directory, sha256),
    async leaders() {
      await dueChanges.ensure();
      return readLeaders(database);
    },
    succeed: (request) =>
      database.transaction().execute(async (writer) => {
        const done = await succeedLeader(writer, context, request);
        await applyDueChanges(writer, today());
        return done;
      }),
    nameUnits: (request) => change(request.taskId, (writer) => nameUnits(writer, context, request)),
    async grid() {
      await dueChanges.ensure();
      return readPlanGrid(database, today());
    },
    editGrid: ({ edits }) =>
      database.transaction().execute(async (writer) => {
        await editPlanRows(writer, context, edits, '保存计划');
        return readPlanGrid(writer, today());
      }),
    confirm: ({ taskIds }) =>
      database.transaction().execute((writer) => confirmPlans(writer, context, taskIds)),
    exportSheet: (request) => exportPlanSheet(database, excel, context, request),
    previewSheet: ({ file }) => previewPlanSheet(database, excel, file, today()),
    applySheet: ({ edits, fileName }) =>
      database.transaction().execute(async (writer) => {
        const cells = await editPlanRows(writer, context, edits, planSheetAction(fileName));
        return { rows: edits.length, cells };
      }),
  };
}
