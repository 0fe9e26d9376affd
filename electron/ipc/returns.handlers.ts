import { AppError } from '#shared/contract/errors.ts';
import type { AreaHandlers } from '#shared/contract/method.ts';
import type { returnsContract } from '#shared/contract/returns.ts';
import type { OverviewService } from '../services/overview.service.ts';
import type { RedoService } from '../services/redo.service.ts';
import type { ReturnsService } from '../services/returns.service.ts';
import type { Desktop } from './application.handlers.ts';
import type { Jobs } from './jobs.ts';
import type { KnownPaths } from './known-paths.ts';

interface ReturnsDependencies {
  returns: ReturnsService;
  overview: OverviewService;
  redo: RedoService;
  desktop: Pick<Desktop, 'openPath'>;
  jobs: Jobs;
  knownPaths: KnownPaths;
}

export function createReturnsHandlers({
  returns,
  overview,
  redo,
  desktop,
  jobs,
  knownPaths,
}: ReturnsDependencies): AreaHandlers<typeof returnsContract> {
  return {
    desk: returns.desk,
    collect({ jobId, ...request }) {
      for (const path of request.paths) knownPaths.add(path);
      return jobs.run(jobId, (job) => returns.collect(request, job));
    },
    read: ({ jobId, ...request }) => jobs.run(jobId, (job) => returns.read(request, job)),
    file: returns.file,
    planSheet: returns.planSheet,
    applyPlanSheet: returns.applyPlanSheet,
    tell: returns.tell,
    decide: returns.decide,
    teachColumn: returns.teachColumn,
    accept: returns.accept,
    remove: returns.remove,
    apply: ({ jobId, ...request }) => jobs.run(jobId, (job) => returns.apply(request, job)),
    async redo({ jobId, ...request }) {
      const result = await jobs.run(jobId, (job) => redo.redo(request, job));
      knownPaths.add(request.directory);
      return result;
    },
    undo: returns.undo,
    batches: returns.batches,
    async openOriginal(request) {
      const copy = await returns.copyOriginal(request);
      const failure = await desktop.openPath(copy);
      if (failure !== '') throw new AppError('file_unreadable', `“${copy}”打不开：${failure}`);
      return true;
    },
    overview: (request) => overview.overview(request),
    async exportOverview(request) {
      const result = await overview.exportOverview(request);
      knownPaths.add(result.file);
      return result;
    },
    setDeadline: (request) => overview.setDeadline(request),
    withdrawRedo: (request) => overview.withdrawRedo(request),
    learned: returns.learned,
    forget: returns.forget,
  };
}
