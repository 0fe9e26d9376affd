/** 入库 of the accepted files, and taking it back. */
import { useState } from 'react';
import type { DeskFile } from '#shared/contract/desk.ts';
import type { UndoResult } from '#shared/contract/returns.ts';
import { useApplyDesk } from '../../api/returns.ts';
import { acceptedTotals } from './desk-order.ts';

export function useApplying() {
  const job = useApplyDesk();
  const [undone, setUndone] = useState<UndoResult | null>(null);
  return {
    job,
    undone,
    setUndone,
    result: job.result ?? null,
    // A cancel keeps what was stored; it is no failure.
    error: job.error?.code === 'cancelled' ? null : job.error,
    apply(files: readonly DeskFile[]) {
      setUndone(null);
      job.run({ fileIds: acceptedTotals(files).files.map(({ id }) => id) });
    },
  };
}
