import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SuccessionRequest } from '#shared/contract/leader-terms.ts';
import type { NameUnitsRequest } from '#shared/contract/named-units.ts';
import type { PlanDetail, PlanSave } from '#shared/contract/plan.ts';
import type { PlanGridEdit } from '#shared/contract/plan-sheet.ts';
import type { MergeRequest, MoveRequest, RewordRequest, SplitRequest } from '#shared/contract/task-life.ts';
import { pathForFile } from './bridge.ts';
import { client } from './client.ts';
import { queryKeys } from './query-keys.ts';

export function useTaskPlan(taskId: number) {
  return useQuery({
    queryKey: queryKeys.plan.detail(taskId),
    queryFn: () => client.plan.detail({ taskId }),
    staleTime: 0,
  });
}

export function usePlanGrid() {
  return useQuery({ queryKey: queryKeys.plan.grid, queryFn: () => client.plan.grid({}), staleTime: 0 });
}

export function useLeaderOffices() {
  return useQuery({
    queryKey: queryKeys.plan.leaders,
    queryFn: () => client.plan.leaders({}),
    staleTime: 0,
  });
}

/** Plans, states and names show nearly everywhere. */
function usePlanRefresh() {
  const cache = useQueryClient();
  return () => {
    for (const { all } of [queryKeys.plan, queryKeys.tasks, queryKeys.lights, queryKeys.units, queryKeys.log])
      void cache.invalidateQueries({ queryKey: all });
    void cache.invalidateQueries({ queryKey: queryKeys.progress.all });
    void cache.invalidateQueries({ queryKey: queryKeys.exports.all });
  };
}

/** A change of one task, which answers with the task as it stands after it. */
function useTaskChange<Input>(change: (input: Input) => Promise<PlanDetail>) {
  const cache = useQueryClient();
  const refresh = usePlanRefresh();
  return useMutation({
    mutationFn: change,
    onSuccess: (detail) => cache.setQueryData(queryKeys.plan.detail(detail.taskId), detail),
    onSettled: refresh,
  });
}

export const useSavePlan = () => useTaskChange((edit: PlanSave) => client.plan.save(edit));
export const useMoveTask = () => useTaskChange((request: MoveRequest) => client.plan.move(request));
export const useSplitTask = () => useTaskChange((request: SplitRequest) => client.plan.split(request));
export const useMergeTask = () => useTaskChange((request: MergeRequest) => client.plan.merge(request));
export const useRewordTask = () => useTaskChange((request: RewordRequest) => client.plan.reword(request));
export const useProposeTargets = () =>
  useMutation({
    mutationFn: (request: { taskId: number; content: string }) => client.plan.proposeTargets(request),
  });
export const useNameUnits = () =>
  useTaskChange((request: NameUnitsRequest) => client.plan.nameUnits(request));
export const useWithdrawMaterial = () =>
  useTaskChange((request: { taskId: number; materialId: number }) => client.plan.withdrawMaterial(request));

/** The main process reads the files by their paths; the window never sees what is in them. */
export const useAttachMaterials = () =>
  useTaskChange(({ taskId, files, note }: { taskId: number; files: readonly File[]; note: string }) =>
    client.plan.attach({ taskId, files: files.map(pathForFile).filter((path) => path !== ''), note }),
  );

export const openMaterial = (sha256: string) => client.plan.openMaterial({ sha256 });

function useManyTasks<Input, Output>(change: (input: Input) => Promise<Output>) {
  const refresh = usePlanRefresh();
  return useMutation({ mutationFn: change, onSettled: refresh });
}

export const useEditPlanGrid = () => useManyTasks((edits: PlanGridEdit[]) => client.plan.editGrid({ edits }));
export const useConfirmPlans = () => useManyTasks((taskIds: number[]) => client.plan.confirm({ taskIds }));
export const useSucceedLeader = () =>
  useManyTasks((request: SuccessionRequest) => client.plan.succeed(request));
export const useApplyPlanSheet = () =>
  useManyTasks((request: { edits: PlanGridEdit[]; fileName: string }) => client.plan.applySheet(request));

export const useExportPlanSheet = () =>
  useMutation({
    mutationFn: (request: { taskIds: number[]; file: string }) => client.plan.exportSheet(request),
  });

export const usePreviewPlanSheet = () =>
  useMutation({ mutationFn: (file: File) => client.plan.previewSheet({ file: pathForFile(file) }) });
