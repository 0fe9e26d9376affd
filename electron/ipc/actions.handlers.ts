import type { actionsContract } from '#shared/contract/actions.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { AreaHandlers } from '#shared/contract/method.ts';
import type { ActionsService } from '../services/actions.service.ts';
import type { Desktop } from './application.handlers.ts';
import type { KnownPaths } from './known-paths.ts';

interface ActionsDependencies {
  actions: ActionsService;
  desktop: Pick<Desktop, 'openPath'>;
  knownPaths: KnownPaths;
}

export function createActionsHandlers({
  actions,
  desktop,
  knownPaths,
}: ActionsDependencies): AreaHandlers<typeof actionsContract> {
  const { copyAttachment, ...methods } = actions;
  return {
    ...methods,
    async openAttachment(request) {
      const copy = await copyAttachment(request);
      const failure = await desktop.openPath(copy);
      if (failure !== '') throw new AppError('file_unreadable', `“${copy}”打不开：${failure}`);
      return true;
    },
    async writeLetters(request) {
      const result = await actions.writeLetters(request);
      knownPaths.add(request.directory);
      return result;
    },
  };
}
