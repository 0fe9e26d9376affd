/** 单位: the directory. */
import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { UnitSummary } from '#shared/contract/units.ts';
import { type UnitKind, unitKindLabels } from '#shared/domain/unit.ts';
import { useUnits } from '../../api/units.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { matchesUnitSearch } from '../../components/select/unit-search.ts';
import { UnitGrid } from './UnitGrid.tsx';
import './units.css';

/** Search and kind stand in the address, so that going back finds the same units. */
function useUnitFilter(units: readonly UnitSummary[] | undefined) {
  const [search, setSearch] = useSearchParams();
  const text = search.get('text') ?? '';
  const kind = search.get('kind');
  const shown = useMemo(
    () => units?.filter((unit) => (kind === null || unit.kind === kind) && matchesUnitSearch(unit, text)),
    [units, kind, text],
  );
  const set = (name: 'text' | 'kind', value: string | undefined) =>
    setSearch(
      (now) => {
        if (value === undefined || value === '') now.delete(name);
        else now.set(name, value);
        return now;
      },
      { replace: true },
    );
  return { text, kind, shown, set, clear: () => setSearch({}, { replace: true }) };
}

function kindOptions(units: readonly UnitSummary[]) {
  const present = new Set(units.map((unit) => unit.kind));
  return Object.entries(unitKindLabels)
    .filter(([kind]) => present.has(kind as UnitKind))
    .map(([value, label]) => ({ value, label }));
}

export default function UnitsScreen() {
  const { data: units, error, refetch } = useUnits();
  const { text, kind, shown, set, clear } = useUnitFilter(units);
  const filtered = text !== '' || kind !== null;
  const note = shown !== undefined && (
    <span role="status">{filtered ? `符合条件 ${shown.length} 个` : `共 ${shown.length} 个`}</span>
  );
  return (
    <>
      <PageHeader title="单位" note={note} />
      <search className="unit-filter" aria-label="筛选单位">
        <Input
          className="unit-search"
          aria-label="查找单位"
          placeholder="查找：名称、别名、内设机构或拼音首字母"
          prefix={<SearchOutlined />}
          allowClear
          value={text}
          onChange={(event) => set('text', event.target.value)}
        />
        <Select
          className="unit-kind"
          aria-label="类别"
          placeholder="全部类别"
          allowClear
          value={kind}
          options={kindOptions(units ?? [])}
          onChange={(value?: string) => set('kind', value)}
          popupMatchSelectWidth={false}
        />
        <Button onClick={clear} disabled={!filtered}>
          清除筛选
        </Button>
      </search>
      {error !== null && <ErrorNotice title="单位没有读出来" error={error} onRetry={() => void refetch()} />}
      {shown === undefined && error === null && <LoadingState />}
      {shown !== undefined && (
        <div className="unit-grid">
          {shown.length === 0 ? (
            <EmptyState
              title="没有符合条件的单位"
              hint="换一个词试试；单位的简称可以在单位页里添加为别名。"
            />
          ) : (
            <UnitGrid units={shown} />
          )}
        </div>
      )}
    </>
  );
}
