import { Button } from 'antd';
import { useState } from 'react';
import type { LogFilter } from '#shared/contract/log.ts';
import { chooseSaveFile, openPath } from '../../api/application.ts';
import { asAppError } from '../../api/client.ts';
import { useExportLog } from '../../api/log.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** What the filter shows, as a workbook. */
export function LogExport({ filter }: { filter: LogFilter }) {
  const job = useExportLog();
  const [dialogError, setDialogError] = useState<Error | null>(null);
  const choose = async () => {
    setDialogError(null);
    try {
      const file = await chooseSaveFile('变更记录.xlsx');
      if (file !== null) job.mutate({ filter, file });
    } catch (error) {
      setDialogError(asAppError(error));
    }
  };
  const error = dialogError ?? job.error;
  return (
    <>
      {job.data !== undefined && (
        <span role="status">
          已导出 {job.data.entries} 条。
          <Button type="link" size="small" onClick={() => void openPath(job.data.file).catch(setDialogError)}>
            打开
          </Button>
        </span>
      )}
      {error !== null && <ErrorNotice title="没有导出" error={error} />}
      <Button loading={job.isPending} onClick={() => void choose()}>
        导出…
      </Button>
    </>
  );
}
