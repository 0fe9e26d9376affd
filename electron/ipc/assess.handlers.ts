import type { assessContract } from '#shared/contract/assess.ts';
import type { AreaHandlers } from '#shared/contract/method.ts';
import type { AssessService } from '../services/assess.service.ts';
import type { Jobs } from './jobs.ts';
import type { KnownPaths } from './known-paths.ts';

interface AssessDependencies {
  assess: AssessService;
  jobs: Jobs;
  knownPaths: KnownPaths;
}

export function createAssessHandlers({
  assess,
  jobs,
  knownPaths,
}: AssessDependencies): AreaHandlers<typeof assessContract> {
  return {
    ...assess,
    async exportRanking(request) {
      const result = await assess.exportRanking(request);
      knownPaths.add(result.file);
      return result;
    },
    async exportScorecards({ jobId, ...request }) {
      const result = await jobs.run(jobId, (job) => assess.exportScorecards(request, job));
      knownPaths.add(result.directory);
      return result;
    },
    publish: ({ jobId, ...request }) => jobs.run(jobId, (job) => assess.publish(request, job)),
    async reprint(request) {
      const result = await assess.reprint(request);
      knownPaths.add(request.directory);
      return result;
    },
  };
}
