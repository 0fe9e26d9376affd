/** 填报单位 of every task, derived by the rule from what is stored. */
import { reportingUnits } from '#shared/domain/reporting.ts';
import type { Reader, Writer } from '../db/executor.ts';
import { groupRows } from '../db/group-rows.ts';
import { listStoredUnits } from '../db/repositories/directory.repository.ts';
import { listNamedUnits, type NamedUnitRow } from '../db/repositories/named-units.repository.ts';
import {
  listRolesByTask,
  type ReportingPair,
  replaceReportingPairsOf,
} from '../db/repositories/notice-tasks.repository.ts';

/** The units staff named for a task, by the name of their group. */
function membersByGroup(named: readonly NamedUnitRow[]): Map<string, string[]> {
  const groups = groupRows(named, ({ group }) => group);
  return new Map([...groups].map(([group, rows]) => [group, rows.map(({ unit }) => unit)]));
}

/** By task and position, as the derived table should hold them. @param taskId of one task only */
export async function deriveReportingPairs(reader: Reader, taskId?: number): Promise<ReportingPair[]> {
  const stored = await listStoredUnits(reader);
  const idByName = new Map(stored.map((unit) => [unit.entry.name, unit.id]));
  const directory = stored.map((unit) => unit.entry);
  const taskIds = taskId === undefined ? undefined : [taskId];
  const named = groupRows(await listNamedUnits(reader, taskIds), (row) => row.taskId);
  const pairs: ReportingPair[] = [];
  for (const [id, roles] of await listRolesByTask(reader, taskIds)) {
    const members = membersByGroup(named.get(id) ?? []);
    for (const [position, name] of reportingUnits(roles, directory, members).entries()) {
      const unitId = idByName.get(name);
      if (unitId !== undefined) pairs.push({ taskId: id, unitId, position });
    }
  }
  return pairs;
}

/** Writes one task's pairs anew, after its units or their names have changed. */
export async function renewReportingPairs(writer: Writer, taskId: number): Promise<void> {
  await replaceReportingPairsOf(writer, taskId, await deriveReportingPairs(writer, taskId));
}
