import { Button } from 'antd';
import { usePutInForce, useRulesTrial } from '../../api/assess.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { periodName } from '../../components/format.ts';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ScoreChanges } from './ScoreChanges.tsx';

interface RulesTrialProps {
  /** The first period the rules would count for. */
  effectiveFrom: string;
  rulesId: number;
  onClose: () => void;
}

/** What the new rules would change stands before the button that puts them in force: there is no other way to it. */
export function RulesTrial({ effectiveFrom, rulesId, onClose }: RulesTrialProps) {
  const { data, error, refetch } = useRulesTrial(rulesId, effectiveFrom);
  const putInForce = usePutInForce();
  if (error !== null)
    return <ErrorNotice title="没有试算出来" error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  const confirm = () => putInForce.mutate(data, { onSuccess: onClose, onError: () => void refetch() });
  return (
    <section className="rules-trial" aria-label={`试算第${data.version}版规则`}>
      <p role="status">
        按第 {data.version} 版规则试算{data.label}（{data.scored}{' '}
        个计分单位），还没有启用。请看过下面的变化，再启用。
      </p>
      <ScoreChanges comparedWith={data.comparedWith} changes={data.changes} />
      {putInForce.error !== null && <ErrorNotice title="没有启用" error={putInForce.error} />}
      <div className="rules-actions">
        <Button type="primary" loading={putInForce.isPending} onClick={confirm}>
          变化已看过，从{periodName(effectiveFrom)}起启用
        </Button>
        <Button onClick={onClose}>暂不启用</Button>
      </div>
    </section>
  );
}
