import { Button } from 'antd';
import { useScores } from '../../api/assess.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ScoreChanges } from './ScoreChanges.tsx';

interface RulesTrialProps {
  period: string;
  rulesId: number;
  onClose: () => void;
}

/** What the proposed rules would change on the same records. */
export function RulesTrial({ period, rulesId, onClose }: RulesTrialProps) {
  const { data, error } = useScores(period, rulesId);
  if (error !== null) return <ErrorNotice title="没有试算出来" error={error} />;
  if (data === undefined) return <LoadingState />;
  return (
    <div className="rules-trial" role="status">
      <p>
        按第 {data.rules.version} 版规则试算 {data.label}，还没有启用。
        <Button size="small" type="link" onClick={onClose}>
          收起
        </Button>
      </p>
      <ScoreChanges sheet={data} />
    </div>
  );
}
