import { useEffect } from 'react';
import type { Desk } from '#shared/contract/desk.ts';
import type { useDeskReading } from '../../api/returns-reading.ts';

/** Files that wait are read: those of an earlier session, and those that 入库 or 撤销 bears on. A cancel holds. */
export function useAutomaticReading(
  desk: Desk | undefined,
  { held, readWaiting }: Pick<ReturnType<typeof useDeskReading>, 'held' | 'readWaiting'>,
): void {
  useEffect(() => {
    if (held || desk === undefined) return;
    if (desk.files.some(({ state }) => state === 'waiting')) void readWaiting();
  }, [desk, held, readWaiting]);
}
