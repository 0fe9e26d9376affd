/**
 * lights_20k. Ours: the lights service's list() of every month of every year's notice: 20,000 tasks × 12 periods,
 * two leads each, with expected progress, rules, sentences and the movement against the month before.
 * Baseline: one better-sqlite3 statement over the same reports that joins each pair's current word with its task
 * and counts by period how many are at or above a linear trajectory, 10 points and 30 points below it.
 */
import type { Database as SqliteDatabase } from 'better-sqlite3';
import { createLightsService, type LightsService } from '#electron/services/lights.service.ts';
import { monthsOfYear } from '#shared/domain/period.ts';
import { openLargeFile } from './large-file.ts';
import { type Bench, interleave, ratioFigure, timed } from './measure.ts';
import { benchContext } from './workspace.ts';

const aggregate = `
  select report.period, count(*) as leads,
    sum(report.percent >= cast(substr(report.period, 6) as integer) * 100.0 / 12 - 10) as green,
    sum(report.percent < cast(substr(report.period, 6) as integer) * 100.0 / 12 - 30) as red
  from task
  join task_reporting_unit as asked on asked.task_id = task.id
  join progress_report as report on report.task_id = asked.task_id and report.unit_id = asked.unit_id
  where not exists (
    select 1 from progress_report as later
    where later.task_id = report.task_id and later.period_end = report.period_end and later.period = report.period
      and later.unit_id = report.unit_id and later.revision > report.revision)
  group by report.period
  order by report.period`;

interface PeriodCount {
  period: string;
  leads: number;
}

async function listEveryPeriod(lights: LightsService, years: readonly number[]): Promise<PeriodCount[]> {
  const counts: PeriodCount[] = [];
  for (const period of years.flatMap(monthsOfYear)) {
    const { rows } = await lights.list({ moment: { period }, filter: {} });
    const leads = rows.reduce(
      (sum, { parts }) => sum + parts.filter(({ reportedFor }) => reportedFor !== null).length,
      0,
    );
    counts.push({ period, leads });
  }
  return counts;
}

function readYears(raw: SqliteDatabase): number[] {
  return raw.prepare<[], number>('select year from document order by year').pluck().all();
}

export const lights20k: Bench = {
  name: 'lights_20k',
  async measure(remark) {
    const open = await openLargeFile(remark);
    try {
      const lights = createLightsService(open.database, benchContext);
      const years = readYears(open.raw);
      const statement = open.raw.prepare<[], PeriodCount>(aggregate);
      const ours = await listEveryPeriod(lights, years);
      const theirs = statement.all().map(({ period, leads }) => ({ period, leads }));
      // A comparison means something only where both judge the same reports.
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) throw new Error('the two count different reports');
      const sides = {
        ours: () => timed(() => listEveryPeriod(lights, years)),
        baseline: () => timed(() => statement.all()),
      };
      return ratioFigure('lights_20k', await interleave(sides, { runs: 3, warmUps: 0 }));
    } finally {
      await open.close();
    }
  },
};
