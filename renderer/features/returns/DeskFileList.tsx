import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import type { DeskFile } from '#shared/contract/desk.ts';
import { DeskFileEntry } from './DeskFileEntry.tsx';
import { listAction } from './list-keys.ts';

interface DeskFileListProps {
  files: readonly DeskFile[];
  currentId: number | null;
  marked: ReadonlySet<number>;
  /** Counts up when the focus is to come to the current file. */
  focusCall: number;
  onShow: (fileId: number) => void;
  onMark: (fileIds: ReadonlySet<number>) => void;
  /** → and Enter. */
  onEnter: () => void;
  onRemove: () => void;
}

function toggled(set: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The desk's files; ↑ and ↓ go through them, space marks several for what is done to many at once. */
export function DeskFileList(props: DeskFileListProps) {
  const { files, currentId, marked, focusCall, onShow, onMark, onEnter, onRemove } = props;
  const list = useRef<HTMLDivElement>(null);
  const place = files.findIndex(({ id }) => id === currentId);

  const entryOf = (id: number | null) => list.current?.querySelector<HTMLElement>(`[data-file="${id}"]`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus comes when it is called, not when files change
  useEffect(() => {
    if (focusCall > 0) entryOf(currentId)?.focus();
  }, [focusCall]);

  const act = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    const action = listAction(event.key, event.ctrlKey || event.metaKey, place, files.length);
    if (action === null) return;
    event.preventDefault();
    const target = action.do === 'move' ? files[action.to] : undefined;
    if (target !== undefined) {
      onShow(target.id);
      entryOf(target.id)?.focus();
    }
    if (action.do === 'mark' && currentId !== null) onMark(toggled(marked, currentId));
    if (action.do === 'markAll') onMark(new Set(files.map(({ id }) => id)));
    if (action.do === 'unmarkAll') onMark(new Set());
    if (action.do === 'enter') onEnter();
    if (action.do === 'remove') onRemove();
  };
  const press = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as Element;
    const entry = target.closest<HTMLElement>('[data-file]');
    if (entry === null) return;
    const id = Number(entry.dataset.file);
    onShow(id);
    if (event.ctrlKey || target.closest('[data-mark]') !== null) onMark(toggled(marked, id));
  };
  return (
    <div
      role="listbox"
      aria-label="回表台上的文件"
      aria-multiselectable="true"
      className="desk-files sheet"
      ref={list}
      onKeyDown={act}
      onClick={press}
    >
      {files.map((file) => (
        <DeskFileEntry
          key={file.id}
          file={file}
          isCurrent={file.id === currentId}
          isMarked={marked.has(file.id)}
        />
      ))}
    </div>
  );
}
