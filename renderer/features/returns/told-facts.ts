/** What a person says of a file: whose it is, and for when. Pure. */
import type { DeskFile } from '#shared/contract/desk.ts';

export interface Facts {
  unitId: number | null;
  period: string | null;
}

export function factsOf({ unit, period }: DeskFile): Facts {
  return { unitId: unit?.id ?? null, period };
}

/** Everything that was asked for has an answer. */
export function answersAll({ missing }: DeskFile, { unitId, period }: Facts): boolean {
  const answers = { unit: unitId, period };
  return missing.every((fact) => answers[fact] !== null) && (unitId !== null || period !== null);
}

/** Only what was said: what the file itself states is not said over it. A period is confirmed by saying it. */
export function toldFacts(file: DeskFile, facts: Facts): Partial<Facts> {
  const stated = factsOf(file);
  const saysPeriod = facts.period !== stated.period || file.state === 'wrong_period';
  return {
    ...(facts.unitId === stated.unitId ? {} : { unitId: facts.unitId }),
    ...(saysPeriod ? { period: facts.period } : {}),
  };
}

/** Marked files that lack the same as this one: what is said once is said of them too. */
export function sharingLack(
  file: DeskFile,
  files: readonly DeskFile[],
  marked: ReadonlySet<number>,
): DeskFile[] {
  if (file.missing.length === 0 || !marked.has(file.id)) return [];
  const lack = file.missing.toSorted().join();
  return files.filter(
    ({ id, missing }) => id !== file.id && marked.has(id) && missing.toSorted().join() === lack,
  );
}
