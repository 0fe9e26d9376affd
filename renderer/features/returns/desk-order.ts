/** In which order the files of the desk are looked at. Pure. */
import type { DeskFile, DeskState } from '#shared/contract/desk.ts';
import { hasNews } from './desk-words.ts';

export const deskSorts = ['worst', 'name'] as const;
export type DeskSort = (typeof deskSorts)[number];

/** What needs a person most comes first; what needs nobody, last. */
const worstFirst: readonly DeskState[] = [
  'faulty',
  'not_a_form',
  'wrong_period',
  'outdated',
  'confirm',
  'plan_sheet',
  'correction',
  'duplicate',
  'waiting',
  'ready',
];

/** Chips stand in this order. */
export const statesInOrder = worstFirst;

const collator = new Intl.Collator('zh-CN', { numeric: true });

function compare(sort: DeskSort, one: DeskFile, other: DeskFile): number {
  const byState = worstFirst.indexOf(one.state) - worstFirst.indexOf(other.state);
  const byName = collator.compare(one.fileName, other.fileName);
  return (sort === 'worst' ? byState : 0) || byName || one.id - other.id;
}

export function sortedIds(files: readonly DeskFile[], sort: DeskSort): number[] {
  return files.toSorted((one, other) => compare(sort, one, other)).map(({ id }) => id);
}

/**
 * The files in an order made earlier, those that came since at the end: a file does not jump away under the
 * person's hands because a decision made it better.
 */
export function keepOrder(ids: readonly number[], files: readonly DeskFile[]): DeskFile[] {
  const known = new Set(ids);
  const byId = new Map(files.map((file) => [file.id, file]));
  const kept = ids.flatMap((id) => byId.get(id) ?? []);
  return [...kept, ...files.filter(({ id }) => !known.has(id))];
}

/** Files of one state; the one that is being looked at stays whatever becomes of it. */
export function filterFiles(
  files: readonly DeskFile[],
  state: DeskState | null,
  currentId: number | null,
): DeskFile[] {
  return files.filter((file) => state === null || file.state === state || file.id === currentId);
}

export function countStates(files: readonly DeskFile[]): { state: DeskState; count: number }[] {
  return statesInOrder
    .map((state) => ({ state, count: files.filter((file) => file.state === state).length }))
    .filter(({ count }) => count > 0);
}

/** Not settled yet: neither accepted nor something that is never stored. */
export function needsPerson({ state, accepted }: DeskFile): boolean {
  return !accepted && state !== 'waiting' && state !== 'duplicate' && state !== 'not_a_form';
}

/** The next one to look at below a file; null at the end, as who passed one over has seen it. */
export function nextNeedingPerson(files: readonly DeskFile[], currentId: number): DeskFile | null {
  const place = files.findIndex(({ id }) => id === currentId);
  return files.slice(place + 1).find(needsPerson) ?? null;
}

/** What 入库 would store. */
export function acceptedTotals(files: readonly DeskFile[]): { files: DeskFile[]; rows: number } {
  const accepted = files.filter((file) => file.accepted && (file.counts.taken > 0 || !hasNews(file)));
  return { files: accepted, rows: accepted.reduce((sum, { counts }) => sum + counts.taken, 0) };
}
