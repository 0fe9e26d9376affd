/** The rows of the 未报名单, put together from what is stored. */
import type { ReturnOverviewRow } from '#shared/contract/desk.ts';
import type { Period } from '#shared/domain/period.ts';
import { returnStanding } from '#shared/domain/return-standing.ts';
import type { Reader } from '../db/executor.ts';
import {
  type AskedUnit,
  countReportedByUnit,
  listAcceptedReturns,
  listAskedUnits,
  listEntries,
  listLastIssueTimes,
  listLastReporters,
  listStandingRedos,
  type StandingRedo,
  type Word,
} from '../db/repositories/overview.repository.ts';
import { localDate } from './moment.ts';

/** Everything of a period, by unit. */
interface PeriodFacts {
  reported: Map<number, number>;
  words: Map<number, Word[]>;
  redos: Map<number, StandingRedo>;
  reporters: Map<number, { reporter: string; phone: string }>;
  issued: Map<number, string>;
}

async function readFacts(reader: Reader, period: Period): Promise<PeriodFacts> {
  const words = [...(await listAcceptedReturns(reader, period)), ...(await listEntries(reader, period))];
  // The last one of a unit has the last word.
  const redos = (await listStandingRedos(reader, period)).map((redo) => [redo.unitId, redo] as const);
  return {
    reported: await countReportedByUnit(reader, period),
    words: Map.groupBy(words, ({ unitId }) => unitId),
    redos: new Map(redos),
    reporters: await listLastReporters(reader, period),
    issued: await listLastIssueTimes(reader, period),
  };
}

function dayOf({ receivedOn, at }: Word): string {
  return receivedOn ?? localDate(new Date(at));
}

/** By the day; of one day's words the one that was stored first. */
function firstWord(words: readonly Word[]): Word | null {
  const [first] = words.toSorted(
    (left, right) => dayOf(left).localeCompare(dayOf(right)) || left.at.localeCompare(right.at),
  );
  return first ?? null;
}

function lastTime(words: readonly Word[]): string | null {
  return words.reduce<string | null>((last, { at }) => (last === null || at > last ? at : last), null);
}

function overviewRow(
  unit: AskedUnit,
  facts: PeriodFacts,
  deadline: string,
  today: string,
): ReturnOverviewRow {
  const reported = facts.reported.get(unit.id) ?? 0;
  // A return none of whose rows are about the unit's own tasks is no word on them.
  const words = reported === 0 ? [] : (facts.words.get(unit.id) ?? []);
  const first = firstWord(words);
  const receivedOn = first === null ? null : dayOf(first);
  const redo = facts.redos.get(unit.id) ?? null;
  const { standing, daysLate } = returnStanding({
    deadline,
    today,
    firstWordOn: receivedOn,
    lastWordAt: lastTime(words),
    sentBackAt: redo?.returnedAt ?? null,
  });
  return {
    unit: { id: unit.id, name: unit.name },
    standing,
    tasks: unit.tasks,
    reported,
    formIssuedAt: facts.issued.get(unit.id) ?? null,
    receivedOn,
    source: first?.source ?? null,
    redo: redo === null ? null : { id: redo.id, returnedAt: redo.returnedAt, reason: redo.reason },
    daysLate,
    reporter: facts.reporters.get(unit.id)?.reporter ?? '',
    phone: facts.reporters.get(unit.id)?.phone ?? '',
  };
}

/**
 * Every reporting unit of the period's year, in the directory's order.
 * @param deadline @param today `YYYY-MM-DD`
 */
export async function readOverviewRows(
  reader: Reader,
  period: Period,
  deadline: string,
  today: string,
): Promise<ReturnOverviewRow[]> {
  const units = await listAskedUnits(reader, period);
  const facts = await readFacts(reader, period);
  return units.map((unit) => overviewRow(unit, facts, deadline, today));
}
