import { Button } from 'antd';
import type { LearnedMeaning } from '#shared/contract/desk.ts';
import { useForgetMeaning, useLearnedMeanings } from '../../api/learned.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { timeText } from '../../components/format.ts';

const kindLabels: Record<LearnedMeaning['kind'], string> = { heading: '列名', task: '任务' };

/** How the unit writes things in its returns, as people said on the desk; each can be forgotten. */
export function UnitLearned({ unitId }: { unitId: number }) {
  const { data: meanings, error, refetch } = useLearnedMeanings(unitId);
  const forget = useForgetMeaning(unitId);
  return (
    <section className="unit-block sheet" aria-labelledby="unit-learned">
      <h2 id="unit-learned">回表里的写法</h2>
      <p className="muted">在“导入回表”里为本单位认定过的列名和任务，下次自动照用；认错了的可以忘记。</p>
      {error !== null && <ErrorNotice title="写法没有读出来" error={error} onRetry={() => void refetch()} />}
      <ul className="unit-learned">
        {meanings?.map((meaning) => (
          <li key={`${meaning.kind} ${meaning.words}`}>
            <span>
              {kindLabels[meaning.kind]}“{meaning.words}”→ {meaning.meaning}
              <span className="muted unit-learned-origin">
                {meaning.createdBy}，{timeText(meaning.createdAt)}
              </span>
            </span>
            <Button
              size="small"
              type="text"
              disabled={forget.isPending}
              onClick={() => forget.mutate(meaning)}
              aria-label={`忘记“${meaning.words}”的写法`}
            >
              忘记
            </Button>
          </li>
        ))}
        {meanings?.length === 0 && <li className="muted">还没有认定过</li>}
      </ul>
      {forget.error !== null && <ErrorNotice title="写法没有忘记" error={forget.error} />}
    </section>
  );
}
