import { useEffect, useMemo, useRef, useState } from 'react';
import type { DeskFile } from '#shared/contract/desk.ts';
import type { PeriodSummary } from '#shared/contract/progress.ts';
import type { UnitSummary } from '#shared/contract/units.ts';
import { asAppError } from '../../api/client.ts';
import { type DeskChanges, openOriginal, useDeskFile } from '../../api/returns.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ColumnNotice } from './ColumnNotice.tsx';
import { DeskPlanSheet } from './DeskPlanSheet.tsx';
import { DeskRows } from './DeskRows.tsx';
import { FactsForm } from './FactsForm.tsx';
import { FileHead } from './FileHead.tsx';
import { createRowDecisions } from './row-decisions.ts';
import type { Facts } from './told-facts.ts';

interface FilePaneProps {
  file: DeskFile;
  /** Marked files that lack the same facts, this one not counted. */
  sameLack: readonly DeskFile[];
  periods: readonly PeriodSummary[];
  units: readonly UnitSummary[];
  changes: DeskChanges;
  focusCall: number;
  onFocused: () => void;
  /** After a file was told something: it may have to be read. */
  onTold: () => void;
  onAccept: () => void;
  onLeave: () => void;
  announce: (message: string) => void;
}

/** The chosen file: what it is, what is missing, and its rows. */
export function FilePane(props: FilePaneProps) {
  const { file, sameLack, periods, units, changes, focusCall, onTold } = props;
  const [changingFacts, setChangingFacts] = useState(false);
  const [openError, setOpenError] = useState<Error | null>(null);
  const asks = file.missing.length > 0 || file.state === 'wrong_period';

  const pane = useRef<HTMLElement>(null);
  // What is missing is asked for before there are rows to go into; the call waits for them.
  useEffect(() => {
    if (focusCall === 0 || file.missing.length === 0) return;
    pane.current?.querySelector<HTMLElement>('.facts-form input')?.focus();
  }, [focusCall, file.missing]);

  const tell = async (input: Partial<Facts> & { receivedOn?: string }, fileIds: number[]) => {
    if (!(await changes.tell({ fileIds, ...input }))) return;
    setChangingFacts(false);
    onTold();
  };
  const open = () => {
    setOpenError(null);
    openOriginal(file.sha256).catch((reason: unknown) => setOpenError(asAppError(reason)));
  };
  return (
    <section className="file-pane sheet" aria-label={file.fileName} ref={pane}>
      <FileHead
        file={file}
        onOpenOriginal={open}
        onChangeFacts={() => setChangingFacts(!changingFacts)}
        onReceivedOn={(receivedOn) => void tell({ receivedOn }, [file.id])}
        onAccept={(accepted) => void changes.accept({ fileIds: [file.id], accepted })}
      />
      {openError !== null && <ErrorNotice title="没有打开原件" error={openError} />}
      {(asks || changingFacts) && (
        <FactsForm
          key={`${file.unit?.id} ${file.period}`}
          file={file}
          others={changingFacts ? 0 : sameLack.length}
          periods={periods}
          units={units}
          onTell={(told) =>
            void tell(told, changingFacts ? [file.id] : [file.id, ...sameLack.map(({ id }) => id)])
          }
        />
      )}
      <FileContents {...props} />
    </section>
  );
}

function FileContents(props: FilePaneProps) {
  const { file, changes, onTold } = props;
  const isRead = file.state !== 'waiting';
  const hasRows = isRead && file.state !== 'plan_sheet';
  const decisions = useMemo(() => createRowDecisions(file.id, changes.decide), [file.id, changes.decide]);
  const { data, error, refetch } = useDeskFile(hasRows ? file.id : null);
  if (file.state === 'plan_sheet')
    return (
      <DeskPlanSheet
        fileId={file.id}
        onApplied={props.announce}
        onRemove={() => void changes.remove({ fileIds: [file.id] })}
      />
    );
  if (!isRead) return <EmptyState title="这份文件还没有读取。" />;
  if (error !== null)
    return <ErrorNotice title="各行没有读出来" error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  const teach: Parameters<typeof ColumnNotice>[0]['onTeach'] = ({ sheet, letter }, role) =>
    void changes.teachColumn({ fileId: file.id, sheet, letter, role }).then((done) => done && onTold());
  return (
    <>
      <ColumnNotice columns={data.columns} onTeach={teach} />
      {data.rows.length > 0 ? (
        <DeskRows {...props} file={data} decisions={decisions} />
      ) : (
        file.missing.length === 0 && <p className="muted file-no-rows">这份文件里没有读到可以入库的行。</p>
      )}
    </>
  );
}
