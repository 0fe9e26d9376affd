/** Puts the rows of 进展录入 together from sets: a handful of queries however many rows there are. */
import type { ProgressRow } from '#shared/contract/progress.ts';
import type { TaskTarget } from '#shared/contract/tasks.ts';
import { type Period, periodEnd } from '#shared/domain/period.ts';
import { emptyProgress } from '#shared/domain/progress.ts';
import { type EndedTask, endedWords } from '#shared/domain/supervision/ended-task.ts';
import type { Role } from '#shared/domain/task.ts';
import type { Reader } from '../db/executor.ts';
import type { StoredReport } from '../db/repositories/progress.repository.ts';
import {
  listCurrentReports,
  listPreviousReports,
  type PreviousReport,
} from '../db/repositories/progress-current.repository.ts';
import { listRoles, type ReportingPair, type RoleRow } from '../db/repositories/progress-pairs.repository.ts';
import { listEndedTasks } from '../db/repositories/task-life.repository.ts';
import { listTargetsByTask } from '../db/repositories/tasks-parts.repository.ts';

interface Pair {
  taskId: number;
  unitId: number;
}

const pairKey = ({ taskId, unitId }: Pair): string => `${taskId}:${unitId}`;

function byPair<Item extends Pair>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [pairKey(item), item]));
}

/** A unit with several roles in a task is shown with the weightiest. */
const weight: Record<Role, number> = { lead: 0, party_lead: 1, member: 2, support: 3 };

function weightiestRoles(roles: readonly RoleRow[]): Map<string, Role> {
  const chosen = new Map<string, Role>();
  for (const entry of roles) {
    const known = chosen.get(pairKey(entry));
    if (known === undefined || weight[entry.role] < weight[known]) chosen.set(pairKey(entry), entry.role);
  }
  return chosen;
}

interface RowSources {
  ended: Map<number, EndedTask>;
  roles: Map<string, Role>;
  targets: Map<number, TaskTarget[]>;
  current: Map<string, StoredReport>;
  previous: Map<string, PreviousReport>;
}

function toRow(pair: ReportingPair, sources: RowSources): ProgressRow {
  const report = sources.current.get(pairKey(pair));
  const before = sources.previous.get(pairKey(pair));
  const { taskId, code, content, leader, unitId, unit } = pair;
  const ended = sources.ended.get(taskId);
  return {
    taskId,
    code,
    content,
    leader,
    unitId,
    unit,
    role: sources.roles.get(pairKey(pair)) ?? 'member',
    ended: ended === undefined ? null : endedWords(ended),
    targets: sources.targets.get(taskId) ?? [],
    previous: before ? { period: before.period, narrative: before.narrative, percent: before.percent } : null,
    reportId: report?.id ?? null,
    revision: report?.revision ?? 0,
    values: report?.values ?? { ...emptyProgress },
    targetValues: report?.targetValues ?? [],
    source: report?.source ?? null,
  };
}

/** The pairs as rows of a period, in the pairs' order. @param unitId when all pairs are one unit's */
export async function progressRows(
  reader: Reader,
  pairs: readonly ReportingPair[],
  period: Period,
  unitId?: number,
): Promise<ProgressRow[]> {
  const taskIds = [...new Set(pairs.map((pair) => pair.taskId))];
  const scope = { period, taskIds, unitId };
  const sources: RowSources = {
    ended: await listEndedTasks(reader, taskIds, periodEnd(period)),
    roles: weightiestRoles(await listRoles(reader, taskIds)),
    targets: await listTargetsByTask(reader, taskIds, periodEnd(period)),
    current: byPair(await listCurrentReports(reader, scope)),
    previous: byPair(await listPreviousReports(reader, scope)),
  };
  return pairs.map((pair) => toRow(pair, sources));
}
