/** 变更记录: who changed what, and whether the record is still whole. */
import { Button, Pagination } from 'antd';
import { useState } from 'react';
import type { LogFilter } from '#shared/contract/log.ts';
import { logPageSize, useLogOptions, useLogPage } from '../../api/log.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { LogExport } from './LogExport.tsx';
import { LogFilterBar } from './LogFilterBar.tsx';
import { LogTable } from './LogTable.tsx';
import { LogVerdict } from './LogVerdict.tsx';
import { OperatorName } from './OperatorName.tsx';
import './log.css';

export default function LogScreen() {
  const [filter, setFilter] = useState<LogFilter>({});
  const [page, setPage] = useState(0);
  const { data, error, refetch } = useLogPage(filter, page);
  const { data: options } = useLogOptions();
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const change = (next: LogFilter) => {
    setFilter(next);
    setPage(0);
  };
  return (
    <>
      <PageHeader
        title="变更记录"
        note={data !== undefined && <span role="status">{countText(data.total, isFiltered)}</span>}
        actions={<LogExport filter={filter} />}
      />
      <div className="log-tools">
        <LogVerdict />
        <OperatorName />
      </div>
      <LogFilterBar filter={filter} options={options} onChange={change} />
      {error !== null && (
        <ErrorNotice title="变更记录没有读出来" error={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <LoadingState />}
      {data !== undefined && data.total === 0 && (
        <EmptyState
          title={isFiltered ? '没有符合条件的记录' : '还没有记录'}
          hint={isFiltered ? '放宽日期或换一个词试试。' : '录入、导入、修改之后，这里逐条列出。'}
          {...(isFiltered ? { action: <Button onClick={() => change({})}>清除筛选</Button> } : {})}
        />
      )}
      {data !== undefined && data.total > 0 && (
        <>
          <LogTable entries={data.entries} />
          <Pagination
            className="log-pages"
            size="small"
            current={page + 1}
            pageSize={logPageSize}
            total={data.total}
            showSizeChanger={false}
            hideOnSinglePage
            onChange={(wanted) => setPage(wanted - 1)}
          />
        </>
      )}
    </>
  );
}

function countText(total: number, isFiltered: boolean): string {
  return isFiltered ? `符合条件 ${total} 条` : `共 ${total} 条，只增不改`;
}
