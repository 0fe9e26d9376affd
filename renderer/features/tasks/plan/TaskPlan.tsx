/** 计划与节点, and 状态与变动, on the task page. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PlanDetail } from '#shared/contract/plan.ts';
import { useSavePlan, useTaskPlan } from '../../../api/plan.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { PlanForm } from './PlanForm.tsx';
import { PlanSummary } from './PlanSummary.tsx';
import { draftOf, planSaveOf } from './plan-draft.ts';
import { TaskLife } from './TaskLife.tsx';
import './task-plan.css';

export function TaskPlan({ taskId }: { taskId: number }) {
  const { data, error, refetch } = useTaskPlan(taskId);
  if (error !== null)
    return <ErrorNotice title="计划没有读出来" error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <>
      <PlanSection detail={data} />
      <TaskLife detail={data} />
    </>
  );
}

function PlanSection({ detail }: { detail: PlanDetail }) {
  const [editing, setEditing] = useState(false);
  const { mutate, error, isPending } = useSavePlan();
  return (
    <section className="task-block sheet" aria-labelledby="task-plan">
      <h2 id="task-plan">计划与节点</h2>
      {editing ? (
        <PlanForm detail={detail} onClose={() => setEditing(false)} />
      ) : (
        <>
          <PlanSummary detail={detail} />
          <UnnamedGroups detail={detail} />
          {error !== null && <ErrorNotice title="建议没有确认" error={error} />}
          <div className="form-actions">
            <Button onClick={() => setEditing(true)}>修改计划</Button>
            {detail.plan.status === 'proposed' && (
              <Button loading={isPending} onClick={() => mutate(planSaveOf(detail, draftOf(detail)))}>
                确认建议
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

function UnnamedGroups({ detail: { groups, code } }: { detail: PlanDetail }) {
  return groups.map(({ groupId, name, chosen, candidates }) => (
    <p key={groupId}>
      {name}：
      {chosen.length === 0
        ? '待明确'
        : candidates
            .filter(({ id }) => chosen.includes(id))
            .map((unit) => unit.name)
            .join('、')}
      　<Link to={`/plan?text=${code}`}>在计划中明确单位</Link>
    </p>
  ));
}
