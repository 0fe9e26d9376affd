import { Button } from 'antd';
import { useState } from 'react';
import type { ScoreSheet } from '#shared/contract/assess.ts';
import { chooseDirectory, chooseSaveFile, openPath } from '../../api/application.ts';
import { exportRanking, useScorecards } from '../../api/assess.ts';
import { asAppError } from '../../api/client.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgressBar } from '../../components/JobProgressBar.tsx';

/** The ranking as one workbook, the scorecards as a file a unit. */
export function RankingExport({ sheet: { period, label } }: { sheet: ScoreSheet }) {
  const [written, setWritten] = useState<string | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const cards = useScorecards();
  const attempt = async (work: () => Promise<void>) => {
    setFailure(null);
    setWritten(null);
    await work().catch((error) => setFailure(asAppError(error)));
  };
  const writeRanking = async () => {
    const file = await chooseSaveFile(`${label}考核排名.xlsx`);
    if (file !== null) setWritten((await exportRanking(period, file)).file);
  };
  const writeCards = async () => {
    const directory = await chooseDirectory('成绩单放在哪个文件夹');
    if (directory !== null) cards.run({ period, directory }, { onSuccess: () => setWritten(directory) });
  };
  const error = failure ?? cards.error;
  return (
    <div className="assess-export">
      {written !== null && (
        <span role="status">
          已导出。
          <Button
            type="link"
            size="small"
            onClick={() => void attempt(async () => void (await openPath(written)))}
          >
            打开
          </Button>
        </span>
      )}
      <Button onClick={() => void attempt(writeRanking)}>导出排名…</Button>
      <Button disabled={cards.isPending} onClick={() => void attempt(writeCards)}>
        导出成绩单…
      </Button>
      {cards.isPending && (
        <JobProgressBar
          title="正在导出成绩单"
          progress={cards.progress}
          cancelling={cards.cancelling}
          onCancel={cards.cancel}
        />
      )}
      {error !== null && <ErrorNotice title="没有导出" error={error} />}
    </div>
  );
}
