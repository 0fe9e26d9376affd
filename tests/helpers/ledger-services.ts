/** The services of tasks, progress and units over the seeded notice, with look-ups by name. */
import { createProgressService } from '#electron/services/progress.service.ts';
import { createTasksService } from '#electron/services/tasks.service.ts';
import { createUnitsService } from '#electron/services/units.service.ts';
import type { ProgressRow } from '#shared/contract/progress.ts';
import type { TaskFilter } from '#shared/contract/tasks.ts';
import { emptyProgress, type ProgressValues } from '#shared/domain/progress.ts';
import { openSeededDatabase, testContext } from './database.ts';

export interface SaveRequest {
  unit: string;
  code: string;
  period: string;
  values: Partial<ProgressValues>;
  /** Absent: saved as the first report. */
  basedOnReport?: number | null;
  targetValues?: { targetId: number; value: number }[];
}

/** A fresh copy of the seeded database for the running test. */
export async function openLedgerServices() {
  const { database, raw } = await openSeededDatabase();
  const tasks = createTasksService(database, testContext);
  const units = createUnitsService(database, testContext);
  const progress = createProgressService(database, testContext);
  const unitIds = new Map((await units.list({})).map((unit) => [unit.name, unit.id]));
  const { rows } = await tasks.list({ filter: {}, offset: 0, limit: 5_000 });
  const taskIds = new Map(rows.map((row) => [row.code, row.id]));
  const find = (ids: Map<string, number>, name: string): number => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`the seed has no ${name}`);
    return id;
  };
  const unitId = (name: string): number => find(unitIds, name);
  const taskId = (code: string): number => find(taskIds, code);
  return {
    database,
    raw,
    tasks,
    units,
    progress,
    unitId,
    taskId,
    /** Codes of the tasks a filter lists, in the table's order. */
    async codes(filter: TaskFilter): Promise<string[]> {
      const page = await tasks.list({ filter, offset: 0, limit: 5_000 });
      return page.rows.map((row) => row.code);
    },
    async task(code: string) {
      return tasks.detail({ taskId: taskId(code) });
    },
    save({ unit, code, period, values, basedOnReport = null, targetValues = [] }: SaveRequest) {
      return progress.save({
        taskId: taskId(code),
        unitId: unitId(unit),
        period,
        basedOnReport,
        values: { ...emptyProgress, ...values },
        targetValues,
      });
    },
    sheet(unit: string, period: string, scope: 'lead' | 'all' = 'lead'): Promise<ProgressRow[]> {
      return progress.sheet({ period, unitId: unitId(unit), scope });
    },
  };
}
