/** 督办 over the seeded notice, with the drafts a person would fill in. */
import { createActionsService } from '#electron/services/actions.service.ts';
import { createLightsService } from '#electron/services/lights.service.ts';
import { createProposalMemory } from '#electron/services/lights-plans.ts';
import type { ActionDetail, ActionDraftValues, ActionMoveRequest } from '#shared/contract/actions.ts';
import { temporaryDirectory, testContext } from './database.ts';
import { openLightServices } from './light-services.ts';

/** One lead, nothing but the year's end in its text. */
export const code = 'Z02-02';
export const unit = '区财政局';

const nothing = { reason: '', answer: '', answerDue: '', newDue: '', decider: '', returnFileId: null };

export async function openActionServices(now = testContext.now) {
  const services = await openLightServices(now);
  const { database, taskId, unitId } = services;
  const directory = temporaryDirectory();
  const proposals = createProposalMemory();
  const context = { ...testContext, now };
  const lights = createLightsService(database, context, proposals);
  const actions = createActionsService({ open: { database, directory }, lights, proposals, context });

  function draft(change: Partial<ActionDraftValues> = {}): ActionDraftValues {
    return {
      kind: 'supervision_order',
      colour: 'yellow',
      unitId: unitId(unit),
      taskIds: [taskId(code)],
      title: '财源建设督办',
      reason: '落后于序时进度。',
      actedOn: '2024-06-03',
      answerDue: '2024-06-10',
      oldDue: null,
      newDue: null,
      ...change,
    };
  }

  return {
    ...services,
    directory,
    actions,
    draft,
    create: (change: Partial<ActionDraftValues> = {}) => actions.create(draft(change)),
    extension: (change: Partial<ActionDraftValues> = {}) =>
      actions.create(
        draft({
          kind: 'extension',
          colour: null,
          answerDue: null,
          oldDue: '2024-12-31',
          newDue: '2025-03-31',
          reason: '土地审批未完成。',
          ...change,
        }),
      ),
    move: (
      { id, version }: Pick<ActionDetail, 'id' | 'version'>,
      request: Pick<ActionMoveRequest, 'move'> & Partial<ActionMoveRequest>,
    ) => actions.move({ ...nothing, date: '2024-06-20', actionId: id, version, ...request }),
  };
}
