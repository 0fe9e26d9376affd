import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { ReturnOverview, ReturnOverviewRow } from '#shared/contract/desk.ts';
import { chaseText } from '#shared/domain/chase-text.ts';
import { openPath } from '../../api/application.ts';
import { useWithdrawRedo } from '../../api/overview.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ChaseDialog } from './ChaseDialog.tsx';
import { DeadlineField } from './DeadlineField.tsx';
import { StandingCounts } from './StandingCounts.tsx';
import { StandingTable } from './StandingTable.tsx';
import { useExport } from './use-export.ts';
import type { useStandingAddress } from './use-standing-address.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

interface StandingListProps {
  overview: ReturnOverview;
  address: ReturnType<typeof useStandingAddress>;
}

/** The units of a period and what can be done about them. */
export function StandingList({ overview, address }: StandingListProps) {
  const [chosenIds, setChosenIds] = useState<number[]>([]);
  const [chasing, setChasing] = useState<string | null>(null);
  const [withdrawing, setWithdrawing] = useState<ReturnOverviewRow | null>(null);
  const withdraw = useWithdrawRedo();
  const exporting = useExport(overview);
  const { rows } = overview;
  const asked = rows.find(({ unit }) => unit.id === address.unitId);
  const shown = rows.filter(
    (row) =>
      (asked === undefined || row === asked) &&
      (address.standing === null || row.standing === address.standing),
  );
  const chosen = shown.filter(({ unit }) => chosenIds.includes(unit.id));
  const text = chaseText(overview, chosen.length === 0 ? shown : chosen);
  return (
    <>
      <div className="standing-tools">
        <DeadlineField key={overview.period} overview={overview} />
        <span className="standing-actions">
          <Button disabled={text === ''} onClick={() => setChasing(text)}>
            {chosen.length === 0 ? '催报文字…' : `所选 ${chosen.length} 个单位的催报文字…`}
          </Button>
          <Button loading={exporting.isPending} onClick={() => void exporting.run()}>
            导出名单…
          </Button>
        </span>
      </div>
      {exporting.error !== null && <ErrorNotice title="名单没有导出" error={exporting.error} />}
      {exporting.result !== null && (
        <Alert
          type="success"
          role="status"
          title={`已导出 ${exporting.result.rows} 个单位：${exporting.result.file}`}
          action={
            <Button size="small" onClick={() => void openPath(exporting.result?.file ?? '')}>
              打开文件
            </Button>
          }
        />
      )}
      {withdraw.error !== null && <ErrorNotice title="退回没有撤回" error={withdraw.error} />}
      <StandingCounts rows={rows} chosen={address.standing} onChoose={address.setStanding} />
      {asked !== undefined && (
        <p>
          只看{asked.unit.name}。
          <Button type="link" size="small" onClick={address.showAllUnits}>
            看全部单位
          </Button>
        </p>
      )}
      {shown.length === 0 ? (
        <EmptyState title="没有这种状态的单位" />
      ) : (
        <StandingTable
          rows={shown}
          chosenIds={chosenIds}
          onChoose={setChosenIds}
          onWithdraw={setWithdrawing}
        />
      )}
      {chasing !== null && <ChaseDialog text={chasing} onClose={() => setChasing(null)} />}
      {withdrawing !== null && (
        <WithdrawDialog
          row={withdrawing}
          onConfirm={() => {
            if (withdrawing.redo !== null) withdraw.mutate(withdrawing.redo.id);
            setWithdrawing(null);
          }}
          onCancel={() => setWithdrawing(null)}
        />
      )}
    </>
  );
}
