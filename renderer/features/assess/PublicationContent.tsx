import { Table } from 'antd';
import { lightNameLabels } from '#shared/domain/lights/light-names.ts';
import { overrideWords } from '#shared/domain/supervision/light-override.ts';
import { progressClassLabels } from '#shared/domain/supervision/progress-class.ts';
import type { PublishedTask } from '#shared/domain/supervision/publication.ts';
import { usePublication } from '../../api/assess.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MovementMark, ShownLight } from '../../components/LightMark.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ScoreChanges } from './ScoreChanges.tsx';

/** What an edition says: every task as it stood, and what had changed since the edition before. */
export function PublicationContent({ id }: { id: number }) {
  const { data, error, refetch } = usePublication(id);
  if (error !== null)
    return <ErrorNotice title="这一版没有读出来" error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  const { problem, content } = data;
  return (
    <div className="publication-content">
      {problem !== null && (
        <p role="alert" className="rules-problems">
          {problem}
        </p>
      )}
      {content.changes !== undefined && content.changes !== null && <ScoreChanges {...content.changes} />}
      {content.tasks === undefined ? (
        <p className="muted">这一版由较早的程序发布，没有封存逐项任务；各单位的灯见重印的台账。</p>
      ) : (
        <PublishedTasks tasks={content.tasks} />
      )}
    </div>
  );
}

const tasksOnAPage = 10;

function PublishedTasks({ tasks }: { tasks: readonly PublishedTask[] }) {
  return (
    <Table<PublishedTask>
      size="small"
      rowKey="code"
      dataSource={[...tasks]}
      pagination={{
        pageSize: tasksOnAPage,
        showSizeChanger: false,
        showTotal: (count) => `发布时的 ${count} 项任务`,
      }}
      columns={[
        { title: '编号', dataIndex: 'code', key: 'code', width: 84 },
        { title: '任务', dataIndex: 'content', key: 'content', ellipsis: true },
        {
          title: '亮灯',
          key: 'light',
          width: 96,
          filters: Object.entries(lightNameLabels).map(([value, text]) => ({ value, text })),
          onFilter: (value, { light }) => light === value,
          render: (_, { light, computed, override }) => (
            <ShownLight light={light} computed={computed ?? light} overridden={override !== null} />
          ),
        },
        {
          title: '升降',
          key: 'movement',
          width: 64,
          render: (_, { movement }) => <MovementMark movement={movement} />,
        },
        {
          title: '进度类别',
          key: 'class',
          width: 90,
          render: (_, { progressClass }) =>
            progressClass === null ? '—' : progressClassLabels[progressClass],
        },
        {
          title: '说明',
          key: 'reason',
          ellipsis: true,
          render: (_, { reason, override }) =>
            override === null ? reason : `${reason}；${overrideWords(override)}`,
        },
      ]}
    />
  );
}
