/** Which units a fill-in workbook can be made for, as the export itself decides it. */
import type { FormRole } from '#shared/contract/exports.ts';
import type { UnitSummary } from '#shared/contract/units.ts';

function hasTasks(unit: UnitSummary): boolean {
  return Object.values(unit.taskCounts).some((count) => count > 0);
}

/** A group has no form, its members do; a fixed group's tasks are its members' (domain.md, Words: 统称). */
export function unitsWithForms(units: readonly UnitSummary[], role: FormRole): UnitSummary[] {
  const groups = units.filter((unit) => unit.membership === 'fixed' && hasTasks(unit));
  const viaGroup = new Set(groups.flatMap(({ members }) => members));
  const isInvolved = (unit: UnitSummary) => hasTasks(unit) || viaGroup.has(unit.name);
  return units.filter(
    (unit) => unit.kind !== 'group' && (unit.reportingCount > 0 || (role === 'all' && isInvolved(unit))),
  );
}
