/** Naming the concrete units of a 相关… group for one task: forms, returns and lights follow. */
import { AppError } from '#shared/contract/errors.ts';
import type { NameUnitsRequest } from '#shared/contract/named-units.ts';
import type { Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import { listNamedGroups, replaceNamedUnits } from '../db/repositories/named-units.repository.ts';
import type { ServiceContext } from './context.ts';
import { renewReportingPairs } from './reporting-pairs.ts';
import { requireTaskText } from './tasks-edit.service.ts';

/** @throws AppError `not_found`, `bad_input` for a group or a unit that does not belong there */
export async function nameUnits(
  writer: Writer,
  context: ServiceContext,
  { taskId, groupId, unitIds }: NameUnitsRequest,
): Promise<void> {
  const { code } = await requireTaskText(writer, taskId);
  const group = (await listNamedGroups(writer, taskId)).find((candidate) => candidate.groupId === groupId);
  if (group === undefined)
    throw new AppError('bad_input', `任务 ${code} 没有这个需要明确的统称，请刷新后再试。`, { code });
  const names = new Map(group.candidates.map(({ id, name }) => [id, name]));
  const chosen = [...new Set(unitIds)];
  if (!chosen.every((id) => names.has(id)))
    throw new AppError('bad_input', `选了不属于“${group.name}”的单位，请刷新后重选。`, { code });
  const at = context.now().toISOString();
  const wordsOf = (ids: readonly number[]) => ids.map((id) => names.get(id) ?? '').join('、');
  await replaceNamedUnits(writer, { taskId, groupId, unitIds: chosen }, { at, by: context.operator });
  await renewReportingPairs(writer, taskId);
  await recordChange(writer, {
    at,
    actor: context.operator,
    origin: context.origin,
    action: '明确具体单位',
    entity: 'task',
    entityId: taskId,
    before: { group: group.name, units: wordsOf(group.chosen) },
    after: { group: group.name, units: wordsOf(chosen) },
  });
}
