/** Files that were refused only because they do not say whose they are or for when. */
import type { ReturnFile } from '#shared/contract/returns.ts';

/** A file's own refusal ends with what is missing; these words begin it in the main process's sentences. */
const unitMissing = '没有写明填报单位';
const periodMissing = '没有写明报告期';

export interface MissingFacts {
  unit: boolean;
  period: boolean;
}

/** Null for a file that need not be asked about. Until the unit is known the period has not been looked for. */
export function missingFacts(file: ReturnFile): MissingFacts | null {
  if (file.state !== 'refused' || file.error === null) return null;
  const unit = file.unit === null && file.error.includes(unitMissing);
  const period = file.period === null && file.error.includes(periodMissing);
  return unit || period ? { unit, period } : null;
}

/** What the person says of one file. */
export interface StatedFacts {
  file: string;
  unitId: number | null;
  period: string | null;
}

export interface FactsRequest {
  files: string[];
  unitId?: number;
  period?: string;
}

/** Files of which the same is said are read together. */
export function groupByFacts(stated: readonly StatedFacts[]): FactsRequest[] {
  const groups = new Map<string, FactsRequest>();
  for (const { file, unitId, period } of stated) {
    const key = JSON.stringify([unitId, period]);
    const group = groups.get(key) ?? {
      files: [],
      ...(unitId === null ? {} : { unitId }),
      ...(period === null ? {} : { period }),
    };
    group.files.push(file);
    groups.set(key, group);
  }
  return [...groups.values()];
}
