import { Button } from 'antd';
import { useState } from 'react';
import { writeLetters } from '../../api/actions.ts';
import { chooseDirectory, openPath } from '../../api/application.ts';
import { asAppError } from '../../api/client.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

/** Writes the papers of the chosen actions into a folder. */
export function LettersButton({ actionIds }: { actionIds: readonly number[] }) {
  const [written, setWritten] = useState<{ directory: string; count: number } | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const write = async () => {
    setError(null);
    setWritten(null);
    try {
      const directory = await chooseDirectory('文书放在哪个文件夹');
      if (directory === null) return;
      const { files } = await writeLetters([...actionIds], directory);
      setWritten({ directory, count: files.length });
    } catch (reason) {
      setError(asAppError(reason));
    }
  };
  return (
    <div className="actions-letters">
      {written !== null && (
        <span role="status">
          已写出 {written.count} 份文书。
          <Button
            type="link"
            size="small"
            onClick={() => void openPath(written.directory).catch((reason) => setError(asAppError(reason)))}
          >
            打开文件夹
          </Button>
        </span>
      )}
      <Button disabled={actionIds.length === 0} onClick={() => void write()}>
        生成文书…
      </Button>
      {error !== null && <ErrorNotice title="文书没有写出来" error={error} />}
    </div>
  );
}
