import { AppError } from '#shared/contract/errors.ts';
import type { UnitEntry } from '#shared/domain/unit.ts';
import { foldUnitName } from '#shared/domain/unit-name.ts';

function findNameTwice(entry: UnitEntry, seen: Map<string, string>): string | null {
  for (const name of [entry.name, ...entry.aliases]) {
    const folded = foldUnitName(name);
    const owner = seen.get(folded);
    if (owner !== undefined) return `「${name}」与「${owner}」重名，一个名称或别名只能属于一个单位`;
    seen.set(folded, entry.name);
  }
  return null;
}

function findOfficeProblem(entry: UnitEntry, byName: ReadonlyMap<string, UnitEntry>): string | null {
  if (entry.kind !== 'office')
    return entry.parent === null ? null : `「${entry.name}」不是 office，不能有 parent`;
  if (entry.parent === null) return `office「${entry.name}」缺少 parent（所属单位）`;
  const parent = byName.get(entry.parent);
  if (parent === undefined) return `「${entry.name}」的所属单位「${entry.parent}」不在单位目录里`;
  const nested = parent.kind === 'office' || parent.kind === 'group';
  return nested ? `「${entry.name}」的所属单位「${entry.parent}」应是单位，不能是内设机构或统称` : null;
}

function findGroupProblem(entry: UnitEntry, byName: ReadonlyMap<string, UnitEntry>): string | null {
  if (entry.kind !== 'group') {
    const plain = entry.membership === null && entry.members.length === 0;
    return plain ? null : `「${entry.name}」不是 group，不能有 membership 和 members`;
  }
  if (entry.membership === null) return `统称「${entry.name}」缺少 membership（fixed 或 per_task）`;
  if (entry.members.length === 0) return `统称「${entry.name}」没有列出成员`;
  const stranger = entry.members.find((member) => (byName.get(member)?.kind ?? 'group') === 'group');
  if (stranger !== undefined) return `统称「${entry.name}」的成员「${stranger}」不是单位目录里的单位`;
  const repeated = entry.members.find((member, index) => entry.members.indexOf(member) < index);
  return repeated === undefined ? null : `统称「${entry.name}」的成员「${repeated}」重复`;
}

/**
 * Checks that the unit directory is consistent: every name and alias means one unit, offices have a parent,
 * groups have members that exist.
 * @param placeOf names the place of the entry with this index, for messages
 * @throws AppError `bad_seed` naming the entry
 */
export function checkDirectory(directory: readonly UnitEntry[], placeOf: (index: number) => string): void {
  const byName = new Map(directory.map((entry) => [entry.name, entry]));
  const seen = new Map<string, string>();
  for (const [index, entry] of directory.entries()) {
    const problem =
      findNameTwice(entry, seen) ?? findOfficeProblem(entry, byName) ?? findGroupProblem(entry, byName);
    if (problem !== null)
      throw new AppError('bad_seed', `${placeOf(index)}：${problem}。`, { unit: entry.name });
  }
}
