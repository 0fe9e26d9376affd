/** From which day a changed plan holds, and what is kept of the one before it. */
import { AppError } from '#shared/contract/errors.ts';
import type { PlanView } from '#shared/contract/plan.ts';
import { latestEnding, periodEnd, periodYear } from '#shared/domain/period.ts';
import { addDays, dateLabel, isDate } from '#shared/domain/supervision/dates.ts';
import {
  keptProposals,
  type ProposedSpan,
  succeedPlans,
  usualPlanStart,
} from '#shared/domain/supervision/plan-succession.ts';
import type { Reader, Writer } from '../db/executor.ts';
import {
  deleteEarlierPlans,
  insertEarlierPlan,
  listEarlierPlansOf,
  shortenEarlierPlan,
} from '../db/repositories/earlier-plan.repository.ts';
import type { PlanTaskHead } from '../db/repositories/plan.repository.ts';
import { listPublishedPeriods } from '../db/repositories/publication.repository.ts';
import { listWordingsOf } from '../db/repositories/task-terms.repository.ts';

/** The day after the last published period of a year; null while none is published. */
async function firstOpenDay(reader: Reader, year: number): Promise<string | null> {
  const published = await listPublishedPeriods(reader);
  const last = latestEnding(published.filter((period) => periodYear(period) === year));
  return last === null ? null : addDays(periodEnd(last), 1);
}

/** The day a change of the plan holds from unless a person says otherwise; null: from the beginning. */
export async function readUsualStart(
  reader: Reader,
  { taskId, year }: Pick<PlanTaskHead, 'taskId' | 'year'>,
  status: PlanView['status'],
  today: string,
): Promise<string | null> {
  const wordings = (await listWordingsOf(reader, taskId)).slice(1);
  const worded = wordings.findLast(({ from }) => from <= today)?.from ?? null;
  return usualPlanStart(status, today, year, await firstOpenDay(reader, year), worded);
}

/**
 * @param wanted a day; null: as early as may be; undefined: as usual
 * @throws AppError `bad_input` for a day that is none, or that lies in a published period
 */
export async function resolvePlanStart(
  reader: Reader,
  task: Pick<PlanTaskHead, 'taskId' | 'code' | 'year'>,
  status: PlanView['status'],
  wanted: string | null | undefined,
  today: string,
): Promise<string | null> {
  if (wanted === undefined) return readUsualStart(reader, task, status, today);
  const earliest = await firstOpenDay(reader, task.year);
  if (wanted === null) return earliest;
  if (!isDate(wanted))
    throw new AppError('bad_input', `计划的起算日期“${wanted}”不是有效日期，请按“2024-06-30”的格式填写。`);
  if (earliest === null || wanted >= earliest) return wanted;
  throw new AppError(
    'bad_input',
    `任务 ${task.code} 的计划没有保存：${dateLabel(addDays(earliest, -1))}及以前各期已经发布，不能再变。计划的改动请从${dateLabel(earliest)}或以后起算。`,
    { code: task.code },
  );
}

/**
 * Keeps what the words of a task suggested in turn for the days before the first plan a person confirms. What was
 * only proposed was held against nobody: without 节点.
 */
export async function keepProposals(
  writer: Writer,
  taskId: number,
  spans: readonly ProposedSpan<Pick<PlanView, 'reason' | 'trajectory'>>[],
  from: string | null,
  at: { at: string; by: string },
): Promise<void> {
  for (const { until, plan } of keptProposals(spans, from)) {
    const { reason, trajectory } = plan;
    const kept = { taskId, until, status: 'proposed', reason, trajectory, milestones: [] } as const;
    await insertEarlierPlan(writer, kept, at);
  }
}

/** Keeps the plan that stood until now for the days before the new one, and lets go of what never comes to hold. */
export async function keepEarlierPlan(
  writer: Writer,
  taskId: number,
  before: PlanView,
  from: string | null,
  at: { at: string; by: string },
): Promise<void> {
  const ends = (await listEarlierPlansOf(writer, taskId)).map(({ until }) => until);
  const { shortened, dropped, keepsLast } = succeedPlans(ends, from);
  if (dropped.length > 0) await deleteEarlierPlans(writer, taskId, dropped);
  if (from === null) return;
  if (shortened !== null) await shortenEarlierPlan(writer, taskId, shortened, from);
  if (!keepsLast) return;
  const { status, reason, trajectory } = before;
  const milestones = before.milestones.flatMap(({ id, ...own }) => (id === null ? [] : [{ id, ...own }]));
  await insertEarlierPlan(writer, { taskId, until: from, status, reason, trajectory, milestones }, at);
}
