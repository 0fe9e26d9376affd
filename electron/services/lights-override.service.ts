/** A person's light in place of the computed one, and taking it back. Both stay in the log. */
import { AppError } from '#shared/contract/errors.ts';
import type { LightOverrideEntry } from '#shared/contract/lights.ts';
import { lightLabels } from '#shared/domain/supervision/light-kinds.ts';
import { checkOverride } from '#shared/domain/supervision/light-override.ts';
import type { Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import {
  findOverride,
  insertOverride,
  markOverrideWithdrawn,
} from '../db/repositories/light-overrides.repository.ts';
import { listLightLeads, tasksById } from '../db/repositories/light-tasks.repository.ts';
import type { ServiceContext } from './context.ts';
import { requireTaskText } from './tasks-edit.service.ts';

type LoggedOverride = Pick<LightOverrideEntry, 'light' | 'from' | 'until' | 'reason'> & {
  unit: string | null;
};

/** @returns the lead's name; null for the task as a whole */
async function requireLead(writer: Writer, { taskId, unitId }: LightOverrideEntry): Promise<string | null> {
  if (unitId === null) return null;
  const leads = (await listLightLeads(writer, tasksById([taskId]))).get(taskId) ?? [];
  const lead = leads.find(({ id }) => id === unitId);
  if (lead !== undefined) return lead.name;
  throw new AppError('bad_input', '这个单位不是该任务的填报单位，没有灯可改。请刷新后再试。', {
    taskId,
    unitId,
  });
}

/** As the log is read, by people. */
function logged({ light, unit, from, until, reason }: LoggedOverride): Record<string, string> {
  return { light: lightLabels[light], unit: unit ?? '整项任务', from, until, reason };
}

/** @throws AppError `not_found` without the task, `bad_input` with everything that is wrong */
export async function overrideLight(
  writer: Writer,
  context: ServiceContext,
  entry: LightOverrideEntry,
): Promise<{ id: number }> {
  await requireTaskText(writer, entry.taskId);
  const unit = await requireLead(writer, entry);
  const problems = checkOverride({ ...entry, by: context.operator });
  if (problems.length > 0) throw new AppError('bad_input', problems.join(''));
  const at = context.now().toISOString();
  const id = await insertOverride(writer, entry, { at, by: context.operator });
  await recordChange(writer, {
    at,
    actor: context.operator,
    origin: context.origin,
    action: '人工改灯',
    entity: 'task',
    entityId: entry.taskId,
    before: null,
    after: logged({ ...entry, unit }),
  });
  return { id };
}

/** @throws AppError `not_found`, or `stale` when somebody has taken it back before */
export async function withdrawLightOverride(
  writer: Writer,
  context: ServiceContext,
  overrideId: number,
): Promise<{ id: number }> {
  const override = await findOverride(writer, overrideId);
  if (override === null)
    throw new AppError('not_found', '没有找到这次人工改灯，请刷新后再试。', { overrideId });
  const at = context.now().toISOString();
  if (!(await markOverrideWithdrawn(writer, overrideId, { at, by: context.operator })))
    throw new AppError('stale', '这次人工改灯已经撤回过了。请刷新后再看。', { overrideId });
  await recordChange(writer, {
    at,
    actor: context.operator,
    origin: context.origin,
    action: '撤回人工改灯',
    entity: 'task',
    entityId: override.taskId,
    before: logged(override),
    after: null,
  });
  return { id: overrideId };
}
