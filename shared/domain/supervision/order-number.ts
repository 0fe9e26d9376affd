/**
 * 〔2024〕3号: numbers without a gap per year and kind. GB/T 9704: the year in full inside hexagonal brackets, the
 * number without 第 and without leading zeros.
 */
import type { ActionKind } from './action.ts';

export type NumberedKind = Extract<ActionKind, 'reminder' | 'supervision_order'>;

export interface OrderNumber {
  year: number;
  /** From 1. */
  number: number;
}

export interface UsedNumber extends OrderNumber {
  kind: NumberedKind;
  /** Kept and shown as 作废; never given again. */
  isVoid: boolean;
}

/** @param prefix 机关代字, before the bracket; empty where an office uses none */
export function formatOrderNumber({ year, number }: OrderNumber, prefix = ''): string {
  return `${prefix}〔${year}〕${number}号`;
}

function numbersOf(used: readonly UsedNumber[], kind: NumberedKind, year: number): number[] {
  return used.filter((one) => one.kind === kind && one.year === year).map(({ number }) => number);
}

/** One more than the last of its year and kind, void ones included. */
export function nextOrderNumber(used: readonly UsedNumber[], kind: NumberedKind, year: number): OrderNumber {
  return {
    year,
    number: numbersOf(used, kind, year).reduce((last, number) => Math.max(last, number), 0) + 1,
  };
}

/** Numbers below the last that no record holds: a record was lost. For `duban check`. */
export function findNumberGaps(used: readonly UsedNumber[], kind: NumberedKind, year: number): number[] {
  const numbers = new Set(numbersOf(used, kind, year));
  const { number: next } = nextOrderNumber(used, kind, year);
  return Array.from({ length: next - 1 }, (_, index) => index + 1).filter((number) => !numbers.has(number));
}
