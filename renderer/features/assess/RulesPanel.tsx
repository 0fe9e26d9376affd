import { Button, Table } from 'antd';
import { useState } from 'react';
import type { ScoreRulesEntry } from '#shared/contract/assess.ts';
import { useScoreRules } from '../../api/assess.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { periodName, timeText } from '../../components/format.ts';
import { LoadingState } from '../../components/LoadingState.tsx';
import { RulesForm } from './RulesForm.tsx';
import { RulesTrial } from './RulesTrial.tsx';

/** The year's versions: one is in force from a period on, another may be tried on the same records before. */
export function RulesPanel({ period }: { period: string }) {
  const { data: versions, error } = useScoreRules(Number(period.slice(0, 4)));
  const [edited, setEdited] = useState<ScoreRulesEntry | null>(null);
  const [tried, setTried] = useState<number | null>(null);
  if (error !== null) return <ErrorNotice title="考核规则没有读出来" error={error} />;
  if (versions === undefined) return <LoadingState />;
  const newest = versions[0];
  return (
    <>
      <Table<ScoreRulesEntry>
        size="small"
        rowKey={(entry) => entry.id ?? 'proposal'}
        dataSource={versions}
        pagination={false}
        columns={[
          { title: '版本', key: 'version', width: 80, render: (_, { rules }) => `第${rules.version}版` },
          { title: '状态', key: 'state', width: 220, render: (_, entry) => stateText(entry) },
          { title: '保存人', key: 'by', render: (_, entry) => authorText(entry) },
          {
            title: '操作',
            key: 'actions',
            width: 300,
            render: (_, entry) => (
              <span className="rules-actions">
                <Button
                  size="small"
                  onClick={() => {
                    setTried(null);
                    setEdited(entry);
                  }}
                >
                  {entry === newest ? '修改（另存一版）' : '以此为底另存'}
                </Button>
                {entry.id !== null && entry.rules.effectiveFrom === null && (
                  <Button size="small" onClick={() => setTried(entry.id)}>
                    试算并启用…
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      {tried !== null && (
        <RulesTrial
          key={`${tried} ${period}`}
          effectiveFrom={period}
          rulesId={tried}
          onClose={() => setTried(null)}
        />
      )}
      {edited !== null && (
        <RulesForm
          key={edited.id ?? 'proposal'}
          from={edited.rules}
          onClose={() => setEdited(null)}
          onSaved={(id) => {
            setEdited(null);
            setTried(id);
          }}
        />
      )}
    </>
  );
}

function stateText({ rules, id }: ScoreRulesEntry): string {
  if (rules.effectiveFrom === null) return '未启用，须先试算';
  return id === null ? '程序的建议，另定之前适用' : `自${periodName(rules.effectiveFrom)}起`;
}

function authorText({ createdBy, createdAt }: ScoreRulesEntry): string {
  return createdBy === null || createdAt === null ? '—' : `${createdBy}，${timeText(createdAt)}`;
}
