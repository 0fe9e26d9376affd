import { useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  FormsExport,
  FormsResult,
  LedgerExport,
  LedgerResult,
  LedgerScope,
} from '#shared/contract/exports.ts';
import { client } from './client.ts';
import { useJob } from './job.ts';
import { queryKeys } from './query-keys.ts';

/** The file name the save dialog starts with. */
export function suggestLedgerName(period: string, scope: LedgerScope): Promise<string> {
  return client.exports.suggestLedgerName({ period, scope });
}

export function useLedgerExport() {
  return useJob<Omit<LedgerExport, 'jobId'>, LedgerResult>((input) => client.exports.exportLedger(input));
}

export function useFormsExport() {
  const cache = useQueryClient();
  const refresh = () => void cache.invalidateQueries({ queryKey: queryKeys.exports.all });
  return useJob<Omit<FormsExport, 'jobId'>, FormsResult>(
    (input) => client.exports.exportForms(input),
    refresh,
  );
}

/** Each unit's last form of a period. @param period null while none is chosen */
export function useFormIssues(period: string | null) {
  return useQuery({
    queryKey: queryKeys.exports.formIssues(period ?? ''),
    queryFn: () => client.exports.formIssues({ period: period ?? '' }),
    enabled: period !== null,
    // Any task or progress may have changed since: what is stale is asked anew whenever it is looked at.
    staleTime: 0,
  });
}
