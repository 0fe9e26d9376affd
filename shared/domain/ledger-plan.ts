/** What follows what on a ledger's sheet: group rows, tasks, projects with their items. */
import type { Role, TaskKind } from './task.ts';

export interface PlannedSection {
  id: number;
  kind: TaskKind;
  label: string;
  title: string;
  /** Text of a section without rows (「总负责。」). */
  remark: string;
}

export interface PlannedTask {
  taskId: number;
  sectionId: number;
  kind: TaskKind;
}

export type LedgerStep =
  | { kind: 'group'; text: string }
  /** `firstOrdinal`: the tasks are numbered on from it; null: each keeps its number in the notice. */
  | { kind: 'tasks'; taskIds: number[]; firstOrdinal: number | null }
  | { kind: 'project'; label: string; name: string; taskIds: number[] };

function tasksOf(section: PlannedSection, tasks: readonly PlannedTask[]): number[] {
  return tasks.filter((task) => task.sectionId === section.id).map((task) => task.taskId);
}

function projectSteps(sections: readonly PlannedSection[], tasks: readonly PlannedTask[]): LedgerStep[] {
  return sections.flatMap((section) => {
    const taskIds = tasksOf(section, tasks);
    if (taskIds.length === 0) return [];
    return [{ kind: 'project', label: section.label, name: section.title, taskIds }];
  });
}

function sectionSteps(section: PlannedSection, taskIds: number[]): LedgerStep[] {
  const heading = `${section.label}、${section.title}`;
  if (taskIds.length === 0) return [{ kind: 'group', text: `${heading}：${section.remark}` }];
  return [
    { kind: 'group', text: `${heading}（${taskIds.length}项）` },
    { kind: 'tasks', taskIds, firstOrdinal: null },
  ];
}

/**
 * One kind's sheet as the notice has it: 附件1 under its leaders' headings, 附件2 by project. A section without
 * rows (「总负责。」) is printed where it is asked for.
 * @param tasks in printed order
 */
export function planBySection(
  kind: TaskKind,
  sections: readonly PlannedSection[],
  tasks: readonly PlannedTask[],
  keepsRemarks: (section: PlannedSection) => boolean,
): LedgerStep[] {
  const own = sections.filter((section) => section.kind === kind);
  if (kind === 'livelihood') return projectSteps(own, tasks);
  return own.flatMap((section) => {
    const taskIds = tasksOf(section, tasks);
    const isPrinted = taskIds.length > 0 || (section.remark !== '' && keepsRemarks(section));
    return isPrinted ? sectionSteps(section, taskIds) : [];
  });
}

const roleHeadings: Record<Role, string> = {
  lead: '牵头任务',
  party_lead: '区委牵头任务',
  member: '配合任务',
  support: '支持任务',
};

const roleOrder: readonly Role[] = ['lead', 'party_lead', 'member', 'support'];
const chineseOrdinals = '一二三四';

/** The weightiest role a unit has in each task. */
function weightiestRoles(entries: readonly { taskId: number; role: Role }[]): Map<number, Role> {
  const byTask = new Map<number, Role>();
  for (const role of roleOrder.toReversed()) {
    for (const entry of entries) if (entry.role === role) byTask.set(entry.taskId, role);
  }
  return byTask;
}

/** One kind's sheet of a unit: what it leads first, then what it takes part in, numbered anew under each role. */
export function planByRole(
  kind: TaskKind,
  sections: readonly PlannedSection[],
  tasks: readonly PlannedTask[],
  unitRoles: readonly { taskId: number; role: Role }[],
): LedgerStep[] {
  const roleOf = weightiestRoles(unitRoles);
  const groups = roleOrder
    .map((role) => ({
      role,
      own: tasks.filter((task) => task.kind === kind && roleOf.get(task.taskId) === role),
    }))
    .filter(({ own }) => own.length > 0);
  return groups.flatMap(({ role, own }, index) => {
    const heading: LedgerStep = {
      kind: 'group',
      text: `${chineseOrdinals[index]}、${roleHeadings[role]}（${own.length}项）`,
    };
    if (kind === 'livelihood') return [heading, ...projectSteps(sections, own)];
    return [heading, { kind: 'tasks', taskIds: own.map((task) => task.taskId), firstOrdinal: 1 }];
  });
}

/** Steps in pieces of about `size` tasks; long runs of tasks are cut, a project stays whole. */
export function* stepChunks(steps: readonly LedgerStep[], size: number): Generator<LedgerStep[]> {
  let chunk: LedgerStep[] = [];
  let tasks = 0;
  for (const step of steps.flatMap((whole) => cutRun(whole, size))) {
    chunk.push(step);
    tasks += step.kind === 'group' ? 0 : step.taskIds.length;
    if (tasks < size) continue;
    yield chunk;
    chunk = [];
    tasks = 0;
  }
  if (chunk.length > 0) yield chunk;
}

function cutRun(step: LedgerStep, size: number): LedgerStep[] {
  if (step.kind !== 'tasks' || step.taskIds.length <= size) return [step];
  const pieces: LedgerStep[] = [];
  for (let from = 0; from < step.taskIds.length; from += size) {
    const firstOrdinal = step.firstOrdinal === null ? null : step.firstOrdinal + from;
    pieces.push({ kind: 'tasks', taskIds: step.taskIds.slice(from, from + size), firstOrdinal });
  }
  return pieces;
}
