/** Which sheet is open, as the address has it: `?period=2024-06&unit=12&scope=all`. */
import type { PeriodSummary } from '#shared/contract/progress.ts';
import { parsePeriod } from '#shared/domain/period.ts';
import type { SheetChoice } from '../../api/progress.ts';

/** `by` says what the person chooses rows by before a unit or leader has been named. */
export interface SheetAddress {
  period: string | null;
  by: 'unit' | 'leader';
  unitId: number | null;
  leaderId: number | null;
  scope: 'lead' | 'all';
}

function readId(search: URLSearchParams, name: string): number | null {
  const id = Number(search.get(name));
  return Number.isInteger(id) && id > 0 ? id : null;
}

export function readAddress(search: URLSearchParams): SheetAddress {
  const leaderId = readId(search, 'leader');
  const byLeader = search.get('by') === 'leader' || leaderId !== null;
  return {
    period: parsePeriod(search.get('period') ?? ''),
    by: byLeader ? 'leader' : 'unit',
    unitId: byLeader ? null : readId(search, 'unit'),
    leaderId,
    scope: search.get('scope') === 'all' ? 'all' : 'lead',
  };
}

export function writeAddress(address: SheetAddress): URLSearchParams {
  const search = new URLSearchParams();
  if (address.period !== null) search.set('period', address.period);
  if (address.by === 'leader') search.set('by', 'leader');
  if (address.by === 'leader' && address.leaderId !== null) search.set('leader', String(address.leaderId));
  if (address.by === 'unit' && address.unitId !== null) search.set('unit', String(address.unitId));
  if (address.scope === 'all') search.set('scope', 'all');
  return search;
}

/** Null while something is still to be chosen. */
export function sheetChoice(address: SheetAddress, period: string | null): SheetChoice | null {
  const { by, unitId, leaderId, scope } = address;
  if (period === null) return null;
  if (by === 'leader') return leaderId === null ? null : { period, leaderId, scope };
  return unitId === null ? null : { period, unitId, scope };
}

/**
 * The period most likely meant: this month, else the last one reported on, else the last month.
 * @param thisMonth `YYYY-MM`
 */
export function likelyPeriod(periods: readonly PeriodSummary[], thisMonth: string): string | null {
  const known = periods.find(({ period }) => period === thisMonth);
  const reported = periods.findLast((summary) => summary.reported > 0);
  return (known ?? reported ?? periods.findLast(isMonth))?.period ?? null;
}

function isMonth({ period }: PeriodSummary): boolean {
  return !period.includes('Q');
}
