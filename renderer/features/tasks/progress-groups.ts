/** The reports of a task, arranged for reading: by period, by unit, the current revision before the earlier ones. */
import type { TaskProgress } from '#shared/contract/tasks.ts';

export interface UnitReports {
  unitId: number;
  unit: string;
  current: TaskProgress;
  /** Newest first. */
  earlier: TaskProgress[];
}

export interface PeriodReports {
  period: string;
  units: UnitReports[];
}

/** @param progress as the contract orders it: newest period first, then unit, then newest revision */
export function groupProgress(progress: readonly TaskProgress[]): PeriodReports[] {
  const periods: PeriodReports[] = [];
  for (const report of progress) {
    let period = periods.at(-1);
    if (period?.period !== report.period) {
      period = { period: report.period, units: [] };
      periods.push(period);
    }
    const unit = period.units.find(({ unitId }) => unitId === report.unitId);
    if (unit === undefined) {
      period.units.push({ unitId: report.unitId, unit: report.unit, current: report, earlier: [] });
    } else {
      unit.earlier.push(report);
    }
  }
  return periods;
}
