import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readAddress, type SheetAddress, writeAddress } from './sheet-choice.ts';

export function useSheetAddress() {
  const [search, setSearch] = useSearchParams();
  const address = useMemo(() => readAddress(search), [search]);
  const change = useCallback(
    (part: Partial<SheetAddress>) =>
      setSearch((now) => writeAddress({ ...readAddress(now), ...part }), { replace: true }),
    [setSearch],
  );
  return { address, change };
}
