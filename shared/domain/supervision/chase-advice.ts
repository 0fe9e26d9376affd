/** What to do next about a task: wait, look at an answer, 催办, or a 督办单 of the right colour. */
import type { ChaseContext, ChaseFacts } from './chase-facts.ts';
import type { ChaseReason } from './chase-reasons.ts';
import { dateLabel } from './dates.ts';
import { dueInForce } from './extension.ts';
import { isFlagged } from './light-kinds.ts';
import { type ColourFacts, type OrderColour, orderColourLabels, proposeOrderColour } from './order-colour.ts';
import { isIgnored, lastSlip, type Slip } from './slip.ts';

export interface ChaseAdvice {
  action: 'wait' | 'review_answer' | 'reminder' | 'supervision_order';
  /** Of a 督办单 only. */
  colour: OrderColour | null;
  /** The paper whose answer is to be looked at or waited for; null where a new one is advised. */
  paper: Slip['id'] | null;
  words: string;
}

/** A report was sent back and has not come again: what lies there is of poor quality, in time or not. */
function poorQualityOf(slips: readonly Slip[]): string | null {
  return slips.find(({ kind, state }) => kind === 'send_back' && state === 'open')?.words ?? null;
}

/** Due-date rules have grounds of their own in the proposal, of another colour than 序时. */
function behindOf({ light }: ChaseFacts, reasons: readonly ChaseReason[]): string | null {
  if (light !== null && isFlagged(light.light) && light.rule !== 'overdue' && light.rule !== 'due_soon')
    return light.reason;
  return reasons.find(({ kind }) => kind === 'missed_milestone')?.words ?? null;
}

function colourFacts(
  facts: ChaseFacts,
  reasons: readonly ChaseReason[],
  { today, settings }: ChaseContext,
): ColourFacts {
  const isDuePressing = reasons.some(({ kind }) =>
    ['overdue', 'due_soon', 'extension_ending'].includes(kind),
  );
  return {
    today,
    // 100% awaiting 办结 is past its date without being overdue: its light says so, the date alone does not.
    due: facts.due === null || !isDuePressing ? null : dueInForce(facts.due, facts.extensions, today),
    behind: behindOf(facts, reasons),
    poorQuality: poorQualityOf(facts.slips),
    lastSlip: lastSlip(facts.slips),
    settings,
  };
}

/** Someone has been asked and has still time, or has answered: no second paper is sent meanwhile. */
function adviseOnLastSlip(slip: Slip | null, today: string): ChaseAdvice | null {
  if (slip?.state === 'answered')
    return {
      action: 'review_answer',
      colour: null,
      paper: slip.id,
      words: `${slip.words}已答复，请核实后办结或退回重答`,
    };
  if (slip?.state !== 'open' || isIgnored(slip, today)) return null;
  const words = `${slip.words}已发出，等待答复（期限${dateLabel(slip.answerDue)}）`;
  return { action: 'wait', colour: null, paper: slip.id, words };
}

/**
 * After a 红 that was ignored the advice is another 红, with 约谈 beside it. A task that is merely unreported gets
 * 催办 first; the colours begin when that is ignored.
 * @param reasons what {@link findChaseReasons} found, not empty
 */
export function adviseNextAction(
  facts: ChaseFacts,
  reasons: readonly ChaseReason[],
  context: ChaseContext,
): ChaseAdvice {
  const last = lastSlip(facts.slips);
  const pending = adviseOnLastSlip(last, context.today);
  if (pending !== null) return pending;
  const { colour, reason } = proposeOrderColour(colourFacts(facts, reasons, context));
  if (colour === null)
    return {
      action: 'reminder',
      colour,
      paper: null,
      words: `${reasons.map(({ words }) => words).join('；')}，先催办。`,
    };
  const isRedAgain = last?.colour === 'red' && isIgnored(last, context.today);
  const talk = isRedAgain ? `${orderColourLabels.red}督办单已发过，建议同时约谈。` : '';
  return { action: 'supervision_order', colour, paper: null, words: `${reason}${talk}` };
}
