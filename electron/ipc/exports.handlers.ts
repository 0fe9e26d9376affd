import type { exportsContract } from '#shared/contract/exports.ts';
import type { AreaHandlers } from '#shared/contract/method.ts';
import type { FormsService } from '../services/forms.service.ts';
import type { LedgersService } from '../services/ledgers.service.ts';
import type { Jobs } from './jobs.ts';
import type { KnownPaths } from './known-paths.ts';

interface ExportsDependencies {
  ledgers: LedgersService;
  forms: FormsService;
  jobs: Jobs;
  knownPaths: KnownPaths;
}

export function createExportsHandlers({
  ledgers,
  forms,
  jobs,
  knownPaths,
}: ExportsDependencies): AreaHandlers<typeof exportsContract> {
  return {
    suggestLedgerName: (query) => ledgers.suggestLedgerName(query),
    async exportLedger({ jobId, ...request }) {
      const result = await jobs.run(jobId, (job) => ledgers.exportLedger(request, job));
      knownPaths.add(result.file);
      return result;
    },
    async exportForms({ jobId, ...request }) {
      const result = await jobs.run(jobId, (job) => forms.exportForms(request, job));
      knownPaths.add(request.directory);
      return result;
    },
    formIssues: (request) => forms.formIssues(request),
  };
}
