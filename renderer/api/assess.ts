import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  PublicationDetail,
  RulesTrial,
  ScorecardFormat,
  ScoreRulesValues,
  UnitMarkEntry,
} from '#shared/contract/assess.ts';
import { client } from './client.ts';
import { useJob } from './job.ts';
import { queryKeys } from './query-keys.ts';

export function useScores(period: string) {
  return useQuery({
    queryKey: queryKeys.assess.scores(period),
    queryFn: () => client.assess.scores({ period }),
    // Whatever is recorded anywhere moves a score.
    staleTime: 0,
  });
}

export function useRulesTrial(rulesId: number, effectiveFrom: string) {
  return useQuery({
    queryKey: queryKeys.assess.trial(rulesId, effectiveFrom),
    queryFn: () => client.assess.tryRules({ rulesId, effectiveFrom }),
    staleTime: 0,
  });
}

export function useScoreRules(year: number) {
  return useQuery({ queryKey: queryKeys.assess.rules(year), queryFn: () => client.assess.rules({ year }) });
}

export function useUnitMarks(year: number) {
  return useQuery({ queryKey: queryKeys.assess.marks(year), queryFn: () => client.assess.marks({ year }) });
}

export function usePublication(id: number) {
  return useQuery({
    queryKey: queryKeys.assess.publication(id),
    queryFn: () => client.assess.publication({ id }),
  });
}

export function usePublications() {
  return useQuery({
    queryKey: queryKeys.assess.publications,
    queryFn: () => client.assess.publications({}),
  });
}

function useRefresh() {
  const cache = useQueryClient();
  return () => {
    void cache.invalidateQueries({ queryKey: queryKeys.assess.all });
    void cache.invalidateQueries({ queryKey: queryKeys.log.all });
  };
}

export function useSaveRules() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (values: ScoreRulesValues) => client.assess.saveRules(values),
    onSuccess: refresh,
  });
}

export function usePutInForce() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ rulesId, effectiveFrom, seal }: RulesTrial) =>
      client.assess.putInForce({ rulesId, effectiveFrom, seal }),
    onSuccess: refresh,
  });
}

export function useAddMark() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (entry: UnitMarkEntry) => client.assess.addMark(entry),
    onSuccess: refresh,
  });
}

export function useWithdrawMark() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (markId: number) => client.assess.withdrawMark({ markId }),
    onSuccess: refresh,
  });
}

export function usePublish() {
  return useJob<{ period: string; reason: string }, PublicationDetail>(
    (input) => client.assess.publish(input),
    useRefresh(),
  );
}

interface ScorecardRequest {
  period: string;
  /** Canonical name; absent: all that are scored. */
  unit?: string;
  formats: ScorecardFormat[];
  directory: string;
}

export function useScorecards() {
  return useJob<ScorecardRequest, { directory: string; files: string[] }>((input) =>
    client.assess.exportScorecards(input),
  );
}

export const exportRanking = (period: string, file: string) => client.assess.exportRanking({ period, file });
export const reprintPublication = (id: number, directory: string) => client.assess.reprint({ id, directory });
