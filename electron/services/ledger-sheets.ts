/** The sheets of a ledger: one for each kind of task of each document, and an annex; filled while they are written. */
import type { LedgerScope } from '#shared/contract/exports.ts';
import type { LedgerEntry, LedgerSheet } from '#shared/domain/ledger.ts';
import { annexEntries } from '#shared/domain/ledger-annex.ts';
import { annexTitle, countLine, ledgerTitle, scopeLine } from '#shared/domain/ledger-heading.ts';
import { type LedgerStep, stepChunks } from '#shared/domain/ledger-plan.ts';
import { annexSheetName } from '#shared/domain/ledger-progress.ts';
import { ledgerTask } from '#shared/domain/ledger-row.ts';
import type { Period } from '#shared/domain/period.ts';
import { taskKindLabels } from '#shared/domain/task.ts';
import type { Reader } from '../db/executor.ts';
import type { LedgerDocument } from '../db/repositories/ledger.repository.ts';
import { listLedgerFacts, type StoredLedgerFacts } from '../db/repositories/ledger-facts.repository.ts';
import { breathe } from './breathe.ts';
import { planDocument, type SheetPlan } from './ledger-document-plan.ts';
import { factsOnDay, type LedgerLights } from './ledger-lights.ts';

/** Small enough that reading one keeps the window answering. */
const chunkTasks = 100;

export interface LedgerQuery {
  period: Period;
  scope: LedgerScope;
  scopeTitle: string;
  /** `YYYY-MM-DD` */
  printedOn: string;
  lights: LedgerLights;
}

function entriesOf(
  step: LedgerStep,
  facts: ReadonlyMap<number, StoredLedgerFacts>,
  lights: LedgerLights,
): LedgerEntry[] {
  if (step.kind === 'group') return [step];
  const known = step.taskIds.flatMap((id) => {
    const stored = facts.get(id);
    return (stored === undefined ? null : factsOnDay(stored, lights.get(id))) ?? [];
  });
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
  { period, lights }: LedgerQuery,
): AsyncGenerator<LedgerEntry[]> {
  for (const chunk of stepChunks(steps, chunkTasks)) {
    const taskIds = chunk.flatMap((step) => (step.kind === 'group' ? [] : step.taskIds));
    await breathe();
    const facts = await listLedgerFacts(reader, taskIds, period);
    await breathe();
    yield chunk.flatMap((step) => entriesOf(step, facts, lights));
  }
}

async function* readAnnex(
  reader: Reader,
  taskIds: readonly number[],
  { period, lights }: LedgerQuery,
): AsyncGenerator<LedgerEntry[]> {
  for (const taskId of taskIds) {
    const stored = (await listLedgerFacts(reader, [taskId], period)).get(taskId);
    const facts = stored === undefined ? null : factsOnDay(stored, lights.get(taskId));
    if (facts !== null) yield annexEntries(facts);
  }
}

export interface PlannedSheet extends LedgerSheet {
  /** Tasks listed, and those of them somebody has reported on; an annex lists none of its own. */
  listed: { tasks: number; reported: number };
}

function taskSheet(
  reader: Reader,
  document: LedgerDocument,
  query: LedgerQuery,
  plan: SheetPlan,
  suffix: string,
): PlannedSheet {
  const { kind, steps, tasks, reported, works, withdrawn } = plan;
  return {
    name: `${taskKindLabels[kind]}${suffix}`,
    columns: kind,
    title: ledgerTitle(document.title, document.year, kind),
    scopeLine: scopeLine(query.period, query.scopeTitle, query.printedOn),
    countLine: countLine({ ...works, listed: tasks, withdrawn }),
    tasks,
    listed: { tasks, reported },
    entries: readEntries(reader, steps, query),
  };
}

function annexSheet(
  reader: Reader,
  query: LedgerQuery,
  taskIds: readonly number[],
  suffix: string,
): PlannedSheet {
  return {
    name: `${annexSheetName}${suffix}`,
    columns: 'annex',
    title: annexTitle(query.period),
    scopeLine: scopeLine(query.period, query.scopeTitle, query.printedOn),
    countLine: `共${taskIds.length}项任务`,
    tasks: 0,
    listed: { tasks: 0, reported: 0 },
    entries: readAnnex(reader, taskIds, query),
  };
}

/** @param suffix tells the sheets of several documents apart; empty for the only one */
export async function ledgerSheets(
  reader: Reader,
  document: LedgerDocument,
  query: LedgerQuery,
  suffix: string,
): Promise<PlannedSheet[]> {
  const plan = await planDocument(reader, document.id, query.scope, query.period, query.lights);
  const sheets = plan.sheets.map((sheet) => taskSheet(reader, document, query, sheet, suffix));
  if (plan.annexTaskIds.length > 0) sheets.push(annexSheet(reader, query, plan.annexTaskIds, suffix));
  return sheets;
}
