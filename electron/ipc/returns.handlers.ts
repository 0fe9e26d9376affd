import type { AreaHandlers } from '#shared/contract/method.ts';
import type { returnsContract } from '#shared/contract/returns.ts';
import type { ReturnsService } from '../services/returns.service.ts';
import type { Jobs } from './jobs.ts';
import type { KnownPaths } from './known-paths.ts';

interface ReturnsDependencies {
  returns: ReturnsService;
  jobs: Jobs;
  knownPaths: KnownPaths;
}

export function createReturnsHandlers({
  returns,
  jobs,
  knownPaths,
}: ReturnsDependencies): AreaHandlers<typeof returnsContract> {
  return {
    preview({ jobId, ...request }) {
      for (const file of request.files) knownPaths.add(file);
      return jobs.run(jobId, (job) => returns.preview(request, job));
    },
    apply: ({ jobId, ...request }) => jobs.run(jobId, (job) => returns.apply(request, job)),
    undo: (request) => returns.undo(request),
    batches: (request) => returns.batches(request),
  };
}
