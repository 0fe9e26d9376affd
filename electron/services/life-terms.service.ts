/** A successor takes over, or a task reads otherwise, from a day on; what held before stays known. */
import { AppError } from '#shared/contract/errors.ts';
import type { Succession, SuccessionRequest } from '#shared/contract/leader-terms.ts';
import type { RewordRequest } from '#shared/contract/task-life.ts';
import { dateLabel, isDate } from '#shared/domain/supervision/dates.ts';
import { leaderAt } from '#shared/domain/supervision/leader-history.ts';
import { checkTaskEvent } from '#shared/domain/supervision/lifecycle.ts';
import type { Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import { insertLeader, listLeaders, updateLeaderTitle } from '../db/repositories/directory.repository.ts';
import { listPlanTasks, type PlanTaskHead } from '../db/repositories/plan.repository.ts';
import { findState } from '../db/repositories/task-life.repository.ts';
import {
  insertTerm,
  insertWording,
  listLeaderRows,
  listTerms,
  listWordingsOf,
} from '../db/repositories/task-terms.repository.ts';
import type { ServiceContext } from './context.ts';
import { rewordTargets } from './reword-targets.ts';

/** What the notice says holds from the beginning of its year. */
function beginningOf({ year }: PlanTaskHead): string {
  return `${year}-01-01`;
}

async function findOrAddLeader(writer: Writer, name: string, title: string): Promise<number> {
  const known = (await listLeaders(writer)).get(name);
  if (known === undefined) return insertLeader(writer, name, title);
  if (title !== '' && title !== known.title) await updateLeaderTitle(writer, known.id, title);
  return known.id;
}

interface Handover {
  task: PlanTaskHead;
  terms: Awaited<ReturnType<typeof listTerms>>;
}

/** The tasks the leader heads on the day; of those asked for, or of all. */
async function listHandovers(writer: Writer, request: SuccessionRequest): Promise<Handover[]> {
  const handovers: Handover[] = [];
  for (const task of await listPlanTasks(writer, request.taskIds)) {
    const terms = await listTerms(writer, task.taskId);
    const history = terms.map(({ from, leaderId }) => ({ from, leader: String(leaderId) }));
    const head = terms.length === 0 ? String(task.leaderId) : leaderAt(history, request.from);
    if (head === String(request.fromLeaderId)) handovers.push({ task, terms });
  }
  return handovers;
}

function checkHandover({ task, terms }: Handover, from: string): void {
  if (from <= beginningOf(task))
    throw new AppError(
      'bad_input',
      `接任日期须晚于${dateLabel(beginningOf(task))}，任务 ${task.code} 从那天起由通知所列的领导牵头。`,
    );
  const same = terms.find((term) => term.from === from);
  if (same !== undefined)
    throw new AppError(
      'bad_input',
      `任务 ${task.code} 已定于${dateLabel(from)}由${same.leader ?? '无人'}牵头，请改用另一个日期。`,
    );
}

async function handOver(
  writer: Writer,
  context: ServiceContext,
  { task, terms }: Handover,
  request: SuccessionRequest,
  leaderId: number,
): Promise<void> {
  const { taskId } = task;
  const at = context.now().toISOString();
  const created = { at, by: context.operator };
  if (terms.length === 0) {
    const first = { taskId, from: beginningOf(task), leaderId: task.leaderId, reason: '通知所列' };
    await insertTerm(writer, first, created);
  }
  await insertTerm(writer, { taskId, from: request.from, leaderId, reason: request.reason }, created);
  await recordChange(writer, {
    at,
    actor: context.operator,
    origin: context.origin,
    action: '更换牵头领导',
    entity: 'task',
    entityId: taskId,
    before: { leader: task.leader ?? '' },
    after: { leader: request.toName, from: request.from, reason: request.reason },
  });
}

async function checkSuccession(writer: Writer, request: SuccessionRequest): Promise<string> {
  if (!isDate(request.from))
    throw new AppError('bad_input', `接任日期“${request.from}”不是有效日期，请按“2024-06-30”的格式填写。`);
  const leader = (await listLeaderRows(writer)).find(({ id }) => id === request.fromLeaderId);
  if (leader === undefined) throw new AppError('not_found', '没有找到原牵头领导，请刷新后再试。');
  if (leader.name.replace(/\s/g, '') === request.toName.replace(/\s/g, ''))
    throw new AppError('bad_input', `接任领导和原领导都是${leader.name}，请改正其中一个。`);
  return leader.name;
}

/**
 * Writes the terms; the tasks themselves follow on the day (due-changes.ts).
 * @throws AppError `not_found`, `bad_input`; then nothing is changed
 */
export async function succeedLeader(
  writer: Writer,
  context: ServiceContext,
  request: SuccessionRequest,
): Promise<Succession> {
  const before = await checkSuccession(writer, request);
  const handovers = await listHandovers(writer, request);
  if (handovers.length === 0)
    throw new AppError(
      'bad_input',
      `${before}在${dateLabel(request.from)}没有牵头的任务，没有什么可以移交。`,
    );
  for (const handover of handovers) checkHandover(handover, request.from);
  const leaderId = await findOrAddLeader(writer, request.toName, request.toTitle);
  for (const handover of handovers) await handOver(writer, context, handover, request, leaderId);
  return { from: request.from, leader: request.toName, tasks: handovers.length };
}

type Wordings = Awaited<ReturnType<typeof listWordingsOf>>;

/** The words that hold on the day as things stand. @param known oldest first */
function contentOn({ content }: PlanTaskHead, known: Wordings, date: string): string {
  return known.findLast(({ from }) => from <= date)?.content ?? content;
}

function refusal(code: string, problems: readonly string[]): AppError {
  return new AppError('bad_input', `任务 ${code} 没有改写：${problems.join('')}`, { code });
}

/** Words that stay are no problem yet: their numbers may be other ones. */
function checkWording(task: PlanTaskHead, known: Wordings, request: RewordRequest): void {
  const { code } = task;
  const { from, reason, content } = request;
  const problems = checkTaskEvent([], { kind: 'reworded', date: from, reason, content });
  if (problems.length === 0 && from <= beginningOf(task))
    problems.push(`改写日期须晚于${dateLabel(beginningOf(task))}；通知本身有误，请用“修改”并写明勘误理由。`);
  if (known.some((wording) => wording.from === from && wording.content !== content))
    problems.push(
      `${dateLabel(from)}已有一次改写，请改用另一个日期；只更正那一次的指标，请保持那一次的内容不变。`,
    );
  if (problems.length > 0) throw refusal(code, problems);
}

/** The words from the day on, after the notice's own; there already when only their numbers were wrong. */
async function addWording(
  writer: Writer,
  context: ServiceContext,
  task: PlanTaskHead,
  known: Wordings,
  { from, content, reason }: RewordRequest,
): Promise<void> {
  const { taskId } = task;
  const created = { at: context.now().toISOString(), by: context.operator };
  if (known.length === 0) {
    const first = { taskId, from: beginningOf(task), content: task.content, reason: '通知原文（含勘误）' };
    await insertWording(writer, first, created);
  }
  await insertWording(writer, { taskId, from, content, reason }, created);
}

/**
 * Other words from a day on, or other numbers of the same words. Numbers that were written down wrongly are put right
 * on the first day of their words.
 * @throws AppError `not_found`, `bad_input`; then nothing is changed
 */
export async function rewordTask(
  writer: Writer,
  context: ServiceContext,
  request: RewordRequest,
): Promise<void> {
  const { taskId, from, content, reason, targets } = request;
  const [task] = await listPlanTasks(writer, [taskId]);
  if (task === undefined) throw new AppError('not_found', '没有找到这项任务，请刷新后再试。', { taskId });
  const state = await findState(writer, taskId);
  if (state !== 'active')
    throw new AppError('bad_input', `任务 ${task.code} 不在推进中，不能改写。如需变动，请先恢复。`);
  const known = await listWordingsOf(writer, taskId);
  checkWording(task, known, request);
  const before = contentOn(task, known, from);
  const isCorrection = known.some((wording) => wording.from === from);
  const next = known.find((wording) => wording.from > from)?.from ?? null;
  const place = { taskId, code: task.code, from, next, isCorrection };
  const changed = targets === undefined ? null : await rewordTargets(writer, place, targets);
  if (content === before && changed === null)
    throw refusal(task.code, ['改写后的内容和指标都和原来一样，没有什么可以改。']);
  // Also when the words stay: what the numbers suggest is read anew from each wording's day.
  if (!isCorrection) await addWording(writer, context, task, known, request);
  await recordChange(writer, {
    at: context.now().toISOString(),
    actor: context.operator,
    origin: context.origin,
    action: isCorrection ? '更正指标' : '改写任务',
    entity: 'task',
    entityId: taskId,
    before: { content: before, ...(changed === null ? {} : { targets: changed.before }) },
    after: { content, from, reason, ...(changed === null ? {} : { targets: changed.after }) },
  });
}
