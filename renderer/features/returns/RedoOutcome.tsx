import { Button } from 'antd';
import { useState } from 'react';
import type { RedoResult } from '#shared/contract/desk.ts';
import { openPath, showInFolder } from '../../api/application.ts';
import { asAppError } from '../../api/client.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** What was written for each unit, and the files that cannot be sent back. */
export function RedoOutcome({ result }: { result: RedoResult }) {
  const [error, setError] = useState<Error | null>(null);
  const attempt = (action: (path: string) => Promise<boolean>, path: string) => {
    setError(null);
    action(path).catch((reason: unknown) => setError(asAppError(reason)));
  };
  return (
    <div role="status">
      {result.written.length > 0 && <p>已生成 {result.written.length} 份退回材料：</p>}
      <ul className="redo-written">
        {result.written.map(({ fileId, unit, problems, copy, note }) => (
          <li key={fileId}>
            <span>
              {copy === '' ? `${unit}：原文件标注不了，只有退回说明` : `${unit}：标出 ${problems} 处`}
            </span>
            {copy !== '' && (
              <Button size="small" onClick={() => attempt(openPath, copy)}>
                打开退回表
              </Button>
            )}
            <Button size="small" onClick={() => attempt(openPath, note)}>
              打开退回说明
            </Button>
            <Button size="small" onClick={() => attempt(showInFolder, note)}>
              所在文件夹
            </Button>
          </li>
        ))}
      </ul>
      {result.skipped.length > 0 && (
        <>
          <p>{result.skipped.length} 份没有退回：</p>
          <ul className="desk-outcome-list">
            {result.skipped.map(({ fileName, reason }) => (
              <li key={fileName}>
                {fileName}：{reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {error !== null && <ErrorNotice error={error} />}
    </div>
  );
}
