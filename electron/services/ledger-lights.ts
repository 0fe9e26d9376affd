/** What a ledger prints of its period's last day: lights, due dates, who headed each task, and how it read. */
import type { LightRow } from '#shared/contract/lights.ts';
import type { LedgerLight } from '#shared/domain/ledger-light.ts';
import type { LedgerTaskFacts } from '#shared/domain/ledger-row.ts';
import { lightNameLabels } from '#shared/domain/lights/light-names.ts';
import type { Period } from '#shared/domain/period.ts';
import { periodEnd } from '#shared/domain/period.ts';
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import { taskEventLabels } from '#shared/domain/supervision/lifecycle.ts';
import { overrideWords } from '#shared/domain/supervision/light-override.ts';
import type { Reader } from '../db/executor.ts';
import type { StoredLedgerFacts } from '../db/repositories/ledger-facts.repository.ts';
import { readLights } from './lights-list.ts';
import type { ProposalMemory } from './lights-plans.ts';
import { noMemory } from './reading-memory.ts';

/** By task; one that was not yet listed on the period's last day is absent. */
export type LedgerLights = ReadonlyMap<number, LightRow>;

export async function readLedgerLights(
  reader: Reader,
  period: Period,
  proposals: ProposalMemory,
): Promise<LedgerLights> {
  const memory = { facts: noMemory, words: noMemory };
  const lights = { reader, proposals, memory, today: periodEnd(period) };
  const { rows } = await readLights(lights, { moment: { period }, filter: {} });
  return new Map(rows.map((row) => [row.taskId, row]));
}

function goneNote({ gone }: LightRow): string {
  if (gone === null) return '';
  const into = gone.into.length === 0 ? '' : `，见${gone.into.join('、')}`;
  const reason = gone.reason === '' ? '' : `：${gone.reason}`;
  return `${dateLabel(gone.since)}${taskEventLabels[gone.state]}${into}${reason}。`;
}

function ledgerLight(row: LightRow): LedgerLight {
  const { light, computed, gone, movement, override } = row;
  return {
    light,
    label: gone === null ? lightNameLabels[light] : `已${taskEventLabels[gone.state]}`,
    movement,
    ruled: override === null ? null : computed,
    note: override === null ? goneNote(row) : `${overrideWords(override)}。`,
  };
}

/** The stored facts as they stood on the period's last day; null for a task not yet listed then. */
export function factsOnDay(stored: StoredLedgerFacts, row: LightRow | undefined): LedgerTaskFacts | null {
  if (row === undefined) return null;
  const { content, leader, due } = row;
  return { ...stored, content, leader, due, light: ledgerLight(row) };
}
