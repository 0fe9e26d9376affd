/** 督办 (contract/actions.ts): the worklist, 督办动作, their papers and files. */
import type {
  ActionDetail,
  ActionDraftValues,
  ActionFilter,
  ActionMoveRequest,
  ActionProposal,
  ActionView,
  Worklist,
} from '#shared/contract/actions.ts';
import type { ActionKind } from '#shared/domain/supervision/action.ts';
import type { OpenDatabase } from '../db/sqlite/open.ts';
import { attachFiles, copyActionAttachment } from './actions-attachments.ts';
import { createAction } from './actions-create.ts';
import { draftAction } from './actions-draft.ts';
import { writeActionLetters } from './actions-letters.ts';
import { logLetters, logTemplates } from './actions-log.ts';
import { moveAction } from './actions-move.ts';
import { readActionDetail, readActions } from './actions-view.ts';
import { readWorklist } from './actions-worklist.ts';
import type { ServiceContext } from './context.ts';
import type { LightsService } from './lights.service.ts';
import type { ProposalMemory } from './lights-plans.ts';
import { localDate } from './moment.ts';
import { templatesFolder } from './templates-folder.ts';

interface ActionsDependencies {
  open: Pick<OpenDatabase, 'database' | 'directory'>;
  lights: Pick<LightsService, 'list'>;
  proposals: ProposalMemory;
  context: ServiceContext;
}

export interface ActionsService {
  worklist(request: { date?: string | undefined }): Promise<Worklist>;
  list(filter: ActionFilter): Promise<ActionView[]>;
  detail(request: { actionId: number }): Promise<ActionDetail>;
  draft(request: {
    kind: ActionKind;
    unitId: number | null;
    taskIds: number[];
    date?: string | undefined;
  }): Promise<ActionProposal>;
  create(values: ActionDraftValues): Promise<ActionDetail>;
  /** @throws AppError `bad_input` for a move that is not in the table, `stale` */
  move(request: ActionMoveRequest): Promise<ActionDetail>;
  attach(request: { actionId: number; paths: string[] }): Promise<ActionDetail>;
  /** @returns a copy that may be opened */
  copyAttachment(request: { actionId: number; attachmentId: number }): Promise<string>;
  writeLetters(request: { actionIds: number[]; directory: string }): Promise<{ files: string[] }>;
  prepareTemplates(request: Record<string, never>): Promise<{ folder: string; written: string[] }>;
}

export function createActionsService(dependencies: ActionsDependencies): ActionsService {
  const { open, lights, proposals, context } = dependencies;
  const { database, directory } = open;
  const templates = templatesFolder(directory);
  const reading = { reader: database, lights, proposals };
  const today = () => localDate(context.now());
  const detail = (actionId: number) => readActionDetail(database, actionId, today());
  return {
    worklist: ({ date }) => readWorklist(reading, date ?? today()),
    list: (filter) => readActions(database, filter, today()),
    detail: ({ actionId }) => detail(actionId),
    draft: ({ date, ...request }) => draftAction(reading, request, date ?? today()),
    async create(values) {
      const id = await database
        .transaction()
        .execute((writer) => createAction({ writer, context, proposals }, values));
      return detail(id);
    },
    async move(request) {
      await database.transaction().execute((writer) => moveAction({ writer, context, proposals }, request));
      return detail(request.actionId);
    },
    async attach(request) {
      await attachFiles(open, context, request);
      return detail(request.actionId);
    },
    copyAttachment: (request) => copyActionAttachment(open, request),
    async writeLetters(request) {
      const papers = await writeActionLetters(reading, templates, { ...request, today: today() });
      await database.transaction().execute((writer) => logLetters(writer, context, papers));
      return { files: papers.map(({ file }) => file) };
    },
    async prepareTemplates() {
      const { writeDefaultTemplates } = await import('../word/supervision-letter.ts');
      const written = await writeDefaultTemplates(templates);
      if (written.length > 0)
        await database.transaction().execute((writer) => logTemplates(writer, context, written));
      return { folder: templates, written };
    },
  };
}
