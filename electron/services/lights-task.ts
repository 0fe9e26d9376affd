/** One task's lights with the drawing of its year. */

import { AppError } from '#shared/contract/errors.ts';
import type { LightMomentQuery, TaskLights, TrajectoryMark } from '#shared/contract/lights.ts';
import { actualPercent, type LeadWord } from '#shared/domain/lights/judge-task.ts';
import { isListedOn, planOn, type TaskFacts, trajectoryOn } from '#shared/domain/lights/task-facts.ts';
import { type Period, parsePeriod, periodEnd } from '#shared/domain/period.ts';
import type { CurveSettings } from '#shared/domain/supervision/curves.ts';
import { addDays, monthEnd } from '#shared/domain/supervision/dates.ts';
import { expectedPercent, type Trajectory } from '#shared/domain/supervision/trajectory.ts';
import { listOverrides } from '../db/repositories/light-overrides.repository.ts';
import { listReportedPeriods } from '../db/repositories/light-reports.repository.ts';
import { tasksById } from '../db/repositories/light-tasks.repository.ts';
import { readTaskFacts } from './lights-facts.ts';
import type { LightsReader } from './lights-list.ts';
import { resolveMoment } from './lights-moment.ts';
import { lightRow } from './lights-rows.ts';
import { readDayWords } from './lights-words.ts';
import { type JudgingRules, readJudgingRules } from './rule-settings.ts';

/** A trajectory that runs for years is drawn by so many of its month ends at most. */
const mostMarks = 60;

function expectedMarks(trajectory: Trajectory, curves: readonly CurveSettings[]): TrajectoryMark[] {
  const { start, due } = trajectory;
  const dates = [addDays(start, -1)];
  for (let end = monthEnd(start); end < due && dates.length < mostMarks; end = monthEnd(addDays(end, 1)))
    dates.push(end);
  dates.push(due);
  return dates.map((date) => ({ date, percent: expectedPercent(trajectory, date, curves) }));
}

/** What each lead reported for the periods up to the moment. */
async function actualMarks(
  lights: LightsReader,
  task: TaskFacts,
  periods: readonly Period[],
  rules: JudgingRules,
): Promise<TaskLights['actual']> {
  const marks = new Map<number, TrajectoryMark[]>(task.leads.map(({ id }) => [id, []]));
  for (const period of periods) {
    const date = periodEnd(period);
    const moment = { date, year: 0, reportsOf: [period] };
    const words = await readDayWords(lights.reader, moment, rules, { taskIds: [task.taskId] });
    for (const { id } of task.leads) {
      const word: LeadWord | null = words.wordOf(task.taskId, id);
      const percent = word === null ? null : actualPercent(task, word, date);
      if (percent !== null) marks.get(id)?.push({ date, percent });
    }
  }
  return task.leads.map(({ id, name }) => ({ unitId: id, unit: name, marks: marks.get(id) ?? [] }));
}

async function readReportedPeriods({ reader }: LightsReader, until: string): Promise<Period[]> {
  const periods = (await listReportedPeriods(reader)).map(parsePeriod).filter((period) => period !== null);
  return periods
    .filter((period) => periodEnd(period) <= until)
    .sort((one, other) => (periodEnd(one) < periodEnd(other) ? -1 : 1));
}

async function readOverrides({ reader }: LightsReader, taskId: number): Promise<TaskLights['overrides']> {
  const rows = await listOverrides(reader, tasksById([taskId]));
  return rows.toReversed().map((row) => {
    const { id, light, reason, from, until, by, unit, createdAt, withdrawnAt, withdrawnBy } = row;
    const withdrawn =
      withdrawnAt === null || withdrawnBy === null ? null : { at: withdrawnAt, by: withdrawnBy };
    return { id, light, reason, from, until, by, unit, createdAt, withdrawn };
  });
}

/** @throws AppError `not_found` */
export async function readTaskLights(
  lights: LightsReader,
  taskId: number,
  query: LightMomentQuery,
): Promise<TaskLights> {
  const { reader, proposals, today } = lights;
  const { moment, last, basis } = await resolveMoment(reader, query, today);
  const [task] = await readTaskFacts(reader, tasksById([taskId]), proposals);
  if (task === undefined) throw new AppError('not_found', '没有找到这项任务，请刷新后再试。', { taskId });
  const rules = await readJudgingRules(reader);
  const scope = { taskIds: [taskId] };
  const now = await readDayWords(reader, moment, rules, scope);
  const before = last === null ? null : await readDayWords(reader, last, rules, scope);
  const { status, reason, milestones } = planOn(task, moment.date);
  const trajectory = trajectoryOn(task, moment.date);
  return {
    basis,
    row: isListedOn(task, moment.date) ? lightRow(task, task.leads, { now, last: before }) : null,
    plan: { status, reason, trajectory, milestones: [...milestones] },
    expected: expectedMarks(trajectory, rules.curves),
    actual: await actualMarks(lights, task, await readReportedPeriods(lights, moment.date), rules),
    overrides: await readOverrides(lights, taskId),
  };
}
