/**
 * score_year. Ours: the scores of 70 units at the end of the made-up year of tests/fixtures/year: returns, lights of
 * twelve months, 退回, 督办单 and marks, each line with its records, as after a start of the program.
 * Baseline: one better-sqlite3 statement over the same reports that counts for each unit how many current words are
 * more than 10 and more than 30 points below a linear trajectory, and in how many periods it was heard.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLightsService } from '#electron/services/lights.service.ts';
import { readScoreSheet } from '#electron/services/score-sheet.ts';
import { parsePeriod } from '#shared/domain/period.ts';
import { playYear } from '../fixtures/year/play.ts';
import { type Bench, interleave, ratioFigure, timed } from './measure.ts';
import { benchContext } from './workspace.ts';

const aggregate = `
  select report.unit_id as unitId, count(distinct report.period) as periods,
    sum(report.percent < cast(substr(report.period, 6) as integer) * 100.0 / 12 - 10) as behind,
    sum(report.percent < cast(substr(report.period, 6) as integer) * 100.0 / 12 - 30) as red
  from task_reporting_unit as asked
  join progress_report as report on report.task_id = asked.task_id and report.unit_id = asked.unit_id
  where not exists (
    select 1 from progress_report as later
    where later.task_id = report.task_id and later.period_end = report.period_end and later.period = report.period
      and later.unit_id = report.unit_id and later.revision > report.revision)
  group by report.unit_id`;

const units = 70;

export const scoreYear: Bench = {
  name: 'score_year',
  async measure(remark) {
    const directory = await mkdtemp(join(tmpdir(), 'duban-bench-year-'));
    remark('playing the year');
    const office = await playYear(directory);
    try {
      const { database, raw } = office.open;
      const december = parsePeriod('2024-12');
      if (december === null) throw new Error('2024-12 is a period');
      const score = async () => {
        // A service of its own: what an earlier run has read is not at hand.
        const lights = createLightsService(database, benchContext);
        const sheet = await readScoreSheet({ reader: database, lights, today: '2025-01-10' }, december);
        return sheet.scores.filter((unit) => unit.score !== null).length;
      };
      const statement = raw.prepare(aggregate);
      const counts = [await score(), statement.all().length];
      if (counts.some((count) => count !== units)) throw new Error(`${counts} units instead of ${units}`);
      const sides = { ours: () => timed(score), baseline: () => timed(() => statement.all()) };
      return ratioFigure('score_year', await interleave(sides, { runs: 7 }));
    } finally {
      await office.close();
      await rm(directory, { recursive: true, force: true });
    }
  },
};
