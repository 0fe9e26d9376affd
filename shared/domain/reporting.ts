/** 填报单位 (domain.md, Words): who is asked to fill in the form. */
import type { Role } from './task.ts';
import type { UnitEntry } from './unit.ts';

/** A unit's part in a task, by its canonical name. */
export interface TaskUnitRole {
  name: string;
  role: Role;
}

/** In this order the first role that is present reports; a unit that only supports is never asked. */
const reportingOrder: readonly Role[] = ['lead', 'member', 'party_lead'];

function concreteUnits(
  entry: UnitEntry | undefined,
  name: string,
  namedMembers: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (entry?.kind !== 'group') return [name];
  return entry.membership === 'fixed' ? entry.members : (namedMembers.get(name) ?? []);
}

/**
 * The canonical names of the units that report on a task: the leads; without a lead, the listed units; without
 * units, the party lead. A fixed group stands for its members in the directory's order. A `per_task` group
 * (相关街镇) stands for the members staff named for this task and for nobody until then (待明确).
 * @param taskUnits the task's units in printed order
 * @param namedMembers per group name, the members staff named for this task
 */
export function reportingUnits(
  taskUnits: readonly TaskUnitRole[],
  directory: readonly UnitEntry[],
  namedMembers: ReadonlyMap<string, readonly string[]> = new Map(),
): string[] {
  const role = reportingOrder.find((candidate) => taskUnits.some((unit) => unit.role === candidate));
  const entries = new Map(directory.map((entry) => [entry.name, entry]));
  const names = taskUnits
    .filter((unit) => unit.role === role)
    .flatMap((unit) => concreteUnits(entries.get(unit.name), unit.name, namedMembers));
  return [...new Set(names)];
}
