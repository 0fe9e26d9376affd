/** 催办, 督办单 and 退回: papers that wait for an answer by a day. */
import { addDays } from './dates.ts';
import type { OrderColour } from './order-colour.ts';

export interface Slip {
  id: number;
  kind: 'reminder' | 'supervision_order' | 'send_back';
  /** Null unless it is a 督办单. */
  colour: OrderColour | null;
  /** What a person reads: 「黄色督办单〔2024〕3号」, 「5月8日催办」. */
  words: string;
  actedOn: string;
  answerDue: string;
  answeredOn: string | null;
  closedOn: string | null;
  state: 'open' | 'answered' | 'closed' | 'void';
}

/** Unanswered past its answer date: the next colour follows. On the answer date itself there is still time. */
export function isIgnored({ state, answerDue }: Slip, today: string): boolean {
  return state === 'open' && today > answerDue;
}

/**
 * Whether the answer date was missed, what a score counts: answered or closed after it, or neither by today. One
 * that is void was never due.
 */
export function missedAnswerDate({ state, answerDue, answeredOn, closedOn }: Slip, today: string): boolean {
  return state !== 'void' && (answeredOn ?? closedOn ?? today) > answerDue;
}

/** The slip that was sent last, void ones left out; of one day the one recorded last. */
export function lastSlip(slips: readonly Slip[]): Slip | null {
  return slips
    .filter(({ state }) => state !== 'void')
    .reduce<Slip | null>((last, slip) => (last === null || isLater(slip, last) ? slip : last), null);
}

function isLater(slip: Slip, than: Slip): boolean {
  return slip.actedOn === than.actedOn ? slip.id > than.id : slip.actedOn > than.actedOn;
}

/** The first day on which it is late. */
export function lateFrom({ answerDue }: Slip): string {
  return addDays(answerDue, 1);
}
