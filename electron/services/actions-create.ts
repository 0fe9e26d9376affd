/** Recording a 督办动作; 催办 and 督办单 get the next number of their year in the same transaction. */
import type { ActionDraftValues } from '#shared/contract/actions.ts';
import { AppError } from '#shared/contract/errors.ts';
import {
  type ActionKind,
  actionFamilies,
  actionKindLabels,
  checkAction,
} from '#shared/domain/supervision/action.ts';
import { firstActionStates } from '#shared/domain/supervision/action-state.ts';
import { dateParts } from '#shared/domain/supervision/dates.ts';
import { endedWords } from '#shared/domain/supervision/ended-task.ts';
import { type NumberedKind, nextOrderNumber } from '#shared/domain/supervision/order-number.ts';
import type { Writer } from '../db/executor.ts';
import {
  type ActionTask,
  insertAction,
  listNamedTasks,
  listUsedNumbers,
} from '../db/repositories/action.repository.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import { listEndedTasks } from '../db/repositories/task-life.repository.ts';
import { findUnitName } from '../db/repositories/units.repository.ts';
import { readDues } from './actions-due.ts';
import type { ServiceContext } from './context.ts';
import type { ProposalMemory } from './lights-plans.ts';
import { localDate } from './moment.ts';

export interface ActionWriting {
  writer: Writer;
  context: ServiceContext;
  proposals: ProposalMemory;
}

function isNumbered(kind: ActionKind): kind is NumberedKind {
  return kind === 'reminder' || kind === 'supervision_order';
}

/** The due date in force is a fact, whatever the draft says. */
async function findDueProblems(
  { writer, proposals }: ActionWriting,
  { kind, taskIds, oldDue, actedOn }: ActionDraftValues,
): Promise<string[]> {
  const [taskId] = taskIds;
  if (kind !== 'extension' || taskId === undefined) return [];
  const due = (await readDues(writer, proposals, [taskId], actedOn)).get(taskId);
  return due === oldDue ? [] : [`任务现行的完成时限是${due}，不是${oldDue}，请修改。`];
}

/** A paper that waits for an answer would stand open on a task that is done; what was seen or said is recorded. */
async function findEndedProblems(
  { writer, context }: ActionWriting,
  { kind, taskIds }: ActionDraftValues,
  tasks: readonly ActionTask[],
): Promise<string[]> {
  if (actionFamilies[kind] === 'meeting') return [];
  const ended = await listEndedTasks(writer, taskIds, localDate(context.now()));
  return tasks.flatMap(({ id, code }) => {
    const found = ended.get(id);
    if (found === undefined) return [];
    return [
      `${code} ${endedWords(found)}，不能再发${actionKindLabels[kind]}；如要继续推进，请先在任务页重新启动或恢复。`,
    ];
  });
}

/** @throws AppError `bad_input` with everything that is wrong, `not_found` for a task or unit that is gone */
async function requireSound(writing: ActionWriting, values: ActionDraftValues) {
  const { writer } = writing;
  const { unitId, taskIds, ...draft } = values;
  const unit = unitId === null ? null : await findUnitName(writer, unitId);
  const tasks = await listNamedTasks(writer, [...new Set(taskIds)]);
  if ((unitId !== null && unit === null) || tasks.length < new Set(taskIds).size)
    throw new AppError('not_found', '所选的任务或单位已经不在了，没有登记，请刷新后再试。');
  const codes = tasks.map(({ code }) => code);
  const problems = checkAction({ ...draft, unit, tasks: codes });
  if (problems.length === 0) problems.push(...(await findDueProblems(writing, values)));
  if (problems.length === 0) problems.push(...(await findEndedProblems(writing, values, tasks)));
  if (problems.length > 0) throw new AppError('bad_input', problems.join(''));
  return { unit, tasks };
}

async function takeNumber(writer: Writer, { kind, actedOn }: ActionDraftValues) {
  if (!isNumbered(kind)) return { number_year: null, number: null };
  const { year } = dateParts(actedOn);
  const { number } = nextOrderNumber(await listUsedNumbers(writer, kind, year), kind, year);
  return { number_year: year, number };
}

/** @returns its id @throws AppError as {@link requireSound} */
export async function createAction(writing: ActionWriting, values: ActionDraftValues): Promise<number> {
  const { writer, context } = writing;
  const { unit, tasks } = await requireSound(writing, values);
  const { kind, colour, title, reason, actedOn, answerDue, oldDue, newDue } = values;
  const at = context.now().toISOString();
  const numbered = await takeNumber(writer, values);
  const id = await insertAction(
    writer,
    {
      kind,
      colour,
      unit_id: values.unitId,
      ...numbered,
      title,
      reason,
      acted_on: actedOn,
      answer_due: answerDue,
      state: firstActionStates[actionFamilies[kind]],
      old_due: oldDue,
      new_due: newDue,
      created_at: at,
      created_by: context.operator,
    },
    tasks.map((task) => task.id),
  );
  const { unitId: _, taskIds: __, ...said } = values;
  await recordChange(writer, {
    at,
    actor: context.operator,
    origin: context.origin,
    action: `登记${actionKindLabels[kind]}`,
    entity: 'action',
    entityId: id,
    before: null,
    after: { ...said, unit, tasks: tasks.map(({ code }) => code), number: numbered.number },
  });
  return id;
}
