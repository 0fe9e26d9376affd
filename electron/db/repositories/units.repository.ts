/** The unit directory with what hangs on each unit. */
import type { UnitSummary } from '#shared/contract/units.ts';
import { pinyinInitials } from '#shared/domain/pinyin.ts';
import type { Role } from '#shared/domain/task.ts';
import type { Reader } from '../executor.ts';

type Names = Map<number, string[]>;

function namesById(rows: readonly { id: number | null; name: string }[]): Names {
  const names: Names = new Map();
  for (const { id, name } of rows) {
    if (id !== null) names.set(id, [...(names.get(id) ?? []), name]);
  }
  return names;
}

function listUnitRows(reader: Reader) {
  return reader
    .selectFrom('unit')
    .leftJoin('unit as parent', 'parent.id', 'unit.parent_id')
    .select(['unit.id', 'unit.name', 'unit.kind', 'unit.membership', 'unit.parent_id'])
    .select('parent.name as parent_name')
    .orderBy('unit.position')
    .orderBy('unit.id')
    .execute();
}

type UnitRow = Awaited<ReturnType<typeof listUnitRows>>[number];

async function listAliases(reader: Reader): Promise<Names> {
  const rows = reader.selectFrom('unit_alias').select(['unit_id as id', 'alias as name']).orderBy('id');
  return namesById(await rows.execute());
}

async function listMembers(reader: Reader): Promise<Names> {
  const rows = reader
    .selectFrom('unit_group_member')
    .innerJoin('unit', 'unit.id', 'unit_group_member.member_id')
    .select(['unit_group_member.group_id as id', 'unit.name'])
    .orderBy('unit_group_member.position');
  return namesById(await rows.execute());
}

type RoleCounts = Map<number, Record<Role, number>>;

async function countTasksByRole(reader: Reader): Promise<RoleCounts> {
  const rows = await reader
    .selectFrom('task_unit')
    .select((eb) => ['unit_id', 'role', eb.fn.count<number>('task_id').distinct().as('tasks')])
    .groupBy(['unit_id', 'role'])
    .execute();
  const counts: RoleCounts = new Map();
  for (const { unit_id, role, tasks } of rows) {
    counts.set(unit_id, { ...noTasks, ...counts.get(unit_id), [role]: tasks });
  }
  return counts;
}

async function countReportedTasks(reader: Reader): Promise<Map<number, number>> {
  const rows = await reader
    .selectFrom('task_reporting_unit')
    .select((eb) => ['unit_id', eb.fn.countAll<number>().as('tasks')])
    .groupBy('unit_id')
    .execute();
  return new Map(rows.map((row) => [row.unit_id, row.tasks]));
}

const noTasks: Record<Role, number> = { lead: 0, member: 0, party_lead: 0, support: 0 };

interface DirectoryParts {
  aliases: Names;
  members: Names;
  offices: Names;
  roleCounts: RoleCounts;
  reported: Map<number, number>;
}

function toSummary(row: UnitRow, parts: DirectoryParts): UnitSummary {
  const parent = row.parent_id === null ? null : { id: row.parent_id, name: row.parent_name ?? '' };
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    aliases: parts.aliases.get(row.id) ?? [],
    parent,
    offices: parts.offices.get(row.id) ?? [],
    membership: row.membership,
    members: parts.members.get(row.id) ?? [],
    taskCounts: parts.roleCounts.get(row.id) ?? { ...noTasks },
    reportingCount: parts.reported.get(row.id) ?? 0,
    initials: pinyinInitials(row.name),
  };
}

/** Every unit, in the directory's order: six queries however many there are. */
export async function listUnitSummaries(reader: Reader): Promise<UnitSummary[]> {
  const rows = await listUnitRows(reader);
  const parts: DirectoryParts = {
    aliases: await listAliases(reader),
    members: await listMembers(reader),
    offices: namesById(rows.map((row) => ({ id: row.parent_id, name: row.name }))),
    roleCounts: await countTasksByRole(reader),
    reported: await countReportedTasks(reader),
  };
  return rows.map((row) => toSummary(row, parts));
}

export async function findUnitName(reader: Reader, unitId: number): Promise<string | null> {
  const row = await reader.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirst();
  return row?.name ?? null;
}
