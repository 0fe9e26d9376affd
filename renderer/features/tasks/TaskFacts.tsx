import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TaskDetail } from '#shared/contract/tasks.ts';
import { periodName } from '../../components/format.ts';
import { PercentCell } from '../../components/PercentCell.tsx';

/** Where the task stands in its notice, and how far it is. */
export function TaskFacts({ task }: { task: TaskDetail }) {
  return (
    <dl className="task-facts sheet">
      <Fact label="文件">{task.documentNumber}</Fact>
      <Fact label={task.project === null ? '部分' : '项目'}>
        {task.project === null
          ? `${task.sectionLabel}、${task.sectionTitle}`
          : `${task.sectionLabel}. ${task.project}`}
      </Fact>
      <Fact label="牵头领导">{task.leader ?? '无'}</Fact>
      <Fact label="最新进展">
        {task.latest === null ? (
          '还没有进展'
        ) : (
          <>
            {periodName(task.latest.period)}　<PercentCell percent={task.latest.percent} />
          </>
        )}
      </Fact>
      {task.sharedWith.length > 0 && (
        <Fact label="共同任务">
          {task.sharedWith.map(({ id, code, leader }) => (
            <Link key={id} to={`/tasks/${id}`}>
              {code}
              {leader !== null && `（${leader}）`}
            </Link>
          ))}
          <span className="muted"> 文字相同，全区合计时只算一项</span>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
