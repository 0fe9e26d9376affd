/** The filter in the address, so that going back finds the same tasks. */
import type { TaskFilter } from '#shared/contract/tasks.ts';
import { type TaskState, taskStates } from '#shared/domain/supervision/task-state.ts';
import { type Role, roles, type TaskKind, taskKindLabels } from '#shared/domain/task.ts';

const parameters = {
  documentId: 'document',
  kind: 'kind',
  leaderId: 'leader',
  unitId: 'unit',
  role: 'role',
  text: 'text',
  state: 'state',
} as const satisfies Record<keyof TaskFilter, string>;

function readId(text: string | null): number | undefined {
  const id = Number(text);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

function readOneOf<Value extends string>(text: string | null, allowed: readonly Value[]): Value | undefined {
  return allowed.find((value) => value === text);
}

/** Leaves out what is not a filter; the role counts only beside a unit. */
export function readTaskFilter(search: URLSearchParams): TaskFilter {
  const unitId = readId(search.get(parameters.unitId));
  const values: Record<keyof TaskFilter, string | number | undefined> = {
    documentId: readId(search.get(parameters.documentId)),
    kind: readOneOf(search.get(parameters.kind), Object.keys(taskKindLabels) as TaskKind[]),
    leaderId: readId(search.get(parameters.leaderId)),
    unitId,
    role: unitId === undefined ? undefined : readOneOf<Role>(search.get(parameters.role), roles),
    text: search.get(parameters.text)?.slice(0, 200) || undefined,
    state: readOneOf<TaskState>(search.get(parameters.state), taskStates),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

export function writeTaskFilter(filter: TaskFilter): URLSearchParams {
  const search = new URLSearchParams();
  for (const [member, parameter] of Object.entries(parameters)) {
    const value = filter[member as keyof TaskFilter];
    if (value !== undefined && value !== '') search.set(parameter, String(value));
  }
  return search;
}
