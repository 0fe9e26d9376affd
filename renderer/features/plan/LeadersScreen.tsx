/** 领导分工: who heads what today, and handing over from a day on. */

import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { LeaderOffice } from '#shared/contract/leader-terms.ts';
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import { useLeaderOffices } from '../../api/plan.ts';
import { BackLink } from '../../components/BackLink.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SuccessionForm } from './SuccessionForm.tsx';
import './plan.css';

export default function LeadersScreen() {
  const { data, error, refetch } = useLeaderOffices();
  const [leaving, setLeaving] = useState<number | null>(null);
  const from = data?.find(({ id }) => id === leaving);
  return (
    <>
      <PageHeader
        back={<BackLink to="/plan">计划</BackLink>}
        title="领导分工"
        note="接任日之前各期的台账和亮灯仍记在原领导名下。"
      />
      {error !== null && (
        <ErrorNotice title="领导分工没有读出来" error={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <LoadingState />}
      {from !== undefined && <SuccessionForm key={from.id} leader={from} onClose={() => setLeaving(null)} />}
      {data !== undefined && <LeaderTable leaders={data} onLeave={setLeaving} />}
    </>
  );
}

interface LeaderTableProps {
  leaders: readonly LeaderOffice[];
  onLeave: (leaderId: number) => void;
}

function LeaderTable({ leaders, onLeave }: LeaderTableProps) {
  return (
    <table className="plain-table plan-leaders">
      <thead>
        <tr>
          <th scope="col">领导</th>
          <th scope="col">职务</th>
          <th scope="col">现牵头</th>
          <th scope="col">移交</th>
          <th scope="col">办理</th>
        </tr>
      </thead>
      <tbody>
        {leaders.map(({ id, name, title, tasks, handedOver }) => (
          <tr key={id}>
            <td>{name}</td>
            <td>{title}</td>
            <td>
              <Link to={`/tasks?leader=${id}`}>{tasks.length} 项</Link>
            </td>
            <td>
              {handedOver.map((handover) => (
                <div key={`${handover.from} ${handover.to} ${handover.reason}`}>
                  自{dateLabel(handover.from)}由{handover.to}接任 {handover.tasks} 项（{handover.reason}，
                  {handover.createdBy}）
                </div>
              ))}
            </td>
            <td>
              <Button size="small" disabled={tasks.length === 0} onClick={() => onLeave(id)}>
                由他人接任{name}…
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
