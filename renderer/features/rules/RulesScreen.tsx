/** 规则: what lights, 督办 and curves go by, in words, and what they shall go by from a day on. */
import { Tabs } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { type RuleKind, ruleKindLabels, ruleKinds } from '#shared/domain/supervision/rule-settings.ts';
import { useRules } from '../../api/rules.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RulePanel } from './RulePanel.tsx';
import './rules.css';

function useKind(): [RuleKind, (kind: string) => void] {
  const [search, setSearch] = useSearchParams();
  const kind = ruleKinds.find((candidate) => candidate === search.get('kind')) ?? 'light';
  return [kind, (next) => setSearch({ kind: next }, { replace: true })];
}

export default function RulesScreen() {
  const { data, error, refetch } = useRules();
  const [kind, setKind] = useKind();
  return (
    <>
      <PageHeader
        title="规则"
        note={<OpeningNote publishedUntil={data?.publishedUntil ?? null} />}
        actions={
          <>
            <Link to="/assess?tab=rules">考核规则</Link>
            <Link to="/help">帮助</Link>
          </>
        }
      />
      {error !== null && <ErrorNotice title="规则没有读出来" error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <LoadingState />}
      {data !== undefined && (
        <Tabs
          className="rule-tabs"
          activeKey={kind}
          onChange={setKind}
          items={ruleKinds.map((key) => ({
            key,
            label: ruleKindLabels[key],
            children: <RulePanel kind={key} book={data} />,
          }))}
        />
      )}
    </>
  );
}

function OpeningNote({ publishedUntil }: { publishedUntil: string | null }) {
  const kept = publishedUntil === null ? '' : `；到${publishedUntil}为止已经发布，不再变`;
  return `从某一天起生效，以前的日子仍按当时的规则${kept}`;
}
