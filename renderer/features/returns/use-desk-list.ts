/** Which files are listed, in which order, which one is looked at and which are marked. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type DeskFile, type DeskState, deskStates } from '#shared/contract/desk.ts';
import { type DeskSort, deskSorts, filterFiles, keepOrder, sortedIds } from './desk-order.ts';

/** Filter and order stand in the address, so that coming back finds them again. */
function useListAddress() {
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return {
    state: deskStates.find((each) => each === params.get('state')) ?? null,
    sort: deskSorts.find((each) => each === params.get('sort')) ?? 'worst',
    setState: (state: DeskState | null) => set('state', state),
    setSort: (sort: DeskSort) => set('sort', sort === 'worst' ? null : sort),
  };
}

/** Ordered anew when asked to and when a reading is over; in between nothing jumps. */
function useSettledOrder(files: readonly DeskFile[], sort: DeskSort, isReading: boolean): DeskFile[] {
  const latest = useRef(files);
  latest.current = files;
  const [ids, setIds] = useState<number[]>([]);
  const isEmpty = files.length === 0;
  useLayoutEffect(() => {
    if (!isReading && !isEmpty) setIds(sortedIds(latest.current, sort));
  }, [sort, isReading, isEmpty]);
  return useMemo(() => keepOrder(ids, files), [ids, files]);
}

export function useDeskList(files: readonly DeskFile[], isReading: boolean) {
  const address = useListAddress();
  const ordered = useSettledOrder(files, address.sort, isReading);
  // Under another filter the choice does not hold: there the first file is looked at.
  const [choice, setChoice] = useState<{ id: number; state: DeskState | null } | null>(null);
  const [markedIds, setMarkedIds] = useState<ReadonlySet<number>>(new Set());
  const isChosen = choice?.state === address.state && files.some(({ id }) => id === choice.id);
  const chosen = isChosen ? choice.id : null;
  const listed = useMemo(() => filterFiles(ordered, address.state, chosen), [ordered, address.state, chosen]);
  const current = listed.find(({ id }) => id === chosen) ?? listed[0] ?? null;
  const currentId = current?.id ?? null;
  const isSettled = !isReading && files.every(({ state }) => state !== 'waiting');
  // The first file is looked at from the start: it stays, whatever is decided about it.
  useEffect(() => {
    if (isSettled && chosen === null && currentId !== null) {
      setChoice({ id: currentId, state: address.state });
    }
  }, [isSettled, chosen, currentId, address.state]);
  const marked = useMemo(() => ordered.filter(({ id }) => markedIds.has(id)), [ordered, markedIds]);
  return {
    ...address,
    listed,
    current,
    marked,
    markedIds,
    show: (id: number) => setChoice({ id, state: address.state }),
    mark: setMarkedIds,
  };
}
