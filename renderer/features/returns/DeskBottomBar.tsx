import { Button, Progress } from 'antd';
import { useEffect, useRef } from 'react';
import type { DeskFile } from '#shared/contract/desk.ts';
import { acceptedTotals } from './desk-order.ts';
import type { DeskWork } from './desk-work.ts';

interface DeskBottomBarProps {
  files: readonly DeskFile[];
  marked: readonly DeskFile[];
  /** Long work that goes on; null when there is none. */
  work: DeskWork | null;
  /** Files that nobody has read, after a cancel. */
  waiting: number;
  /** Counts up when the focus is to come to 入库; `onFocused` is told that it came. */
  focusCall: number;
  onFocused: () => void;
  onReadOn: () => void;
  onApply: () => void;
  onAccept: (accepted: boolean) => void;
  onRedo: () => void;
  onRemove: () => void;
}

/** What can be done with the desk as a whole, and with the marked files; or how far the work is. */
export function DeskBottomBar(props: DeskBottomBarProps) {
  const { files, marked, work, waiting, onReadOn, onApply, onAccept, onRedo, onRemove } = props;
  const { focusCall, onFocused } = props;
  const totals = acceptedTotals(files);
  const isReady = totals.files.length > 0 && work === null;
  const button = useRef<HTMLButtonElement>(null);
  // What was accepted last arrives a moment later: until then the button is off and takes no focus.
  useEffect(() => {
    if (focusCall === 0 || !isReady) return;
    button.current?.focus();
    onFocused();
  }, [focusCall, isReady, onFocused]);
  const hasMarked = marked.length > 0;
  return (
    <div className="desk-bar sheet">
      {work === null ? (
        <div className="desk-bar-marked">
          <span className="numeric desk-bar-count">
            {hasMarked ? `已勾选 ${marked.length} 份：` : '勾选文件后可成批处理：'}
          </span>
          <Button size="small" disabled={!hasMarked} onClick={() => onAccept(true)}>
            标记入库
          </Button>
          <Button size="small" disabled={!hasMarked} onClick={() => onAccept(false)}>
            取消入库标记
          </Button>
          <Button size="small" disabled={!hasMarked} onClick={onRedo}>
            退回所选…
          </Button>
          <Button size="small" disabled={!hasMarked} onClick={onRemove}>
            移出…
          </Button>
        </div>
      ) : (
        <WorkLine work={work} />
      )}
      {work === null && waiting > 0 && <Button onClick={onReadOn}>继续读取 {waiting} 份</Button>}
      <Button ref={button} type="primary" className="numeric" disabled={!isReady} onClick={onApply}>
        入库 {totals.files.length} 份，共 {totals.rows} 行
      </Button>
    </div>
  );
}

/** 「正在读取 37/80：区发改局…」 */
function WorkLine({ work }: { work: DeskWork }) {
  const percent = work.total === 0 ? 0 : Math.floor((work.done / work.total) * 100);
  return (
    <div className="desk-work">
      <span className="desk-work-words numeric" role="status" title={work.label}>
        {work.cancelling
          ? '正在取消…'
          : `${work.title}${work.total === 0 ? '…' : ` ${work.done}/${work.total}：${work.label}`}`}
      </span>
      <Progress percent={percent} size="small" status="active" aria-label={work.title} />
      <Button size="small" disabled={work.cancelling} onClick={work.cancel}>
        取消
      </Button>
    </div>
  );
}
