import { Button } from 'antd';
import { useState } from 'react';
import type { ScoreSheet } from '#shared/contract/assess.ts';
import { chooseSaveFile, openPath } from '../../api/application.ts';
import { exportRanking } from '../../api/assess.ts';
import { asAppError } from '../../api/client.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ScorecardExport } from './ScorecardExport.tsx';

interface Written {
  /** A file or a folder. */
  path: string;
  words: string;
}

/** The ranking as one workbook, the scorecards as files of their units. */
export function RankingExport({ sheet }: { sheet: ScoreSheet }) {
  const { period, label } = sheet;
  const [written, setWritten] = useState<Written | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const [choosing, setChoosing] = useState(false);
  const attempt = async (work: () => Promise<void>) => {
    setFailure(null);
    await work().catch((error) => setFailure(asAppError(error)));
  };
  const writeRanking = async () => {
    setWritten(null);
    const file = await chooseSaveFile(`${label}考核排名.xlsx`);
    if (file !== null)
      setWritten({ path: (await exportRanking(period, file)).file, words: '排名表已导出。' });
  };
  return (
    <>
      <div className="assess-export">
        {written !== null && (
          <span role="status">
            {written.words}
            <Button
              type="link"
              size="small"
              onClick={() => void attempt(async () => void (await openPath(written.path)))}
            >
              打开
            </Button>
          </span>
        )}
        <Button onClick={() => void attempt(writeRanking)}>导出排名…</Button>
        <Button
          aria-expanded={choosing}
          onClick={() => {
            setWritten(null);
            setChoosing(true);
          }}
        >
          导出成绩单…
        </Button>
      </div>
      {choosing && (
        <ScorecardExport
          sheet={sheet}
          onClose={() => setChoosing(false)}
          onWritten={(path, files) => {
            setChoosing(false);
            setWritten({ path, words: `已导出 ${files} 份成绩单。` });
          }}
        />
      )}
      {failure !== null && <ErrorNotice title="没有导出" error={failure} />}
    </>
  );
}
