/** The record behind a figure or a reason: what a click opens. */

export type RecordType = 'task' | 'return' | 'redo' | 'report' | 'light' | 'action' | 'unit_mark';

/** An alias, not an interface: it is published as plain JSON. */
export type RecordRef = {
  type: RecordType;
  /**
   * As its table has it, with what its page needs beside it: a return is `unit id:period` (a missing one has no row),
   * a 退回 `id:unit id:period`, a light `task id:unit id:period`.
   */
  id: number | string;
  /** What a person reads: 「2024年5月回表，5月30日收到」. */
  words: string;
};

export function recordKey({ type, id }: RecordRef): string {
  return `${type}:${id}`;
}
