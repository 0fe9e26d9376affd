/** Merging a unit directory into the stored one. */
import { AppError } from '#shared/contract/errors.ts';
import type { UnitEntry } from '#shared/domain/unit.ts';
import { foldUnitName } from '#shared/domain/unit-name.ts';
import type { Writer } from '../db/executor.ts';
import {
  insertAlias,
  insertUnit,
  listStoredUnits,
  replaceGroupMembers,
} from '../db/repositories/directory.repository.ts';

interface Owner {
  id: number;
  name: string;
  isGroup: boolean;
}

/** Whose name or alias a folded name is. */
type Owners = Map<string, Owner>;

/**
 * Adds what the directory has and the database has not. A unit is the same when its name is; what is stored of it
 * (kind, parent, aliases) stays and new aliases are added. Of a group the new directory decides who belongs to it.
 * @returns the ids by the directory's canonical names
 * @throws AppError `bad_seed` naming both units when a name or alias belongs to another unit already
 */
export async function mergeDirectory(
  writer: Writer,
  directory: readonly UnitEntry[],
): Promise<Map<string, number>> {
  const { owners, units } = await readOwners(writer);
  const ids = new Map<string, number>();
  // Offices refer to their units and come after them; the printed order is kept by position.
  const inOrder = [...directory.entries()].sort(
    ([, a], [, b]) => Number(a.parent !== null) - Number(b.parent !== null),
  );
  for (const [index, entry] of inOrder) {
    const known = findSameUnit(owners, entry);
    const id = known?.id ?? (await addUnit(writer, owners, entry, units + index, ids));
    ids.set(entry.name, id);
    await addAliases(writer, owners, entry, id);
  }
  await mergeGroups(writer, directory, ids);
  return ids;
}

async function readOwners(writer: Writer): Promise<{ owners: Owners; units: number }> {
  const owners: Owners = new Map();
  const stored = await listStoredUnits(writer);
  for (const { id, entry } of stored) {
    const owner = { id, name: entry.name, isGroup: entry.kind === 'group' };
    for (const name of [entry.name, ...entry.aliases]) owners.set(foldUnitName(name), owner);
  }
  return { owners, units: stored.length };
}

function findSameUnit(owners: Owners, entry: UnitEntry): Owner | null {
  const owner = owners.get(foldUnitName(entry.name));
  if (owner === undefined) return null;
  if (foldUnitName(owner.name) !== foldUnitName(entry.name))
    throw nameClash(entry.name, entry.name, owner.name);
  if (owner.isGroup !== (entry.kind === 'group')) {
    throw new AppError(
      'bad_seed',
      `单位目录里的“${entry.name}”与已有的同名，但一个是统称、一个是单位。请改正单位目录（units.json）后再试。`,
      { name: entry.name },
    );
  }
  return owner;
}

async function addUnit(
  writer: Writer,
  owners: Owners,
  entry: UnitEntry,
  position: number,
  ids: ReadonlyMap<string, number>,
): Promise<number> {
  const parentId = entry.parent === null ? null : (ids.get(entry.parent) ?? null);
  if (entry.parent !== null && parentId === null) {
    throw new AppError('bad_seed', `单位目录里“${entry.name}”的所属单位“${entry.parent}”不在目录里。`);
  }
  const { name, kind, membership } = entry;
  const id = await insertUnit(writer, { name, kind, parent_id: parentId, membership, position });
  owners.set(foldUnitName(name), { id, name, isGroup: kind === 'group' });
  return id;
}

async function addAliases(writer: Writer, owners: Owners, entry: UnitEntry, id: number): Promise<void> {
  for (const alias of entry.aliases) {
    const owner = owners.get(foldUnitName(alias));
    if (owner !== undefined && owner.id !== id) throw nameClash(alias, entry.name, owner.name);
    if (owner !== undefined) continue;
    await insertAlias(writer, id, alias);
    owners.set(foldUnitName(alias), { id, name: entry.name, isGroup: entry.kind === 'group' });
  }
}

async function mergeGroups(
  writer: Writer,
  directory: readonly UnitEntry[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  for (const group of directory.filter((entry) => entry.kind === 'group')) {
    const memberIds = group.members.map((member) => {
      const id = ids.get(member);
      if (id === undefined) {
        throw new AppError('bad_seed', `统称“${group.name}”的成员“${member}”不在单位目录里。`);
      }
      return id;
    });
    await replaceGroupMembers(writer, ids.get(group.name) ?? 0, memberIds);
  }
}

function nameClash(name: string, claimant: string, owner: string): AppError {
  return new AppError(
    'bad_seed',
    `单位名称“${name}”已经属于“${owner}”，不能再给“${claimant}”。请改正单位目录（units.json）或先在程序里改掉该别名，然后再试。`,
    { name, claimant, owner },
  );
}
