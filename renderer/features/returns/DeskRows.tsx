import { Button, Checkbox } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { DeskFileDetail, DeskRow } from '#shared/contract/desk.ts';
import { DeskRowLine } from './DeskRowLine.tsx';
import type { RowDecisions } from './row-decisions.ts';
import { needsPerson, rowKey, stopsOf } from './row-stops.ts';
import { useRowKeys } from './use-row-keys.ts';

interface DeskRowsProps {
  file: DeskFileDetail;
  decisions: RowDecisions;
  /** Counts up when the focus is to come to the rows; `onFocused` is told that it came. */
  focusCall: number;
  onFocused: () => void;
  onAccept: () => void;
  onLeave: () => void;
  announce: (message: string) => void;
}

/** Drawn at a time; more come on request, as a table of thousands of rows would make every key slow. */
const rowsAtOnce = 200;

function withKey(set: ReadonlySet<string>, key: string, isMember: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isMember) next.add(key);
  else next.delete(key);
  return next;
}

/** All rows of a file with the say over each. */
export function DeskRows(props: DeskRowsProps) {
  const { file, decisions, focusCall, onFocused } = props;
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [limit, setLimit] = useState(rowsAtOnce);
  const [unremembered, setUnremembered] = useState<ReadonlySet<string>>(new Set());
  const open = file.rows.filter(needsPerson).length;
  const shown = useMemo(
    () => file.rows.filter((row) => !onlyOpen || needsPerson(row) || row.decision.take !== null),
    [file.rows, onlyOpen],
  );
  const drawn = useMemo(() => shown.slice(0, limit), [shown, limit]);
  const stops = useMemo(() => stopsOf(drawn), [drawn]);
  const keys = useRowKeys({ ...props, stops, unremembered });
  const showsSheet = new Set(file.rows.map(({ sheet }) => sheet)).size > 1;

  const { focusFirst } = keys;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus comes when it is called, not when rows change
  useEffect(() => {
    if (focusCall === 0) return;
    focusFirst();
    onFocused();
  }, [focusCall]);

  const rememberRow = useMemo(
    () => (row: DeskRow, remember: boolean) => setUnremembered((set) => withKey(set, rowKey(row), !remember)),
    [],
  );
  return (
    <>
      <div className="desk-rows-bar">
        <span className="desk-rows-all">
          <Button size="small" onClick={() => decisions.takeClean(file.rows, true)}>
            全部采纳
          </Button>
          <Button size="small" onClick={() => decisions.takeClean(file.rows, false)}>
            全部不采纳
          </Button>
          <span className="muted">只动没有疑问的行</span>
        </span>
        <Checkbox
          checked={onlyOpen}
          disabled={open === 0 && !onlyOpen}
          onChange={({ target }) => setOnlyOpen(target.checked)}
        >
          只看需处理的 <span className="numeric">{open}</span> 行
        </Checkbox>
      </div>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the rows take the focus in turn
        role="grid"
        className="desk-rows"
        aria-label={`${file.fileName} 的各行`}
        ref={keys.table}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
      >
        <thead>
          <tr>
            <th scope="col" className={showsSheet ? 'desk-column-sheet' : 'desk-column-row'}>
              行
            </th>
            <th scope="col" className="desk-column-outcome">
              结果
            </th>
            <th scope="col" className="desk-column-task">
              任务
            </th>
            <th scope="col">变化</th>
            <th scope="col" className="desk-column-take">
              采纳
            </th>
          </tr>
        </thead>
        <tbody>
          {drawn.map((row) => {
            const key = rowKey(row);
            const isStop = keys.tabStop?.startsWith(`${key} `) === true;
            return (
              <DeskRowLine
                key={key}
                row={row}
                unitId={file.unit?.id ?? null}
                showsSheet={showsSheet}
                stop={isStop ? keys.tabStop : null}
                remember={!unremembered.has(key)}
                onRemember={rememberRow}
                decisions={decisions}
              />
            );
          })}
        </tbody>
      </table>
      {drawn.length < shown.length && (
        <Button onClick={() => setLimit(limit + rowsAtOnce)}>
          再显示 {Math.min(rowsAtOnce, shown.length - drawn.length)} 行（共 {shown.length} 行）
        </Button>
      )}
    </>
  );
}
