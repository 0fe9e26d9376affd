import { useApplyDeskPlanSheet, useDeskPlanSheet } from '../../api/returns.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { PlanSheetReview } from '../../components/plan-sheet/PlanSheetReview.tsx';

interface DeskPlanSheetProps {
  fileId: number;
  onApplied: (message: string) => void;
  onRemove: () => void;
}

/** A 计划表 among the returns: looked at cell by cell as on the 计划 screen, and taken in by itself. */
export function DeskPlanSheet({ fileId, onApplied, onRemove }: DeskPlanSheetProps) {
  const { data, error, refetch } = useDeskPlanSheet(fileId);
  const apply = useApplyDeskPlanSheet();
  if (error !== null)
    return <ErrorNotice title="计划表没有读出来" error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  return (
    <PlanSheetReview
      preview={data}
      error={apply.error}
      isPending={apply.isPending}
      onApply={(edits) =>
        apply.mutate(
          { fileId, edits },
          { onSuccess: ({ rows, cells }) => onApplied(`计划已存入 ${rows} 项任务、${cells} 格。`) },
        )
      }
      closeLabel="从回表台移除"
      onClose={onRemove}
    />
  );
}
