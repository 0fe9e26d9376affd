/**
 * Files of the same bytes on the desk. A unit's own copy is a duplicate; the same table from another unit (a common
 * task, copied from one town to the next) is that unit's return, and only worth a word.
 */
import type { DeskEntry } from './desk-store.ts';
import type { ReturnReading } from './returns-reading.ts';

interface Copy {
  /** The earlier file that makes this one a duplicate. */
  duplicateOf: DeskEntry | null;
  /** The earliest file of another unit with the same bytes. */
  alike: DeskEntry | null;
}

type Readings = ReadonlyMap<number, ReturnReading>;

/** A copy that names no unit is taken for the earlier one's until a person says whose it is. */
function copyOf(own: DeskEntry, earlier: readonly DeskEntry[], readings: Readings): Copy {
  const unitOf = ({ id }: DeskEntry) => readings.get(id)?.unit?.id ?? null;
  const unit = unitOf(own);
  const duplicateOf = earlier.find((other) => unit === null || unitOf(other) === unit) ?? null;
  const alike = duplicateOf === null ? (earlier.find((other) => unitOf(other) !== null) ?? null) : null;
  return { duplicateOf, alike };
}

/** @param entries in the order in which they came @returns by file id */
export function findCopies(entries: readonly DeskEntry[], readings: Readings): Map<number, Copy> {
  const byBytes = new Map<string, DeskEntry[]>();
  const copies = new Map<number, Copy>();
  for (const entry of entries) {
    const earlier = byBytes.get(entry.sha256) ?? [];
    copies.set(entry.id, copyOf(entry, earlier, readings));
    if (entry.sha256 !== '') byBytes.set(entry.sha256, [...earlier, entry]);
  }
  return copies;
}

/** Null for a file nobody else sent. */
export function alikeNotice(copy: Copy | undefined): string | null {
  if (copy === undefined || copy.alike === null) return null;
  return `与「${copy.alike.fileName}」内容完全相同，只是单位不同，请核对是不是发错了。`;
}
