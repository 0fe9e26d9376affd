/** The unit directory as stored: names, other names, offices, groups. */
import type { Insertable } from 'kysely';
import type { UnitEntry } from '#shared/domain/unit.ts';
import type { Reader, Writer } from '../executor.ts';
import { groupRows } from '../group-rows.ts';
import type { UnitTable } from '../schema.ts';

export interface StoredUnit {
  id: number;
  entry: UnitEntry;
}

/** All units in the directory's order, with aliases, parents and members by name. */
export async function listStoredUnits(reader: Reader): Promise<StoredUnit[]> {
  const units = await reader.selectFrom('unit').selectAll().orderBy('position').orderBy('id').execute();
  const aliases = await reader.selectFrom('unit_alias').selectAll().orderBy('id').execute();
  const members = await reader
    .selectFrom('unit_group_member')
    .selectAll()
    .orderBy('position')
    .orderBy('member_id')
    .execute();
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  const aliasesByUnit = groupRows(aliases, (row) => row.unit_id);
  const membersByGroup = groupRows(members, (row) => row.group_id);
  return units.map((unit) => ({
    id: unit.id,
    entry: {
      name: unit.name,
      kind: unit.kind,
      aliases: (aliasesByUnit.get(unit.id) ?? []).map((row) => row.alias),
      parent: unit.parent_id === null ? null : (names.get(unit.parent_id) ?? null),
      membership: unit.membership,
      members: (membersByGroup.get(unit.id) ?? []).map((row) => names.get(row.member_id) ?? ''),
    },
  }));
}

/** @returns its id */
export async function insertUnit(writer: Writer, unit: Insertable<UnitTable>): Promise<number> {
  const row = await writer.insertInto('unit').values(unit).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

export async function insertAlias(writer: Writer, unitId: number, alias: string): Promise<void> {
  await writer.insertInto('unit_alias').values({ unit_id: unitId, alias }).execute();
}

/** Replaces a group's members, in this order. */
export async function replaceGroupMembers(
  writer: Writer,
  groupId: number,
  memberIds: readonly number[],
): Promise<void> {
  await writer.deleteFrom('unit_group_member').where('group_id', '=', groupId).execute();
  if (memberIds.length === 0) return;
  await writer
    .insertInto('unit_group_member')
    .values(memberIds.map((memberId, position) => ({ group_id: groupId, member_id: memberId, position })))
    .execute();
}

/** Leaders by name. */
export async function listLeaders(reader: Reader): Promise<Map<string, { id: number; title: string }>> {
  const rows = await reader.selectFrom('leader').selectAll().execute();
  return new Map(rows.map(({ name, ...leader }) => [name, leader]));
}

/** @returns its id */
export async function insertLeader(writer: Writer, name: string, title: string): Promise<number> {
  const row = await writer
    .insertInto('leader')
    .values({ name, title })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** @throws when there is no such leader */
export async function updateLeaderTitle(writer: Writer, leaderId: number, title: string): Promise<void> {
  const { numUpdatedRows } = await writer
    .updateTable('leader')
    .set({ title })
    .where('id', '=', leaderId)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Error(`leader ${leaderId}: ${numUpdatedRows} rows updated`);
}
