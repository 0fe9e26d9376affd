/** From what is known of a task to the cells of its ledger row. */
import type { LedgerTask } from './ledger.ts';
import { type LedgerLight, ledgerLightText } from './ledger-light.ts';
import { isUnreported, percentValue, progressText, type Reporter, reportedText } from './ledger-progress.ts';
import { dueLabel, targetsText } from './ledger-target.ts';
import { leadUnitsText, otherUnitsText, type PrintedUnit } from './ledger-units.ts';
import type { Target } from './target.ts';

export interface LedgerTaskFacts {
  code: string;
  /** Null where the number belongs to the project. */
  ordinal: number | null;
  /** The document's year. */
  year: number;
  content: string;
  remark: string;
  leader: string | null;
  units: readonly PrintedUnit[];
  targets: readonly Target[];
  corrections: readonly { from: string; to: string; reason: string }[];
  /** Codes of the other tasks with the same text (domain.md, How the notice is read, rule 8). */
  sharedWith: readonly string[];
  reporters: readonly Reporter[];
  /** `YYYY-MM-DD`: the plan's, with an approved 延期 counted in. */
  due: string;
  light: LedgerLight;
}

/** A long passage is not printed twice: the row shows it as it reads now. */
const quotedLength = 30;

function correctionText({ from, to, reason }: LedgerTaskFacts['corrections'][number]): string {
  const isShort = from.length <= quotedLength && to.length <= quotedLength;
  return isShort ? `勘误：原文“${from}”，现作“${to}”。` : `勘误：文字已更正。${reason}`;
}

function remarkText(facts: LedgerTaskFacts): string {
  const corrections = facts.corrections.map(correctionText);
  const shared = facts.sharedWith.length === 0 ? [] : [`与${facts.sharedWith.join('、')}为同一工作。`];
  return [facts.remark, facts.light.note, ...corrections, ...shared].filter((line) => line !== '').join('\n');
}

export function ledgerTask(facts: LedgerTaskFacts): LedgerTask {
  const { reporters, targets, units, year, light } = facts;
  // Nothing is missing of a task that was withdrawn.
  const unreported = isUnreported(reporters) && light.light !== 'withdrawn';
  return {
    unreported,
    light: light.light,
    cells: {
      ordinal: facts.ordinal,
      content: facts.content,
      target: targetsText(targets, year),
      leader: facts.leader,
      leads: leadUnitsText(units),
      others: otherUnitsText(units),
      due: dueLabel(facts.due),
      progress: isUnreported(reporters) && !unreported ? '' : progressText(reporters),
      percent: percentValue(reporters),
      light: ledgerLightText(light),
      problems: reportedText(reporters, 'problems'),
      next: reportedText(reporters, 'next'),
      remark: remarkText(facts),
    },
  };
}
