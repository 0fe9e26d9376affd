/** One task: its words beside the notice's, who does it, what it promises, and everything reported on it. */
import { Button } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { TaskDetail } from '#shared/contract/tasks.ts';
import { parsePeriod } from '#shared/domain/period.ts';
import { taskKindLabels } from '#shared/domain/task.ts';
import { useTaskDetail } from '../../api/tasks.ts';
import { BackLink } from '../../components/BackLink.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { TaskPlan } from './plan/TaskPlan.tsx';
import { TaskActions } from './TaskActions.tsx';
import { TaskEditForm } from './TaskEditForm.tsx';
import { TaskFacts } from './TaskFacts.tsx';
import { TaskHistory } from './TaskHistory.tsx';
import { TaskLights } from './TaskLights.tsx';
import { TaskProgressList } from './TaskProgressList.tsx';
import { TaskRoles } from './TaskRoles.tsx';
import { TaskTargets } from './TaskTargets.tsx';
import { TaskWording } from './TaskWording.tsx';
import './task.css';

export default function TaskScreen() {
  const taskId = Number(useParams().id);
  const { data, error, refetch } = useTaskDetail(taskId);
  if (error !== null && data === undefined) {
    return (
      <div className="task-page">
        <BackLink to="/tasks">任务总表</BackLink>
        <ErrorNotice title="这项任务没有读出来" error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  return data === undefined ? <LoadingState /> : <TaskPage key={data.id} task={data} />;
}

function TaskPage({ task }: { task: TaskDetail }) {
  const [editing, setEditing] = useState(false);
  const [search] = useSearchParams();
  const edit = (
    <Button onClick={() => setEditing(true)} disabled={editing}>
      修改
    </Button>
  );
  return (
    <div className="task-page">
      <PageHeader
        back={<BackLink to="/tasks">任务总表</BackLink>}
        title={task.code}
        note={`${taskKindLabels[task.kind]}　${task.project ?? task.sectionTitle}`}
        actions={edit}
      />
      <div className="task-columns">
        <div className="task-column">
          {editing ? (
            <TaskEditForm task={task} onClose={() => setEditing(false)} />
          ) : (
            <TaskWording task={task} />
          )}
          <TaskPlan taskId={task.id} />
          <TaskProgressList task={task} />
        </div>
        <div className="task-column">
          <TaskFacts task={task} />
          <TaskLights taskId={task.id} code={task.code} period={parsePeriod(search.get('period') ?? '')} />
          <TaskActions taskId={task.id} />
          <TaskRoles task={task} />
          <TaskTargets targets={task.targets} />
          <TaskHistory changes={task.changes} />
        </div>
      </div>
    </div>
  );
}
