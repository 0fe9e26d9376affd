/** The periods a unit was asked for and has not reported since its last word on a task. */
import { defaultDeadline, type Period, parsePeriod, periodEnd, periodLabel } from '#shared/domain/period.ts';
import type { Reader } from '../db/executor.ts';
import { listLastReports } from '../db/repositories/action-facts.repository.ts';
import { findDeadline } from '../db/repositories/forms.repository.ts';
import { listWorkedPeriods } from '../db/repositories/score-facts.repository.ts';

export type SilentPeriods = (
  taskId: number,
  unitId: number,
  listedFrom: string | null,
) => { label: string; deadline: string }[];

interface AskedPeriod {
  period: Period;
  deadline: string;
}

async function listAskedPeriods(reader: Reader, year: number, date: string): Promise<AskedPeriod[]> {
  const periods = (await listWorkedPeriods(reader, year)).flatMap((text) => parsePeriod(text) ?? []);
  const asked: AskedPeriod[] = [];
  for (const period of periods)
    asked.push({ period, deadline: (await findDeadline(reader, period)) ?? defaultDeadline(period) });
  return asked
    .filter(({ deadline }) => deadline < date)
    .sort((one, other) => (one.deadline < other.deadline ? -1 : 1));
}

/** A later word makes an earlier silence no reason to chase: it is scored, not asked for again. */
export async function readSilence(reader: Reader, year: number, date: string): Promise<SilentPeriods> {
  const asked = await listAskedPeriods(reader, year, date);
  const last = new Map(
    (await listLastReports(reader, year)).map((report) => [
      `${report.taskId} ${report.unitId}`,
      report.periodEnd,
    ]),
  );
  return (taskId, unitId, listedFrom) => {
    const heard = last.get(`${taskId} ${unitId}`) ?? '';
    return asked
      .filter(({ period }) => periodEnd(period) > heard && periodEnd(period) >= (listedFrom ?? ''))
      .map(({ period, deadline }) => ({ label: periodLabel(period), deadline }));
  };
}
