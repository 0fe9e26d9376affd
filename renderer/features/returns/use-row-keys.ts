/** The keyboard among the rows of a file. */
import { type FocusEvent, type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { RowDecisions } from './row-decisions.ts';
import { canTake, firstStop, rowAction, rowKey, type Stop, stopKey } from './row-stops.ts';

interface RowKeysInput {
  stops: readonly Stop[];
  decisions: RowDecisions;
  /** Row keys whose task choice is not to be remembered. */
  unremembered: ReadonlySet<string>;
  onAccept: () => void;
  onLeave: () => void;
  announce: (message: string) => void;
}

/** The stop an event came from; null for a control inside a row, which has its own keys. */
function stopOf(event: KeyboardEvent | FocusEvent): string | null {
  return (event.target as HTMLElement).dataset.stop ?? null;
}

export function useRowKeys({ stops, decisions, unremembered, onAccept, onLeave, announce }: RowKeysInput) {
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const place = Math.max(
    stops.findIndex((stop) => stopKey(stop) === active),
    0,
  );

  const focusStop = useCallback((stop: Stop | null | undefined) => {
    if (stop === null || stop === undefined) return;
    const key = stopKey(stop);
    setActive(key);
    const elements = table.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [];
    for (const element of elements) if (element.dataset.stop === key) element.focus();
  }, []);

  const take = ({ row }: Stop) => {
    if (canTake(row)) decisions.take(row, !row.taken);
    else
      announce(row.outcome === 'unchanged' ? '这一行与已存的相同，不用入库。' : '这一行没有可以入库的内容。');
  };

  const act = (event: KeyboardEvent) => {
    const stop = stops[place];
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (stop === undefined || stopOf(event) === null) return;
    const action = rowAction(event.key, place, stops.length, stop);
    if (action === null) return;
    event.preventDefault();
    if (action.do === 'move') focusStop(stops[action.to]);
    if (action.do === 'take') take(stop);
    if (action.do === 'side' && stop.cell !== null) decisions.chooseSide(stop.row, stop.cell, action.side);
    if (action.do === 'candidate') {
      const code = stop.row.match.candidates[action.place]?.code ?? null;
      decisions.chooseTask(stop.row, code, !unremembered.has(rowKey(stop.row)));
    }
    if (action.do === 'accept') onAccept();
    if (action.do === 'leave') onLeave();
  };

  return {
    table,
    /** The only stop that Tab reaches. */
    tabStop: stops[place] === undefined ? null : stopKey(stops[place]),
    focusFirst: useCallback(() => focusStop(firstStop(stops)), [focusStop, stops]),
    onKeyDown: act,
    onFocus: (event: FocusEvent) => {
      const key = stopOf(event);
      if (key !== null) setActive(key);
    },
  };
}
