/** Composes the sheets of a ledger: one for each kind of task of each document, filled while they are written. */
import type { LedgerScope } from '#shared/contract/exports.ts';
import type { LedgerEntry, LedgerSheet } from '#shared/domain/ledger.ts';
import { countLine, ledgerTitle, scopeLine } from '#shared/domain/ledger-heading.ts';
import {
  type LedgerStep,
  type PlannedSection,
  planByRole,
  planBySection,
  stepChunks,
} from '#shared/domain/ledger-plan.ts';
import { type LedgerTaskFacts, ledgerTask } from '#shared/domain/ledger-row.ts';
import type { Period } from '#shared/domain/period.ts';
import { type TaskKind, taskKindLabels } from '#shared/domain/task.ts';
import type { Reader } from '../db/executor.ts';
import {
  type LedgerDocument,
  type LedgerPlace,
  listLedgerPlaces,
  listReportedTasks,
  listRolesOfUnit,
  listSections,
} from '../db/repositories/ledger.repository.ts';
import { listLedgerFacts } from '../db/repositories/ledger-facts.repository.ts';

/** Small enough that reading one keeps the window answering. */
const chunkTasks = 250;

export interface LedgerQuery {
  period: Period;
  scope: LedgerScope;
  scopeTitle: string;
  /** `YYYY-MM-DD` */
  printedOn: string;
}

/** What one sheet lists, before its rows are read. */
interface SheetPlan {
  kind: TaskKind;
  steps: LedgerStep[];
  places: LedgerPlace[];
  reported: number;
  repeated: number;
}

/** Tasks of the same work count once (domain.md, How the notice is read, rule 8). */
function countWorks(places: readonly LedgerPlace[]): number {
  return new Set(
    places.map(({ sharedWorkId, taskId }) => (sharedWorkId === null ? `${taskId}` : `w${sharedWorkId}`)),
  ).size;
}

async function planSteps(
  reader: Reader,
  document: LedgerDocument,
  scope: LedgerScope,
  places: readonly LedgerPlace[],
): Promise<(kind: TaskKind) => LedgerStep[]> {
  const sections = await listSections(reader, document.id);
  if (scope.type === 'unit') {
    const unitRoles = await listRolesOfUnit(reader, document.id, scope.unitId);
    return (kind) => planByRole(kind, sections, places, unitRoles);
  }
  const leaders = new Map(sections.map((section) => [section.id, section.leaderId]));
  const keepsRemarks = ({ id }: PlannedSection) => scope.type === 'all' || leaders.get(id) === scope.leaderId;
  return (kind) => planBySection(kind, sections, places, keepsRemarks);
}

async function planSheets(
  reader: Reader,
  document: LedgerDocument,
  query: LedgerQuery,
): Promise<SheetPlan[]> {
  const all = await listLedgerPlaces(reader, document.id, query.scope);
  const stepsOf = await planSteps(reader, document, query.scope, all);
  const reportedTasks = await listReportedTasks(reader, document.id, query.period);
  const kinds: TaskKind[] = ['key', 'livelihood'];
  return kinds
    .map((kind) => {
      const places = all.filter((place) => place.kind === kind);
      const reported = places.filter(({ taskId }) => reportedTasks.has(taskId));
      const repeated = places.length - countWorks(places);
      return { kind, steps: stepsOf(kind), places, reported: countWorks(reported), repeated };
    })
    .filter(({ steps }) => steps.length > 0);
}

function entryOf(step: LedgerStep, facts: ReadonlyMap<number, LedgerTaskFacts>): LedgerEntry[] {
  if (step.kind === 'group') return [step];
  const known = step.taskIds.flatMap((id) => facts.get(id) ?? []);
  if (step.kind === 'project') {
    const tasks = known.map((task) => ledgerTask({ ...task, ordinal: null }));
    return [{ kind: 'project', label: step.label, name: step.name, tasks }];
  }
  return known.map((task, index) => ({
    kind: 'task',
    task: ledgerTask(step.firstOrdinal === null ? task : { ...task, ordinal: step.firstOrdinal + index }),
  }));
}

async function* readEntries(
  reader: Reader,
  steps: readonly LedgerStep[],
  period: Period,
): AsyncGenerator<LedgerEntry[]> {
  for (const chunk of stepChunks(steps, chunkTasks)) {
    const taskIds = chunk.flatMap((step) => (step.kind === 'group' ? [] : step.taskIds));
    const facts = await listLedgerFacts(reader, taskIds, period);
    yield chunk.flatMap((step) => entryOf(step, facts));
  }
}

export interface PlannedSheet extends LedgerSheet {
  /** Of its task rows, those somebody has reported on. */
  reported: number;
}

/** @param suffix tells the sheets of several documents apart; empty for the only one */
export async function ledgerSheets(
  reader: Reader,
  document: LedgerDocument,
  query: LedgerQuery,
  suffix: string,
): Promise<PlannedSheet[]> {
  const plans = await planSheets(reader, document, query);
  return plans.map(({ kind, steps, places, reported, repeated }) => ({
    name: `${taskKindLabels[kind]}${suffix}`,
    columns: kind,
    title: ledgerTitle(document.title, document.year, kind),
    scopeLine: scopeLine(query.period, query.scopeTitle, query.printedOn),
    countLine: countLine({ tasks: places.length, reported, repeated }),
    tasks: places.length,
    reported,
    entries: readEntries(reader, steps, query.period),
  }));
}
