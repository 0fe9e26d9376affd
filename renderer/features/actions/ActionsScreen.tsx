/** 督办: what to chase today, what was sent and what became of it. */
import { Tabs } from 'antd';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import { isDate } from '#shared/domain/supervision/dates.ts';
import type { DraftRequest } from '../../api/actions.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { ActionList } from './ActionList.tsx';
import { DraftDialog } from './DraftDialog.tsx';
import { IssuingOfficeButton } from './IssuingOfficeButton.tsx';
import { NewAction } from './NewAction.tsx';
import { TemplatesButton } from './TemplatesButton.tsx';
import { WorklistPanel } from './WorklistPanel.tsx';
import './actions.css';

/** The tab and the opened action stand in the address, so that a link leads to one. */
function useAddress() {
  const [search, setSearch] = useSearchParams();
  const opened = Number(search.get('action'));
  const day = search.get('date') ?? '';
  const set = useCallback(
    (name: 'tab' | 'action' | 'date', value: string | null) =>
      setSearch(
        (now) => {
          if (value === null) now.delete(name);
          else now.set(name, value);
          return now;
        },
        { replace: true },
      ),
    [setSearch],
  );
  /** The worklist is drawn anew only when this differs. */
  const setDate = useCallback((date: string) => set('date', date), [set]);
  return {
    tab: search.get('tab') ?? (opened > 0 ? 'list' : 'worklist'),
    opened: Number.isInteger(opened) && opened > 0 ? opened : null,
    date: isDate(day) ? day : null,
    setDate,
    setTab: (tab: string) => set('tab', tab),
    open: (actionId: number) => set('action', String(actionId)),
    close: () => set('action', null),
  };
}

export default function ActionsScreen() {
  const { tab, opened, date, setDate, setTab, open, close } = useAddress();
  const [drafting, setDrafting] = useState<DraftRequest | null>(null);
  const recorded = (actionId: number) => {
    setDrafting(null);
    open(actionId);
  };
  return (
    <>
      <PageHeader
        title="督办"
        note="该催什么、为什么、从何时起；发出的每一件都有答复期限和下落"
        actions={
          <>
            <IssuingOfficeButton />
            <TemplatesButton />
          </>
        }
      />
      <Tabs
        className="actions-tabs"
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'worklist',
            label: '今日待办',
            children: <WorklistPanel date={date} onDate={setDate} onDraft={setDrafting} />,
          },
          { key: 'list', label: '督办动作', children: <ActionList onOpen={open} /> },
          { key: 'new', label: '新建', children: <NewAction onDraft={setDrafting} /> },
        ]}
      />
      {drafting !== null && (
        <DraftDialog request={drafting} onClose={() => setDrafting(null)} onRecorded={recorded} />
      )}
      {opened !== null && drafting === null && (
        <ActionDialog key={opened} actionId={opened} onClose={close} />
      )}
    </>
  );
}
