import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from './client.ts';
import { queryKeys } from './query-keys.ts';

export function useUnits() {
  return useQuery({ queryKey: queryKeys.units.list, queryFn: () => client.units.list({}) });
}

export function useUnitDetail(unitId: number) {
  return useQuery({
    queryKey: queryKeys.units.detail(unitId),
    queryFn: () => client.units.detail({ unitId }),
  });
}

export interface AliasChange {
  action: 'add' | 'remove';
  unitId: number;
  alias: string;
}

/** The change that takes this one back. */
export function reverseAliasChange(change: AliasChange): AliasChange {
  return { ...change, action: change.action === 'add' ? 'remove' : 'add' };
}

export function useChangeAlias() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ action, ...input }: AliasChange) =>
      action === 'add' ? client.units.addAlias(input) : client.units.removeAlias(input),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.units.all }),
  });
}
