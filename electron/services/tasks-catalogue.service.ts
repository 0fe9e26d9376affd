/** `duban tasks`: every task with all the notice says of it. */
import type { Comparator } from '#shared/domain/target.ts';
import type { Role, TaskKind } from '#shared/domain/task.ts';
import type { Reader } from '../db/executor.ts';
import { listTaskRows } from '../db/repositories/tasks.repository.ts';
import { taskCondition } from '../db/repositories/tasks-filter.repository.ts';
import { listCorrectionsByTask, listTargetsByTask } from '../db/repositories/tasks-parts.repository.ts';
import { listSources } from '../db/repositories/tasks-source.repository.ts';
import { listReportingUnitsByTask } from '../db/repositories/tasks-units.repository.ts';

export interface CatalogueTask {
  code: string;
  kind: TaskKind;
  /** The notice's number. */
  document: string;
  /** The Chinese ordinal, or the project's number. */
  section: string;
  leader: string | null;
  project: string | null;
  content: string;
  sourceContent: string;
  remark: string;
  units: { name: string; printed: string; role: Role }[];
  reportingUnits: string[];
  targets: { name: string; comparator: Comparator; value: number; measure: string; due: string }[];
  corrections: { from: string; to: string; reason: string }[];
}

/** Tasks gathered at a time. */
const pageSize = 2_000;

async function readPage(reader: Reader, offset: number, today: string): Promise<CatalogueTask[]> {
  const rows = await listTaskRows(reader, await taskCondition(reader, {}), offset, pageSize);
  const ids = rows.map((row) => row.id);
  const sources = await listSources(reader, ids);
  const reporting = await listReportingUnitsByTask(reader, ids);
  const targets = await listTargetsByTask(reader, ids, today);
  const corrections = await listCorrectionsByTask(reader, ids);
  return rows.map((row) => ({
    code: row.code,
    kind: row.kind,
    document: sources.get(row.id)?.documentNumber ?? '',
    section: row.sectionLabel,
    leader: row.leader,
    project: row.project,
    content: row.content,
    sourceContent: sources.get(row.id)?.content ?? '',
    remark: row.remark,
    units: row.units.map(({ name, printed, role }) => ({ name, printed, role })),
    reportingUnits: reporting.get(row.id) ?? [],
    targets: (targets.get(row.id) ?? []).map(({ id: _, ...target }) => target),
    corrections: (corrections.get(row.id) ?? []).map(({ from, to, reason }) => ({ from, to, reason })),
  }));
}

/** All tasks of all documents in printed order, as they stand. @param today `YYYY-MM-DD` */
export async function listCatalogue(reader: Reader, today: string): Promise<CatalogueTask[]> {
  const tasks: CatalogueTask[] = [];
  for (;;) {
    const page = await readPage(reader, tasks.length, today);
    tasks.push(...page);
    if (page.length < pageSize) return tasks;
  }
}
