import { useCallback, useState } from 'react';
import type { DeskFile } from '#shared/contract/desk.ts';
import type { PeriodSummary } from '#shared/contract/progress.ts';
import { useDeskChanges } from '../../api/returns.ts';
import type { useDeskReading } from '../../api/returns-reading.ts';
import { useUnits } from '../../api/units.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { AppliedNotice } from './AppliedNotice.tsx';
import { DeskBottomBar } from './DeskBottomBar.tsx';
import { DeskFileList } from './DeskFileList.tsx';
import { jobWork, readingWork } from './desk-work.ts';
import { EmptyDesk } from './EmptyDesk.tsx';
import { FilePane } from './FilePane.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { RedoDialog } from './RedoDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { StateChips } from './StateChips.tsx';
import { sharingLack } from './told-facts.ts';
import { useAcceptance } from './use-acceptance.ts';
import { useApplying } from './use-applying.ts';
import { useDeskFocus } from './use-desk-focus.ts';
import { useDeskList } from './use-desk-list.ts';

interface ReturnDeskProps {
  files: readonly DeskFile[];
  reading: ReturnType<typeof useDeskReading>;
  periods: readonly PeriodSummary[];
}

/** The files under review beside the rows of the chosen one, and what is done with all of them. */
export function ReturnDesk({ files, reading, periods }: ReturnDeskProps) {
  const units = useUnits();
  const changes = useDeskChanges();
  const readingNow = readingWork(reading);
  const list = useDeskList(files, readingNow !== null);
  const focus = useDeskFocus();
  const applying = useApplying();
  const [message, setMessage] = useState('');
  const [asking, setAsking] = useState<{ what: 'redo' | 'remove'; files: readonly DeskFile[] } | null>(null);
  const accept = useAcceptance({ list, changes, focus, announce: setMessage });
  const work = jobWork('正在入库', applying.job) ?? readingNow;
  const { current, marked } = list;
  const error = changes.error ?? applying.error ?? units.error;

  const closeDialog = useCallback(() => setAsking(null), []);
  const remove = (fileIds: number[]) => {
    closeDialog();
    void changes.remove({ fileIds }).then((done) => {
      if (!done) return;
      list.mark(new Set());
      setMessage(`已移出 ${fileIds.length} 份文件。`);
    });
  };
  return (
    <>
      {error !== null && <ErrorNotice title="没有完成" error={error} />}
      {applying.result !== null && (
        <AppliedNotice
          key={applying.result.batchId}
          result={applying.result}
          undone={applying.undone}
          onUndone={applying.setUndone}
        />
      )}
      {files.length === 0 ? (
        <EmptyDesk allApplied={applying.result !== null && applying.undone === null} />
      ) : (
        <StateChips
          files={files}
          state={list.state}
          onState={list.setState}
          sort={list.sort}
          onSort={list.setSort}
        />
      )}
      {files.length > 0 && (
        <div className="desk-panes">
          <DeskFileList
            files={list.listed}
            currentId={current?.id ?? null}
            marked={list.markedIds}
            focusCall={focus.listCall}
            onShow={list.show}
            onMark={list.mark}
            onEnter={focus.toRows}
            onRemove={() =>
              setAsking({ what: 'remove', files: marked.length > 0 ? marked : current ? [current] : [] })
            }
          />
          {current !== null && (
            <FilePane
              key={current.id}
              file={current}
              sameLack={sharingLack(current, files, list.markedIds)}
              periods={periods}
              units={units.data ?? []}
              changes={changes}
              focusCall={focus.rowsCall}
              onFocused={focus.rowsReached}
              onTold={() => void reading.readWaiting()}
              onAccept={() => void accept.current()}
              onLeave={focus.toList}
              announce={setMessage}
            />
          )}
        </div>
      )}
      {files.length > 0 && <KeyHelp message={message} />}
      {(files.length > 0 || work !== null) && (
        <DeskBottomBar
          files={files}
          marked={marked}
          work={work}
          focusCall={focus.applyCall}
          onFocused={focus.applyReached}
          waiting={files.filter(({ state }) => state === 'waiting').length}
          onReadOn={() => void reading.readWaiting()}
          onApply={() => applying.apply(files)}
          onAccept={(accepted) => void accept.many(marked, accepted)}
          onRedo={() => setAsking({ what: 'redo', files: marked })}
          onRemove={() => setAsking({ what: 'remove', files: marked })}
        />
      )}
      {asking?.what === 'redo' && <RedoDialog files={asking.files} onClose={closeDialog} />}
      {asking?.what === 'remove' && asking.files.length > 0 && (
        <RemoveDialog
          files={asking.files}
          onConfirm={() => remove(asking.files.map(({ id }) => id))}
          onCancel={closeDialog}
        />
      )}
    </>
  );
}
