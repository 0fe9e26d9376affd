import type { logContract } from '#shared/contract/log.ts';
import type { AreaHandlers } from '#shared/contract/method.ts';
import type { LogService } from '../services/log.service.ts';
import type { KnownPaths } from './known-paths.ts';

export function createLogHandlers(log: LogService, knownPaths: KnownPaths): AreaHandlers<typeof logContract> {
  return {
    ...log,
    async exportLog(request) {
      const result = await log.exportLog(request);
      knownPaths.add(result.file);
      return result;
    },
  };
}
