/** Splitting a task: its parts are tasks of their own from that day on, it stays listed. Merging leaves another. */
import { AppError } from '#shared/contract/errors.ts';
import type { MergeRequest, SplitRequest } from '#shared/contract/task-life.ts';
import { taskSearchText } from '#shared/domain/search-text.ts';
import { taskCode } from '#shared/domain/task.ts';
import type { Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import { insertTask } from '../db/repositories/notice-tasks.repository.ts';
import {
  copyNamedUnits,
  findNextRow,
  findTaskToCopy,
  listUnitsToCopy,
} from '../db/repositories/task-copy.repository.ts';
import { findState } from '../db/repositories/task-life.repository.ts';
import { listTargetsByTask } from '../db/repositories/tasks-parts.repository.ts';
import type { ServiceContext } from './context.ts';
import { moveTask } from './life-move.service.ts';
import { renewReportingPairs } from './reporting-pairs.ts';
import { requireTaskText } from './tasks-edit.service.ts';

type Part = SplitRequest['parts'][number];

/** A code has two digits for its row (`taskCode`), as the notices number them. */
const lastRow = 99;

/** @param date its targets are those of that day */
async function readOriginal(writer: Writer, taskId: number, date: string) {
  const task = await findTaskToCopy(writer, taskId);
  if (task === undefined) throw new AppError('not_found', '没有找到这项任务，请刷新后再试。', { taskId });
  return {
    task,
    units: await listUnitsToCopy(writer, taskId),
    targets: (await listTargetsByTask(writer, [taskId], date)).get(taskId) ?? [],
  };
}

type Original = Awaited<ReturnType<typeof readOriginal>>;

function checkPart({ task, units, targets }: Original, part: Part, row: number): void {
  const fail = (problem: string): never => {
    throw new AppError('bad_input', `任务 ${task.code} 没有拆分：${problem}`, { code: task.code });
  };
  if (row > lastRow) fail(`这一部分已有${lastRow}行，编号用完了，不能再拆。`);
  if (part.unitIds.length === 0) fail(`“${part.content}”没有选单位，请至少选一个。`);
  const isOwn = (id: number) => units.some((unit) => unit.unitId === id);
  if (!part.unitIds.every(isOwn)) fail('选了不属于这项任务的单位，请刷新后重选。');
  if (!part.targetIds.every((id) => targets.some((target) => target.id === id)))
    fail('选了不属于这项任务的指标，请刷新后重选。');
}

/** @returns the new task */
async function addPart(
  writer: Writer,
  context: ServiceContext,
  original: Original,
  part: Part,
  request: SplitRequest,
): Promise<{ id: number; code: string }> {
  const { task } = original;
  const row = await findNextRow(writer, task.sectionId);
  checkPart(original, part, row);
  const units = original.units.filter(({ unitId }) => part.unitIds.includes(unitId));
  const targets = original.targets.filter(({ id }) => part.targetIds.includes(id));
  const code = taskCode(task.kind, task.ordinal, row);
  const { content } = part;
  const remark = `由${task.code}拆分`;
  const project = task.kind === 'livelihood' ? task.title : null;
  const id = await insertTask(writer, {
    task: {
      document_id: task.documentId,
      section_id: task.sectionId,
      leader_id: task.leaderId,
      shared_work_id: null,
      code,
      kind: task.kind,
      row_number: row,
      content,
      source_content: content,
      remark,
      source_line: task.sourceLine,
      search_text: taskSearchText({ code, content, leader: task.leader, project, units, remark }),
      listed_from: request.date,
    },
    units: units.map(({ unitId, role, printed }) => ({ unit_id: unitId, role, printed })),
    targets: targets.map(({ id: _, ...target }) => target),
    corrections: [],
  });
  const at = context.now().toISOString();
  await copyNamedUnits(writer, task.id, id, { at, by: context.operator });
  await renewReportingPairs(writer, id);
  await recordChange(writer, {
    at,
    actor: context.operator,
    origin: context.origin,
    action: '新增任务（拆分）',
    entity: 'task',
    entityId: id,
    before: null,
    after: { code, content, from: task.code, listedFrom: request.date },
  });
  return { id, code };
}

/** @throws AppError `not_found`, `bad_input`; then nothing is changed */
export async function splitTask(
  writer: Writer,
  context: ServiceContext,
  request: SplitRequest,
): Promise<void> {
  const { taskId, date, reason } = request;
  const original = await readOriginal(writer, taskId, date);
  const into: { id: number; code: string }[] = [];
  for (const part of request.parts) into.push(await addPart(writer, context, original, part, request));
  await moveTask(writer, context, {
    taskId,
    move: 'split',
    date,
    reason,
    requester: '',
    reviewer: '',
    into,
  });
}

/** @throws AppError `not_found`, `bad_input` when the other task is not under way either */
export async function mergeTask(
  writer: Writer,
  context: ServiceContext,
  { taskId, intoTaskId, date, reason }: MergeRequest,
): Promise<void> {
  const { code } = await requireTaskText(writer, intoTaskId);
  if ((await findState(writer, intoTaskId)) !== 'active')
    throw new AppError('bad_input', `任务 ${code} 不在推进中，不能并入它。请另选一项。`, { code });
  const into = [{ id: intoTaskId, code }];
  await moveTask(writer, context, { taskId, move: 'merge', date, reason, requester: '', reviewer: '', into });
}
