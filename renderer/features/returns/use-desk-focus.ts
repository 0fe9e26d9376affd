/** Calls the keyboard's focus to the list or to the rows; whoever is called listens for the count going up. */
import { useCallback, useState } from 'react';

export function useDeskFocus() {
  const [listCall, setListCall] = useState(0);
  const [rowsCall, setRowsCall] = useState(0);
  const [applyCall, setApplyCall] = useState(0);
  return {
    listCall,
    /** 0 when nobody called: rows that appear later must not take the focus. */
    rowsCall,
    toList: useCallback(() => setListCall((calls) => calls + 1), []),
    toRows: useCallback(() => setRowsCall((calls) => calls + 1), []),
    /** 0 when nobody called. */
    applyCall,
    toApply: useCallback(() => setApplyCall((calls) => calls + 1), []),
    applyReached: useCallback(() => setApplyCall(0), []),
    rowsReached: useCallback(() => setRowsCall(0), []),
  };
}
export type DeskFocus = ReturnType<typeof useDeskFocus>;
