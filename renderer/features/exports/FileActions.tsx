import { Button } from 'antd';
import { useState } from 'react';
import { openPath, showInFolder } from '../../api/application.ts';
import { asAppError } from '../../api/client.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

interface FileActionsProps {
  /** A file this program wrote. */
  file: string;
  openLabel?: string;
}

/** 打开文件 and 打开所在文件夹, with what went wrong when they did. */
export function FileActions({ file, openLabel = '打开文件' }: FileActionsProps) {
  const [error, setError] = useState<Error | null>(null);
  const attempt = (action: (path: string) => Promise<boolean>) => {
    setError(null);
    action(file).catch((reason: unknown) => setError(asAppError(reason)));
  };
  return (
    <>
      <div className="file-actions">
        <Button type="primary" onClick={() => attempt(openPath)}>
          {openLabel}
        </Button>
        <Button onClick={() => attempt(showInFolder)}>打开所在文件夹</Button>
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}
