import { AppError } from '#shared/contract/errors.ts';
import type { AreaHandlers } from '#shared/contract/method.ts';
import type { planContract } from '#shared/contract/plan.ts';
import type { PlanService } from '../services/plan.service.ts';
import type { Desktop } from './application.handlers.ts';
import type { KnownPaths } from './known-paths.ts';

interface Dependencies {
  plan: PlanService;
  desktop: Pick<Desktop, 'openPath' | 'showInFolder'>;
  knownPaths: KnownPaths;
}

/** Opened by the office's own programs; any other file is only shown in its folder, because opening might run it. */
const readable = /\.(docx?|xlsx?|wps|et|ofd|pdf|jpe?g|png|bmp|tiff?|txt)$/u;

export function createPlanHandlers({
  plan,
  desktop,
  knownPaths,
}: Dependencies): AreaHandlers<typeof planContract> {
  const { findMaterial, ...methods } = plan;
  return {
    ...methods,
    async openMaterial(request) {
      const file = await findMaterial(request);
      if (!readable.test(file)) {
        desktop.showInFolder(file);
        return true;
      }
      const problem = await desktop.openPath(file);
      if (problem !== '') throw new AppError('file_unreadable', `这份材料没有打开：${problem}`);
      return true;
    },
    async exportSheet(request) {
      const result = await plan.exportSheet(request);
      knownPaths.add(result.file);
      return result;
    },
  };
}
