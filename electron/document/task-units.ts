import type { NoticeUnit } from '#shared/domain/notice.ts';
import type { Role } from '#shared/domain/task.ts';
import {
  type ListedUnit,
  type ResolvedUnit,
  splitUnitList,
  type UnitResolver,
} from '#shared/domain/unit-name.ts';
import type { TableRow } from './annex-blocks.ts';
import { readRemark } from './remark-rules.ts';

/** A task's units, and the printed names the directory does not know. */
export interface TaskUnits {
  units: NoticeUnit[];
  unknown: string[];
}

interface PrintedUnit extends ListedUnit {
  resolved: ResolvedUnit | null;
}

const strongestFirst: readonly Role[] = ['lead', 'party_lead', 'member', 'support'];

/** Two units in one cell may stand apart by a space only; a known name that holds a space is one unit. */
function splitAtSpaces(listed: ListedUnit, resolve: UnitResolver): ListedUnit[] {
  if (resolve(listed.printed) !== null) return [listed];
  return listed.printed.split(/\s+/u).map((printed) => ({ ...listed, printed }));
}

function resolveCell(cell: string, resolve: UnitResolver): PrintedUnit[] {
  return splitUnitList(cell)
    .flatMap((listed) => splitAtSpaces(listed, resolve))
    .map((listed) => ({ ...listed, resolved: resolve(listed.printed) }));
}

function isSingleUnit(units: readonly PrintedUnit[]): boolean {
  return units.length === 1 && units[0]?.resolved?.unit.kind !== 'group';
}

/** Rules 1 and 2: the starred lead; an only unit leads unless 备注 names a party lead; 统称 never lead alone. */
function cellRole(
  unit: PrintedUnit,
  all: readonly PrintedUnit[],
  columnLeads: boolean,
  partyLed: boolean,
): Role {
  if (all.some((other) => other.starred)) return unit.starred ? 'lead' : 'member';
  return columnLeads || (isSingleUnit(all) && !partyLed) ? 'lead' : 'member';
}

function isUnknown(unit: PrintedUnit): boolean {
  return unit.resolved === null || (unit.resolved.bracket !== null && unit.resolved.office === null);
}

/** A unit that is named twice keeps its place and its strongest role. */
function mergeNamesakes(units: readonly NoticeUnit[]): NoticeUnit[] {
  const merged = new Map<string, NoticeUnit>();
  for (const unit of units) {
    const earlier = merged.get(unit.name);
    const rolesOfUnit: Role[] = earlier === undefined ? [unit.role] : [earlier.role, unit.role];
    const role = strongestFirst.find((candidate) => rolesOfUnit.includes(candidate)) ?? unit.role;
    merged.set(unit.name, { ...(earlier ?? unit), role });
  }
  return [...merged.values()];
}

/**
 * The units of one row with their roles, printed order first, then those of 备注 (domain.md, How the notice is
 * read, rules 1 to 3 and 7).
 */
export function readTaskUnits(row: TableRow, resolve: UnitResolver): TaskUnits {
  const columnLeads = row.header.columns.includes('leads');
  const listed = resolveCell(columnLeads ? row.cells.leads : row.cells.units, resolve);
  const remark = readRemark(row.cells.remark);
  const partyLeads = remark.partyLeads.flatMap((printed) => resolveCell(printed, resolve));
  const supporters = remark.supporters.flatMap((printed) => resolveCell(printed, resolve));
  const partyLed = partyLeads.length > 0;
  const withRoles: [PrintedUnit, Role][] = [
    ...listed.map((unit): [PrintedUnit, Role] => [unit, cellRole(unit, listed, columnLeads, partyLed)]),
    ...partyLeads.map((unit): [PrintedUnit, Role] => [unit, 'party_lead']),
    ...supporters.map((unit): [PrintedUnit, Role] => [unit, 'support']),
  ];
  const units = withRoles.flatMap(([unit, role]) =>
    unit.resolved === null ? [] : [{ name: unit.resolved.unit.name, printed: unit.printed, role }],
  );
  const unknown = withRoles.filter(([unit]) => isUnknown(unit)).map(([unit]) => unit.printed);
  return { units: mergeNamesakes(units), unknown };
}
