/** 填报单位 of every task, derived by the rule from what is stored. */
import { reportingUnits } from '#shared/domain/reporting.ts';
import type { Reader } from '../db/executor.ts';
import { listStoredUnits } from '../db/repositories/directory.repository.ts';
import { listRolesByTask, type ReportingPair } from '../db/repositories/notice-tasks.repository.ts';

/** By task and position, as the derived table should hold them. */
export async function deriveReportingPairs(reader: Reader): Promise<ReportingPair[]> {
  const stored = await listStoredUnits(reader);
  const idByName = new Map(stored.map((unit) => [unit.entry.name, unit.id]));
  const directory = stored.map((unit) => unit.entry);
  const pairs: ReportingPair[] = [];
  for (const [taskId, roles] of await listRolesByTask(reader)) {
    for (const [position, name] of reportingUnits(roles, directory).entries()) {
      const unitId = idByName.get(name);
      if (unitId !== undefined) pairs.push({ taskId, unitId, position });
    }
  }
  return pairs;
}
