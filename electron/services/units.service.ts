/** 单位: the directory, a unit's tasks by role, and its aliases. */
import type { Kysely } from 'kysely';
import type { Contract } from '#shared/contract/index.ts';
import type { AreaHandlers } from '#shared/contract/method.ts';
import type { UnitDetail } from '#shared/contract/units.ts';
import { listTaskRowsByIds } from '../db/repositories/tasks.repository.ts';
import { listUnitSummaries } from '../db/repositories/units.repository.ts';
import { listUnitTasks } from '../db/repositories/units-tasks.repository.ts';
import type { Database } from '../db/schema.ts';
import type { ServiceContext } from './context.ts';
import { addAlias, removeAlias, requireUnit } from './units-aliases.service.ts';

export type UnitsService = AreaHandlers<Contract['units']>;

async function readDetail(database: Kysely<Database>, unitId: number): Promise<UnitDetail> {
  const unit = await requireUnit(database, unitId);
  const parts = await listUnitTasks(database, unitId);
  const rows = await listTaskRowsByIds(database, [...new Set(parts.map((part) => part.taskId))]);
  const tasks = rows.flatMap((task) =>
    parts.filter((part) => part.taskId === task.id).map(({ role, via }) => ({ role, viaGroup: via, task })),
  );
  return { ...unit, tasks };
}

export function createUnitsService(database: Kysely<Database>, context: ServiceContext): UnitsService {
  return {
    list: () => listUnitSummaries(database),
    detail: ({ unitId }) => readDetail(database, unitId),
    addAlias: (change) => database.transaction().execute((writer) => addAlias(writer, context, change)),
    removeAlias: (change) => database.transaction().execute((writer) => removeAlias(writer, context, change)),
  };
}
