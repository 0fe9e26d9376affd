/** Decides what the sheets of a document's ledger list, before any row is read. */
import type { LedgerScope } from '#shared/contract/exports.ts';
import {
  type LedgerStep,
  type PlannedSection,
  planByRole,
  planBySection,
} from '#shared/domain/ledger-plan.ts';
import { needsAnnex } from '#shared/domain/ledger-progress.ts';
import type { Period } from '#shared/domain/period.ts';
import type { TaskKind } from '#shared/domain/task.ts';
import type { Reader } from '../db/executor.ts';
import {
  countAnswers,
  type LedgerPlace,
  listLedgerPlaces,
  listRolesOfUnit,
  listSections,
} from '../db/repositories/ledger.repository.ts';
import { breathe } from './breathe.ts';
import type { LedgerLights } from './ledger-lights.ts';

export interface SheetPlan {
  kind: TaskKind;
  steps: LedgerStep[];
  tasks: number;
  reported: number;
  /** The same, each work once (domain.md, How the notice is read, rule 8). */
  works: { tasks: number; reported: number };
  /** Listed and not counted. */
  withdrawn: number;
}

export interface DocumentPlan {
  sheets: SheetPlan[];
  /** Tasks whose words stand in the annex. */
  annexTaskIds: number[];
}

function countWorks(places: readonly LedgerPlace[]): number {
  const works = places.map(({ sharedWorkId, taskId }) =>
    sharedWorkId === null ? taskId : `work ${sharedWorkId}`,
  );
  return new Set(works).size;
}

async function stepsByKind(
  reader: Reader,
  documentId: number,
  scope: LedgerScope,
  places: readonly LedgerPlace[],
): Promise<(kind: TaskKind) => LedgerStep[]> {
  const sections = await listSections(reader, documentId);
  if (scope.type === 'unit') {
    const unitRoles = await listRolesOfUnit(reader, documentId, scope.unitId);
    return (kind) => planByRole(kind, sections, places, unitRoles);
  }
  const leaders = new Map(sections.map((section) => [section.id, section.leaderId]));
  const keepsRemarks = ({ id }: PlannedSection) => scope.type === 'all' || leaders.get(id) === scope.leaderId;
  return (kind) => planBySection(kind, sections, places, keepsRemarks);
}

/** Those listed on the day, for a leader those he headed then. */
function placesOn(places: readonly LedgerPlace[], scope: LedgerScope, lights: LedgerLights): LedgerPlace[] {
  return places.filter(({ taskId }) => {
    const row = lights.get(taskId);
    return row !== undefined && (scope.type !== 'leader' || row.leaderId === scope.leaderId);
  });
}

export async function planDocument(
  reader: Reader,
  documentId: number,
  scope: LedgerScope,
  period: Period,
  lights: LedgerLights,
): Promise<DocumentPlan> {
  const places = placesOn(await listLedgerPlaces(reader, documentId, scope), scope, lights);
  await breathe();
  const stepsOf = await stepsByKind(reader, documentId, scope, places);
  await breathe();
  const answers = await countAnswers(reader, documentId, period);
  await breathe();
  const kinds: TaskKind[] = ['key', 'livelihood'];
  const sheets = kinds.map((kind): SheetPlan => {
    const own = places.filter((place) => place.kind === kind);
    const counted = own.filter(({ taskId }) => lights.get(taskId)?.gone === null);
    const reported = counted.filter(({ taskId }) => answers.has(taskId));
    const works = { tasks: countWorks(counted), reported: countWorks(reported) };
    const withdrawn = own.length - counted.length;
    return { kind, steps: stepsOf(kind), tasks: own.length, reported: reported.length, works, withdrawn };
  });
  const annexTaskIds = places.map(({ taskId }) => taskId).filter((id) => needsAnnex(answers.get(id) ?? 0));
  return { sheets: sheets.filter(({ steps }) => steps.length > 0), annexTaskIds };
}
