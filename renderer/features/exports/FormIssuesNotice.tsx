import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import type { FormIssueSummary, FormRole } from '#shared/contract/exports.ts';
import { useFormIssues } from '../../api/exports.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { timeText } from '../../components/format.ts';

interface FormIssuesNoticeProps {
  period: string;
  /** Chooses the units whose forms have to be issued anew. */
  onChooseStale: (unitIds: number[], role: FormRole) => void;
}

const roleNames: Record<FormRole, string> = { lead: '由本单位填报的任务', all: '全部角色' };

const columns = [
  {
    title: '单位',
    key: 'unit',
    width: 150,
    render: (_: unknown, issue: FormIssueSummary) => issue.unit.name,
  },
  {
    title: '发出时间',
    key: 'issuedAt',
    width: 140,
    render: (_: unknown, issue: FormIssueSummary) => timeText(issue.issuedAt),
  },
  {
    title: '发出以后',
    key: 'stale',
    render: (_: unknown, issue: FormIssueSummary) => issue.stale.join('；') || '没有变化',
  },
];

function unitIdsOf(issues: readonly FormIssueSummary[]): number[] {
  return [...new Set(issues.map(({ unit }) => unit.id))];
}

/** What is out for the period: 「已发 65 份，其中 3 份已过期」, and the way to issue those anew. */
export function FormIssuesNotice({ period, onChooseStale }: FormIssuesNoticeProps) {
  const { data: issues, error, refetch } = useFormIssues(period);
  const [open, setOpen] = useState(false);
  if (error !== null) {
    return <ErrorNotice title="已发的填报表没有读出来" error={error} onRetry={() => void refetch()} />;
  }
  if (issues === undefined || issues.length === 0) return null;
  const stale = issues.filter((issue) => issue.stale.length > 0);
  const roles = [...new Set(stale.map(({ role }) => role))];
  const status = stale.length === 0 ? '都没有过期' : `其中 ${stale.length} 份已过期`;
  return (
    <div className="form-issues">
      <Alert
        type={stale.length === 0 ? 'info' : 'warning'}
        role="status"
        title={`这一期已发 ${issues.length} 份，${status}。`}
        action={
          <span className="notice-actions">
            {roles.map((role) => (
              <Button
                key={role}
                size="small"
                onClick={() => onChooseStale(unitIdsOf(stale.filter((issue) => issue.role === role)), role)}
              >
                只补发过期的{roles.length > 1 ? `（${roleNames[role]}）` : ''}
              </Button>
            ))}
            <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? '收起' : '查看'}
            </Button>
          </span>
        }
      />
      {open && (
        <Table<FormIssueSummary>
          size="small"
          rowKey="fileName"
          dataSource={[...stale, ...issues.filter((issue) => issue.stale.length === 0)]}
          columns={columns}
          pagination={issues.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
        />
      )}
    </div>
  );
}
