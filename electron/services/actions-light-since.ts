/** Today's lights of each task and unit, with the day since which each stands so. */
import type { LightList, LightPart, LightRow } from '#shared/contract/lights.ts';
import { lightWords } from '#shared/domain/lights/light-words.ts';
import { type Period, parsePeriod, periodEnd, periodYear } from '#shared/domain/period.ts';
import type { LightFact } from '#shared/domain/supervision/chase-facts.ts';
import { addDays } from '#shared/domain/supervision/dates.ts';
import { isFlagged } from '#shared/domain/supervision/light-kinds.ts';
import type { Reader } from '../db/executor.ts';
import { listReportedPeriods } from '../db/repositories/light-reports.repository.ts';
import type { LightsService } from './lights.service.ts';

export type PairLights = Map<string, LightFact>;
type Lights = Pick<LightsService, 'list'>;

export function pairKey(taskId: number, unitId: number): string {
  return `${taskId} ${unitId}`;
}

function eachPart({ rows }: LightList, visit: (row: LightRow, part: LightPart) => void): void {
  for (const row of rows) for (const part of row.parts) visit(row, part);
}

function factOf({ due }: LightRow, part: LightPart, date: string): LightFact[] {
  const { light, rule, override } = part;
  if (light === 'unnamed') return [];
  const since = override?.from ?? (rule === 'overdue' ? addDays(due, 1) : date);
  return [{ light, rule, reason: lightWords(part), since }];
}

/** Whole periods of the year that ended by the date, the latest first. */
async function endedPeriods(reader: Reader, date: string): Promise<Period[]> {
  const reported = (await listReportedPeriods(reader)).flatMap((text) => parsePeriod(text) ?? []);
  return reported
    .filter((period) => periodYear(period) === Number(date.slice(0, 4)) && periodEnd(period) <= date)
    .sort((one, other) => (periodEnd(one) > periodEnd(other) ? -1 : 1));
}

/** Flags that stand until a report changes them; an overdue task knows its first day by itself. */
function isTraced(part: LightPart): boolean {
  return (
    part.light !== 'unnamed' && isFlagged(part.light) && part.override === null && part.rule !== 'overdue'
  );
}

/** Goes back period by period as long as a pair has had the same light. */
async function traceBack(
  lights: Lights,
  periods: readonly Period[],
  facts: PairLights,
  traced: ReadonlySet<string>,
): Promise<void> {
  let unbroken = traced;
  for (const period of periods) {
    if (unbroken.size === 0) return;
    const same = new Set<string>();
    eachPart(await lights.list({ moment: { period }, filter: {} }), ({ taskId }, part) => {
      const key = pairKey(taskId, part.unitId);
      const fact = facts.get(key);
      if (fact === undefined || !unbroken.has(key) || part.light !== fact.light) return;
      same.add(key);
      facts.set(key, { ...fact, since: periodEnd(period) });
    });
    unbroken = same;
  }
}

/** @param date `YYYY-MM-DD` @throws AppError as the lights' own list */
export async function readPairLights(reader: Reader, lights: Lights, date: string): Promise<PairLights> {
  const facts: PairLights = new Map();
  const traced = new Set<string>();
  eachPart(await lights.list({ moment: { date }, filter: {} }), (row, part) => {
    const key = pairKey(row.taskId, part.unitId);
    for (const fact of factOf(row, part, date)) facts.set(key, fact);
    if (isTraced(part)) traced.add(key);
  });
  await traceBack(lights, await endedPeriods(reader, date), facts, traced);
  return facts;
}
