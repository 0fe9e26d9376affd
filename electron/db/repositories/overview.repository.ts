/** 未报名单: who is asked for a period, and what there is of them. One query a kind of fact, for all units together. */
import { type Period, periodEnd, periodYear } from '#shared/domain/period.ts';
import type { Reader } from '../executor.ts';
import { askedOn } from './task-life.repository.ts';

export interface AskedUnit {
  id: number;
  name: string;
  /** Tasks it is asked to report on. */
  tasks: number;
}

/** The reporting units of a year's notices on a period's last day, in the directory's order. */
export function listAskedUnits(reader: Reader, period: Period): Promise<AskedUnit[]> {
  return reader
    .selectFrom('task_reporting_unit as asked')
    .innerJoin('task', 'task.id', 'asked.task_id')
    .innerJoin('document', 'document.id', 'task.document_id')
    .innerJoin('unit', 'unit.id', 'asked.unit_id')
    .select((eb) => ['unit.id', 'unit.name', eb.fn.countAll<number>().as('tasks')])
    .where('document.year', '=', periodYear(period))
    .where(askedOn(periodEnd(period)))
    .groupBy(['unit.id', 'unit.name', 'unit.position'])
    .orderBy('unit.position')
    .orderBy('unit.id')
    .execute();
}

/** The period's reports that stand: what an undone batch left behind does not count. */
function selectStanding(reader: Reader, period: Period) {
  return reader
    .selectFrom('progress_report as report')
    .leftJoin('return_file', 'return_file.id', 'report.return_file_id')
    .leftJoin('batch', 'batch.id', 'return_file.batch_id')
    .where('report.period', '=', period)
    .where((eb) => eb.or([eb('batch.state', 'is', null), eb('batch.state', '=', 'applied')]));
}

/** On how many of the tasks it is asked about each unit has reported. */
export async function countReportedByUnit(reader: Reader, period: Period): Promise<Map<number, number>> {
  const rows = await selectStanding(reader, period)
    .innerJoin('task_reporting_unit as asked', (join) =>
      join.onRef('asked.task_id', '=', 'report.task_id').onRef('asked.unit_id', '=', 'report.unit_id'),
    )
    .innerJoin('task', 'task.id', 'report.task_id')
    .where(askedOn(periodEnd(period)))
    .select((eb) => ['report.unit_id', eb.fn.count<number>('report.task_id').distinct().as('reported')])
    .groupBy('report.unit_id')
    .execute();
  return new Map(rows.map((row) => [row.unit_id, row.reported]));
}

/** A unit's word: a return that was accepted, or what was entered by hand. */
export interface Word {
  unitId: number;
  source: 'import' | 'entry';
  /** When it was stored; ISO 8601 in UTC. */
  at: string;
  /** The day it was handed in, where that was recorded. */
  receivedOn: string | null;
}

/** Each accepted return of the period. */
export async function listAcceptedReturns(reader: Reader, period: Period): Promise<Word[]> {
  const rows = await reader
    .selectFrom('return_file')
    .innerJoin('batch', 'batch.id', 'return_file.batch_id')
    .select(['return_file.unit_id', 'return_file.received_on', 'batch.created_at'])
    .where('return_file.period', '=', period)
    .where('batch.state', '=', 'applied')
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    source: 'import',
    at: row.created_at,
    receivedOn: row.received_on,
  }));
}

/** Each unit's first and last entry by hand. */
export async function listEntries(reader: Reader, period: Period): Promise<Word[]> {
  const rows = await reader
    .selectFrom('progress_report')
    .select((eb) => [
      'unit_id',
      eb.fn.min<string>('created_at').as('first'),
      eb.fn.max<string>('created_at').as('last'),
    ])
    .where('period', '=', period)
    .where('source', '=', 'entry')
    .groupBy('unit_id')
    .execute();
  return rows.flatMap(({ unit_id, first, last }) =>
    [first, last].map((at): Word => ({ unitId: unit_id, source: 'entry', at, receivedOn: null })),
  );
}

/** Who filled in each unit's last report that names somebody. */
export async function listLastReporters(
  reader: Reader,
  period: Period,
): Promise<Map<number, { reporter: string; phone: string }>> {
  const ranked = selectStanding(reader, period)
    .where((eb) => eb.or([eb('report.reporter', '<>', ''), eb('report.phone', '<>', '')]))
    .select(['report.unit_id', 'report.reporter', 'report.phone'])
    .select((eb) =>
      eb.fn
        .agg<number>('row_number')
        .over((over) =>
          over
            .partitionBy('report.unit_id')
            .orderBy('report.created_at', 'desc')
            .orderBy('report.id', 'desc'),
        )
        .as('rank'),
    );
  const rows = await reader.selectFrom(ranked.as('named')).selectAll().where('rank', '=', 1).execute();
  return new Map(rows.map(({ unit_id, reporter, phone }) => [unit_id, { reporter, phone }]));
}

export interface StandingRedo {
  id: number;
  unitId: number;
  returnedAt: string;
  reason: string;
}

/** Returns that were sent back and not withdrawn, oldest first. */
export async function listStandingRedos(reader: Reader, period: Period): Promise<StandingRedo[]> {
  const rows = await reader
    .selectFrom('return_redo')
    .select(['id', 'unit_id', 'returned_at', 'reason'])
    .where('period', '=', period)
    .where('withdrawn_at', 'is', null)
    .orderBy('returned_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, unit_id, returned_at, reason }) => ({
    id,
    unitId: unit_id,
    returnedAt: returned_at,
    reason,
  }));
}

/** When each unit was last given a form. */
export async function listLastIssueTimes(reader: Reader, period: Period): Promise<Map<number, string>> {
  const rows = await reader
    .selectFrom('form_issue')
    .select((eb) => ['unit_id', eb.fn.max<string>('issued_at').as('issuedAt')])
    .where('period', '=', period)
    .groupBy('unit_id')
    .execute();
  return new Map(rows.map((row) => [row.unit_id, row.issuedAt]));
}
