/** 督办: the worklist, 督办动作, their papers and files. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ActionDraftValues, ActionFilter, actionMoveRequest } from '#shared/contract/actions.ts';
import type { ActionKind } from '#shared/domain/supervision/action.ts';
import { client } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** Whatever is recorded anywhere gives or takes a reason to chase. */
const alwaysStale = { staleTime: 0 };

/** @param date `YYYY-MM-DD`; null: today */
export function useWorklist(date: string | null) {
  return useQuery({
    queryKey: queryKeys.actions.worklist(date),
    queryFn: () => client.actions.worklist(date === null ? {} : { date }),
    ...alwaysStale,
  });
}

export function useActions(filter: ActionFilter) {
  return useQuery({
    queryKey: queryKeys.actions.list(filter),
    queryFn: () => client.actions.list(filter),
    ...alwaysStale,
  });
}

export function useAction(actionId: number) {
  return useQuery({
    queryKey: queryKeys.actions.detail(actionId),
    queryFn: () => client.actions.detail({ actionId }),
    ...alwaysStale,
  });
}

export interface DraftRequest {
  kind: ActionKind;
  unitId: number | null;
  taskIds: number[];
  /** The day it is issued; absent: today. */
  date?: string;
}

/** Made anew each time: what is proposed depends on the day. */
export function useDraft(request: DraftRequest) {
  return useQuery({
    queryKey: queryKeys.actions.draft(request),
    queryFn: () => client.actions.draft(request),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** A 督办动作 opens and closes reasons, blocks 办结, and a 延期 changes lights. */
function useRefresh() {
  const cache = useQueryClient();
  return () => {
    for (const area of ['actions', 'lights', 'tasks', 'assess', 'log'] as const)
      void cache.invalidateQueries({ queryKey: queryKeys[area].all });
  };
}

export function useCreateAction() {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (values: ActionDraftValues) => client.actions.create(values),
    onSuccess,
  });
}

/** A failure may mean that somebody was faster: what is shown is read again either way. */
export function useMoveAction() {
  const onSettled = useRefresh();
  return useMutation({
    mutationFn: (request: z.input<typeof actionMoveRequest>) => client.actions.move(request),
    onSettled,
  });
}

export function useAttach() {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (request: { actionId: number; paths: string[] }) => client.actions.attach(request),
    onSuccess,
  });
}

export function useOpenAttachment() {
  return useMutation({
    mutationFn: (request: { actionId: number; attachmentId: number }) =>
      client.actions.openAttachment(request),
  });
}

export const writeLetters = (actionIds: number[], directory: string) =>
  client.actions.writeLetters({ actionIds, directory });
export const prepareTemplates = () => client.actions.prepareTemplates({});
