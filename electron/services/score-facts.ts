/** What the units are scored by at a period's end: their returns and lights since January, 督办单, 表扬 and marks. */

import type { UnitMark } from '#shared/contract/assess.ts';
import type { ReturnOverviewRow } from '#shared/contract/desk.ts';
import type { LightFigures, LightRow } from '#shared/contract/lights.ts';
import { lightWords } from '#shared/domain/lights/light-words.ts';
import {
  defaultDeadline,
  type Period,
  parsePeriod,
  periodEnd,
  periodLabel,
  periodYear,
} from '#shared/domain/period.ts';
import { orderColourLabels } from '#shared/domain/supervision/order-colour.ts';
import { formatOrderNumber } from '#shared/domain/supervision/order-number.ts';
import type { ScoredUnit, ScoreFact, ScoreFacts } from '#shared/domain/supervision/score-facts.ts';
import { scoreKindOf } from '#shared/domain/supervision/score-kind.ts';
import type { ScorePart } from '#shared/domain/supervision/score-rules.ts';
import { missedAnswerDate } from '#shared/domain/supervision/slip.ts';
import type { Reader } from '../db/executor.ts';
import { findDeadline } from '../db/repositories/forms.repository.ts';
import {
  countReportingTasks,
  listLedTaskIds,
  listOrders,
  listRedos,
  listScoredUnits,
  listSupporters,
  listWorkedPeriods,
  type OrderRecord,
} from '../db/repositories/score-facts.repository.ts';
import { listUnitMarks } from '../db/repositories/unit-marks.repository.ts';
import type { LightsService } from './lights.service.ts';
import { localDate } from './moment.ts';
import { readOverviewRows } from './overview-rows.ts';

export interface ScoreBasis {
  /** Oldest first. */
  periods: Period[];
  /** `YYYY-MM-DD` */
  closedOn: string;
  facts: ScoreFacts;
}

type Lights = Pick<LightsService, 'list'>;

/** Periods of the year that have ended by the end of this one, this one always among them. */
async function scoredPeriods(reader: Reader, period: Period): Promise<Period[]> {
  const worked = await listWorkedPeriods(reader, periodYear(period));
  const known = [...new Set([...worked, period])].flatMap((text) => parsePeriod(text) ?? []);
  return known
    .filter((candidate) => periodEnd(candidate) <= periodEnd(period))
    .toSorted((one, other) => periodEnd(one).localeCompare(periodEnd(other)) || one.localeCompare(other));
}

function returnFacts(
  period: Period,
  { unit, standing, receivedOn, daysLate }: ReturnOverviewRow,
  on: string,
): ScoreFact[] {
  const fact = { unit: unit.name, part: 'unit', period, task: null, amount: null } as const;
  const label = periodLabel(period);
  if (receivedOn !== null && daysLate > 0) {
    const words = `${label}回表，${receivedOn}收到，迟${daysLate}天`;
    const ref = { type: 'return', id: `${unit.id}:${period}`, words } as const;
    return [{ ...fact, kind: 'late_return', on: receivedOn, ref }];
  }
  // What was sent back and not sent again is missing too, or a worthless return would beat none at all.
  if (receivedOn !== null || daysLate === 0) return [];
  const words = standing === 'redo' ? `${label}退回后没有重报` : `${label}没有报送`;
  const ref = { type: 'return', id: `${unit.id}:${period}`, words } as const;
  return [{ ...fact, kind: 'missing_return', on, ref }];
}

async function readReturnFacts(
  reader: Reader,
  periods: readonly Period[],
  closedOn: string,
): Promise<ScoreFact[]> {
  const facts: ScoreFact[] = [];
  for (const period of periods) {
    const deadline = (await findDeadline(reader, period)) ?? defaultDeadline(period);
    const rows = await readOverviewRows(reader, period, deadline, closedOn);
    facts.push(...rows.flatMap((row) => returnFacts(period, row, deadline)));
  }
  return facts;
}

async function readRedoFacts(
  reader: Reader,
  periods: readonly Period[],
  names: ReadonlyMap<number, string>,
): Promise<ScoreFact[]> {
  const redos = await listRedos(reader, periods);
  return redos.flatMap(({ id, unitId, period, returnedAt, reason }) => {
    const unit = names.get(unitId);
    const on = localDate(new Date(returnedAt));
    const words = `${on}退回重报：${reason}`;
    const ref = { type: 'redo', id: `${id}:${unitId}:${period}`, words } as const;
    return unit === undefined
      ? []
      : [{ kind: 'returned_for_redo', unit, part: 'unit', on, period, task: null, amount: null, ref }];
  });
}

interface LightPlace {
  period: Period;
  row: LightRow;
  unitId: number;
  unit: string;
  part: ScorePart;
}

function lightFacts({ period, row, unitId, unit, part }: LightPlace, figures: LightFigures): ScoreFact[] {
  const words = `${row.code} ${periodLabel(period)}：${lightWords(figures)}`;
  const ref = { type: 'light', id: `${row.taskId}:${unitId}:${period}`, words } as const;
  const fact = { unit, part, on: periodEnd(period), period, task: row.code, amount: null, ref } as const;
  // A red light is the graver word on the same slip: it does not count twice.
  if (figures.light === 'red') return [{ ...fact, kind: 'red_light' }];
  return figures.progressClass === 'behind' ? [{ ...fact, kind: 'behind' }] : [];
}

