/** The record behind a figure or a reason: what a click opens. */

export type RecordType = 'task' | 'return' | 'redo' | 'report' | 'light' | 'action' | 'unit_mark';

/** An alias, not an interface: it is published as plain JSON. */
export type RecordRef = {
  type: RecordType;
  /** As its table has it. A missing return has no row: its id is then `unit id:period`. */
  id: number | string;
  /** What a person reads: 「2024年5月回表，5月30日收到」. */
  words: string;
};

export function recordKey({ type, id }: RecordRef): string {
  return `${type}:${id}`;
}
