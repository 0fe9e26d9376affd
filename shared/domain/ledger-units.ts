/** 牵头单位 and 配合单位 as a ledger prints them: roles apart, brackets kept. */
import type { Role } from './task.ts';
import { unspecifiedLabel } from './unit.ts';

export interface PrintedUnit {
  printed: string;
  role: Role;
  /** 相关街镇 and the like, whose concrete units staff have not named. */
  unspecified: boolean;
}

function printedWithMark(unit: PrintedUnit, mark: string | null): string {
  const marks = [mark, unit.unspecified ? unspecifiedLabel : null].filter((text) => text !== null);
  return marks.length === 0 ? unit.printed : `${unit.printed}（${marks.join('，')}）`;
}

function listOf(units: readonly PrintedUnit[], role: Role, mark: string | null = null): string[] {
  return units.filter((unit) => unit.role === role).map((unit) => printedWithMark(unit, mark));
}

/** The leads, then who leads for the 区委, said so. */
export function leadUnitsText(units: readonly PrintedUnit[]): string {
  return [...listOf(units, 'lead'), ...listOf(units, 'party_lead', '区委牵头')].join('、');
}

/** The listed units without the lead, then who is asked for support, said so. */
export function otherUnitsText(units: readonly PrintedUnit[]): string {
  return [...listOf(units, 'member'), ...listOf(units, 'support', '支持')].join('、');
}