/** 配合 sees the task's own light; it costs nothing (domain.md, Conventions: Counting). */
async function readLightFacts(
  reader: Reader,
  lights: Lights,
  periods: readonly Period[],
  names: ReadonlyMap<number, string>,
): Promise<ScoreFact[]> {
  const [first] = periods;
  if (first === undefined) return [];
  const led = await listLedTaskIds(reader, periodYear(first));
  const supporters = Map.groupBy(await listSupporters(reader, periodYear(first)), ({ taskId }) => taskId);
  const facts: ScoreFact[] = [];
  for (const period of periods) {
    const { rows } = await lights.list({ moment: { period }, filter: {} });
    for (const row of rows) {
      const part = led.has(row.taskId) ? 'lead' : 'stand_in';
      for (const own of row.parts) facts.push(...lightFacts({ period, row, part, ...own }, own));
      for (const { unitId } of supporters.get(row.taskId) ?? []) {
        const unit = names.get(unitId);
        if (unit !== undefined)
          facts.push(...lightFacts({ period, row, unitId, unit, part: 'support' }, row));
      }
    }
  }
  return facts;
}

function orderWords({ colour, numberYear, number, title, answerDue }: OrderRecord): string {
  const kind = `${colour === null ? '' : orderColourLabels[colour]}督办单`;
  const numbered =
    numberYear === null || number === null ? title : formatOrderNumber({ year: numberYear, number });
  return `${kind}${numbered}，应于${answerDue}前答复`;
}

async function readOrderFacts(
  reader: Reader,
  year: number,
  closedOn: string,
  names: ReadonlyMap<number, string>,
): Promise<ScoreFact[]> {
  const orders = await listOrders(reader, `${year}-01-01`, closedOn);
  return orders.flatMap((order) => {
    const unit = names.get(order.unitId);
    const slip = {
      id: order.id,
      kind: 'supervision_order',
      colour: order.colour,
      words: orderWords(order),
      actedOn: order.actedOn,
      answerDue: order.answerDue,
      answeredOn: order.answeredOn,
      closedOn: order.closedOn,
      state: order.state as 'open' | 'answered' | 'closed' | 'void',
    } as const;
    if (unit === undefined || !missedAnswerDate(slip, closedOn)) return [];
    const ref = { type: 'action', id: order.id, words: slip.words } as const;
    return [
      {
        kind: 'order_missed',
        unit,
        part: 'unit',
        on: order.answerDue,
        period: null,
        task: null,
        amount: null,
        ref,
      },
    ];
  });
}

function markFact({ id, unit, period, kind, points, reason, createdAt }: UnitMark): ScoreFact {
  const what = kind === 'praise' ? '表扬' : '领导评分';
  const ref = { type: 'unit_mark', id, words: `${what}${points}分：${reason}` } as const;
  const on = localDate(new Date(createdAt));
  return { kind, unit, part: 'unit', on, period, task: null, amount: points, ref };
}

async function readMarkFacts(reader: Reader, periods: readonly Period[]): Promise<ScoreFact[]> {
  const [first] = periods;
  if (first === undefined) return [];
  const marks = await listUnitMarks(reader, periodYear(first));
  const last = periods.map(periodEnd).reduce((latest, end) => (end > latest ? end : latest));
  return marks
    .filter(({ period }) => {
      const own = parsePeriod(period);
      return own !== null && periodEnd(own) <= last;
    })
    .map(markFact);
}

async function readUnits(
  reader: Reader,
  period: Period,
): Promise<{ units: ScoredUnit[]; names: Map<number, string> }> {
  const rows = await listScoredUnits(reader);
  const tasks = await countReportingTasks(reader, periodYear(period), periodEnd(period));
  return {
    units: rows.map(({ id, name, kind }) => ({
      unit: name,
      kind: scoreKindOf(kind),
      tasks: tasks.get(id) ?? 0,
    })),
    names: new Map(rows.map(({ id, name }) => [id, name])),
  };
}

/** @param today `YYYY-MM-DD` */
export async function readScoreFacts(
  reader: Reader,
  lights: Lights,
  period: Period,
  today: string,
): Promise<ScoreBasis> {
  const periods = await scoredPeriods(reader, period);
  const deadline = (await findDeadline(reader, period)) ?? defaultDeadline(period);
  const end = deadline > periodEnd(period) ? deadline : periodEnd(period);
  const closedOn = today < end ? today : end;
  const { units, names } = await readUnits(reader, period);
  const facts = [
    ...(await readReturnFacts(reader, periods, closedOn)),
    ...(await readRedoFacts(reader, periods, names)),
    ...(await readLightFacts(reader, lights, periods, names)),
    ...(await readOrderFacts(reader, periodYear(period), closedOn, names)),
    ...(await readMarkFacts(reader, periods)),
  ];
  const known = new Set(units.map(({ unit }) => unit));
  return { periods, closedOn, facts: { units, facts: facts.filter(({ unit }) => known.has(unit)) } };
}
