/** Nobody leaves unsaved rows behind unasked: they are saved first, and what cannot be saved is asked about. */
import { useCallback, useEffect, useState } from 'react';
import { useBlocker } from 'react-router';
import { countRows } from './model/sheet-state.ts';
import type { SheetController } from './sheet/sheet-controller.ts';

function unsavedRows(controller: SheetController | null): number {
  return controller === null ? 0 : countRows(controller.store.read().sheet).unsaved;
}

export interface LeaveGuard {
  /** Rows that could not be saved, while the person is asked; else 0. */
  unsaved: number;
  stay: () => void;
  /** Gives the unsaved rows up. */
  leave: () => void;
}

export function useLeaveGuard(controller: SheetController | null): LeaveGuard {
  const [unsaved, setUnsaved] = useState(0);
  const [closing, setClosing] = useState(false);
  const blocker = useBlocker(useCallback(() => unsavedRows(controller) > 0, [controller]));

  useEffect(() => {
    if (blocker.state !== 'blocked' || controller === null) return;
    let outdated = false;
    void saveOrCount(controller).then((left) => {
      if (outdated) return;
      if (left === 0) blocker.proceed();
      else setUnsaved(left);
    });
    return () => {
      outdated = true;
    };
  }, [blocker, controller]);

  useEffect(() => {
    if (controller === null || closing) return;
    const hold = (event: BeforeUnloadEvent) => {
      if (unsavedRows(controller) === 0) return;
      event.preventDefault();
      void saveOrCount(controller).then((left) => {
        setUnsaved(left);
        setClosing(true);
      });
    };
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [controller, closing]);

  useEffect(() => {
    if (closing && unsaved === 0) window.close();
  }, [closing, unsaved]);

  const stay = () => {
    setUnsaved(0);
    setClosing(false);
    blocker.reset?.();
  };
  const leave = () => {
    setUnsaved(0);
    blocker.proceed?.();
  };
  return { unsaved, stay, leave };
}

async function saveOrCount(controller: SheetController): Promise<number> {
  await controller.saveEverything();
  return unsavedRows(controller);
}
