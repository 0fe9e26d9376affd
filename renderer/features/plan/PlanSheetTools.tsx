import { Button } from 'antd';
import { type ChangeEvent, useRef, useState } from 'react';
import type { PlanSheetPreview } from '#shared/contract/plan-sheet.ts';
import { chooseSaveFile, openPath } from '../../api/application.ts';
import { asAppError } from '../../api/client.ts';
import { useExportPlanSheet, usePreviewPlanSheet } from '../../api/plan.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

interface PlanSheetToolsProps {
  /** What the sheet is to list: the chosen rows, or all that are shown. */
  taskIds: number[];
  onPreview: (preview: PlanSheetPreview) => void;
}

/** The plan as a workbook, out and in. */
export function PlanSheetTools({ taskIds, onPreview }: PlanSheetToolsProps) {
  const input = useRef<HTMLInputElement>(null);
  const exporting = useExportPlanSheet();
  const reading = usePreviewPlanSheet();
  const [dialogError, setDialogError] = useState<Error | null>(null);
  const choose = async () => {
    setDialogError(null);
    try {
      const file = await chooseSaveFile('计划表.xlsx');
      if (file !== null) exporting.mutate({ taskIds, file });
    } catch (error) {
      setDialogError(asAppError(error));
    }
  };
  const read = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    target.value = '';
    if (file !== undefined) reading.mutate(file, { onSuccess: onPreview });
  };
  const error = dialogError ?? exporting.error ?? reading.error;
  return (
    <>
      {exporting.data !== undefined && (
        <span role="status">
          已导出 {exporting.data.rows} 项。
          <Button
            type="link"
            size="small"
            onClick={() => void openPath(exporting.data.file).catch(setDialogError)}
          >
            打开
          </Button>
        </span>
      )}
      {error !== null && <ErrorNotice title="计划表没有办成" error={error} />}
      <Button loading={exporting.isPending} disabled={taskIds.length === 0} onClick={() => void choose()}>
        导出计划表…
      </Button>
      <input ref={input} type="file" hidden accept=".xlsx,.xls,.et" aria-label="选择计划表" onChange={read} />
      <Button loading={reading.isPending} onClick={() => input.current?.click()}>
        导入计划表…
      </Button>
    </>
  );
}
