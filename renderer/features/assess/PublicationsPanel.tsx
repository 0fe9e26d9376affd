import { Button, Input, Table } from 'antd';
import { useState } from 'react';
import type { PublicationSummary } from '#shared/contract/assess.ts';
import { chooseDirectory, openPath } from '../../api/application.ts';
import { reprintPublication, usePublications, usePublish } from '../../api/assess.ts';
import { asAppError } from '../../api/client.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { periodName, timeText } from '../../components/format.ts';
import { JobProgressBar } from '../../components/JobProgressBar.tsx';
import { PublicationContent } from './PublicationContent.tsx';

/** Editions as they were published; a later one names its reason, an earlier one is printed again unchanged. */
export function PublicationsPanel({ period }: { period: string }) {
  const { data: editions, error } = usePublications();
  const [printed, setPrinted] = useState<string | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const reprint = async (id: number) => {
    setFailure(null);
    setPrinted(null);
    try {
      const directory = await chooseDirectory('重印的文件放在哪个文件夹');
      if (directory === null) return;
      await reprintPublication(id, directory);
      setPrinted(directory);
    } catch (cause) {
      setFailure(asAppError(cause));
    }
  };
  const wrong = error ?? failure;
  return (
    <>
      <PublishForm
        period={period}
        isFirst={editions?.every((edition) => edition.period !== period) ?? true}
      />
      {wrong !== null && <ErrorNotice title="没有完成" error={wrong} />}
      {printed !== null && (
        <p role="status">
          已按发布时的原样重印。
          <Button type="link" size="small" onClick={() => void openPath(printed).catch(setFailure)}>
            打开文件夹
          </Button>
        </p>
      )}
      <Table<PublicationSummary>
        size="small"
        rowKey="id"
        dataSource={editions ?? []}
        loading={editions === undefined && error === null}
        pagination={false}
        locale={{ emptyText: '还没有发布过' }}
        expandable={{ expandedRowRender: ({ id }) => <PublicationContent id={id} /> }}
        columns={[
          { title: '版次', dataIndex: 'label', key: 'label' },
          {
            title: '发布人',
            key: 'by',
            width: 240,
            render: (_, { publishedBy, publishedAt }) => `${publishedBy}，${timeText(publishedAt)}`,
          },
          { title: '文件', key: 'documents', render: (_, { documents }) => documents.join('、') },
          {
            title: '校验值',
            key: 'sha256',
            width: 150,
            render: (_, { sha256 }) => <span className="numeric">{sha256.slice(0, 16)}</span>,
          },
          {
            title: '操作',
            key: 'reprint',
            width: 90,
            render: (_, { id, label }) => (
              <Button size="small" aria-label={`重印${label}`} onClick={() => void reprint(id)}>
                重印…
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}

function PublishForm({ period, isFirst }: { period: string; isFirst: boolean }) {
  const publish = usePublish();
  const [reason, setReason] = useState('');
  const isReady = isFirst || reason.trim() !== '';
  return (
    <section className="publish-form sheet" aria-label="发布">
      <p>
        发布后，{periodName(period)}的数字、亮灯、名次、台账、排名表和成绩单封存不变，随时可以原样重印。
        {!isFirst && '这一期已经发布过，再发布是更正，须写明原因。'}
      </p>
      {!isFirst && (
        <Input
          aria-label="更正原因"
          placeholder="更正原因"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <Button
        type="primary"
        disabled={!isReady || publish.isPending}
        onClick={() => publish.run({ period, reason }, { onSuccess: () => setReason('') })}
      >
        {isFirst ? '发布' : '发布更正版'}
      </Button>
      <JobProgressBar title="正在发布" job={publish} />
      {publish.result !== undefined && <span role="status">已发布{publish.result.label}。</span>}
      {publish.error !== null && <ErrorNotice title="没有发布" error={publish.error} />}
    </section>
  );
}
