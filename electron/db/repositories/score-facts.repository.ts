/** What scores are made of beside lights and returns: who leads what, 退回, 督办单, 表扬 and marks. */
import type { UnitKind } from '#shared/domain/unit.ts';
import type { Reader } from '../executor.ts';

/** Ids are those of a year's documents. */
function selectTasksOfYear(reader: Reader, year: number) {
  return reader
    .selectFrom('task')
    .innerJoin('document', 'document.id', 'task.document_id')
    .where('document.year', '=', year);
}

export interface ScoredUnitRow {
  id: number;
  name: string;
  kind: UnitKind;
}

/** Every unit but groups, in the directory's order. */
export function listScoredUnits(reader: Reader): Promise<ScoredUnitRow[]> {
  return reader
    .selectFrom('unit')
    .select(['id', 'name', 'kind'])
    .where('kind', '<>', 'group')
    .where('kind', '<>', 'office')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Tasks of the year that name a lead, itself or a group. */
export async function listLedTaskIds(reader: Reader, year: number): Promise<Set<number>> {
  const rows = await selectTasksOfYear(reader, year)
    .innerJoin('task_unit', 'task_unit.task_id', 'task.id')
    .select('task.id')
    .where('task_unit.role', '=', 'lead')
    .distinct()
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Who works along on a task without reporting on it: 配合, a fixed group for each of its members. */
export async function listSupporters(
  reader: Reader,
  year: number,
): Promise<{ taskId: number; unitId: number }[]> {
  const printed = selectTasksOfYear(reader, year)
    .innerJoin('task_unit', 'task_unit.task_id', 'task.id')
    .where('task_unit.role', 'in', ['member', 'support', 'party_lead']);
  const named = await printed.select(['task.id as taskId', 'task_unit.unit_id as unitId']).execute();
  const members = await printed
    .innerJoin('unit as unit_group', 'unit_group.id', 'task_unit.unit_id')
    .innerJoin('unit_group_member as member', 'member.group_id', 'unit_group.id')
    .where('unit_group.membership', '=', 'fixed')
    .select(['task.id as taskId', 'member.member_id as unitId'])
    .execute();
  const reporting = await selectTasksOfYear(reader, year)
    .innerJoin('task_reporting_unit as asked', 'asked.task_id', 'task.id')
    .select(['task.id as taskId', 'asked.unit_id as unitId'])
    .execute();
  const reports = new Set(reporting.map(({ taskId, unitId }) => `${taskId} ${unitId}`));
  const all = new Map([...named, ...members].map((pair) => [`${pair.taskId} ${pair.unitId}`, pair]));
  return [...all].filter(([key]) => !reports.has(key)).map(([, pair]) => pair);
}

/**
 * How many tasks of the year each unit reported on by a day, those that are withdrawn since among them.
 * @param until `YYYY-MM-DD`: tasks listed later, by a split, are not yet anybody's
 */
export async function countReportingTasks(
  reader: Reader,
  year: number,
  until: string,
): Promise<Map<number, number>> {
  const rows = await selectTasksOfYear(reader, year)
    .where((eb) => eb.or([eb('task.listed_from', 'is', null), eb('task.listed_from', '<=', until)]))
    .innerJoin('task_reporting_unit as asked', 'asked.task_id', 'task.id')
    .select((eb) => ['asked.unit_id', eb.fn.countAll<number>().as('tasks')])
    .groupBy('asked.unit_id')
    .execute();
  return new Map(rows.map((row) => [row.unit_id, row.tasks]));
}

/** Periods of the year in which forms went out or units were heard. */
export async function listWorkedPeriods(reader: Reader, year: number): Promise<string[]> {
  const pattern = `${year}-%`;
  const issued = await reader
    .selectFrom('form_issue')
    .select('period')
    .distinct()
    .where('period', 'like', pattern)
    .execute();
  const reported = await reader
    .selectFrom('progress_report')
    .select('period')
    .distinct()
    .where('period', 'like', pattern)
    .execute();
  return [...new Set([...issued, ...reported].map((row) => row.period))].sort();
}

export interface RedoRecord {
  id: number;
  unitId: number;
  period: string;
  /** ISO 8601 in UTC. */
  returnedAt: string;
  reason: string;
}

/** 退回 that stand, of the periods asked for. */
export async function listRedos(reader: Reader, periods: readonly string[]): Promise<RedoRecord[]> {
  if (periods.length === 0) return [];
  return reader
    .selectFrom('return_redo')
    .select(['id', 'unit_id as unitId', 'period', 'returned_at as returnedAt', 'reason'])
    .where('period', 'in', periods)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute();
}

export interface OrderRecord {
  id: number;
  unitId: number;
  colour: 'blue' | 'yellow' | 'red' | null;
  numberYear: number | null;
  number: number | null;
  title: string;
  actedOn: string;
  answerDue: string;
  answeredOn: string | null;
  closedOn: string | null;
  state: string;
}

/** 督办单 with an answer date, issued within the days. */
export async function listOrders(reader: Reader, from: string, until: string): Promise<OrderRecord[]> {
  const rows = await reader
    .selectFrom('action')
    .selectAll()
    .where('kind', '=', 'supervision_order')
    .where('acted_on', '>=', from)
    .where('acted_on', '<=', until)
    .orderBy('id')
    .execute();
  return rows.flatMap((row) =>
    row.unit_id === null || row.answer_due === null
      ? []
      : [
          {
            id: row.id,
            unitId: row.unit_id,
            colour: row.colour,
            numberYear: row.number_year,
            number: row.number,
            title: row.title,
            actedOn: row.acted_on,
            answerDue: row.answer_due,
            answeredOn: row.answered_on,
            closedOn: row.closed_on,
            state: row.state,
          },
        ],
  );
}
