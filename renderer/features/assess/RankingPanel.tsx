import { Segmented } from 'antd';
import { useState } from 'react';
import type { ScoreSheet } from '#shared/contract/assess.ts';
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import { type ScoreKind, scoreKindLabels, scoreKinds } from '#shared/domain/supervision/score-kind.ts';
import { useScores } from '../../api/assess.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { RankingExport } from './RankingExport.tsx';
import { ScoreChanges } from './ScoreChanges.tsx';
import { ScoreTable } from './ScoreTable.tsx';

/** @param period the rules in force count */
export function RankingPanel({ period }: { period: string }) {
  const { data, error, refetch } = useScores(period);
  const [kind, setKind] = useState<ScoreKind>('department');
  if (error !== null)
    return <ErrorNotice title="考核没有算出来" error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  return (
    <>
      <div className="assess-tools">
        <Segmented<ScoreKind> value={kind} options={kindOptions(data)} onChange={setKind} />
        <RankingExport sheet={data} />
      </div>
      <p className="muted">
        截至{dateLabel(data.closedOn)}，计入 {data.periods.length} 个报告期；按第 {data.rules.version}{' '}
        版规则，同分同名次，配合单位不计分。
      </p>
      <ScoreTable period={period} scores={data.scores.filter((score) => score.kind === kind)} />
      {data.comparedWith !== null && <ScoreChanges comparedWith={data.comparedWith} changes={data.changes} />}
    </>
  );
}

function kindOptions({ scores }: ScoreSheet) {
  return scoreKinds.map((value) => {
    const count = scores.filter(({ kind, score }) => kind === value && score !== null).length;
    return { value, label: `${scoreKindLabels[value]}（${count}）` };
  });
}
