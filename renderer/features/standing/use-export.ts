import { useState } from 'react';
import type { ReturnOverview } from '#shared/contract/desk.ts';
import { chooseSaveFile } from '../../api/application.ts';
import { asAppError } from '../../api/client.ts';
import { useExportOverview } from '../../api/overview.ts';

/** Asks where to, then writes the list. */
export function useExport({ period, label }: Pick<ReturnOverview, 'period' | 'label'>) {
  const { mutateAsync, data, isPending, reset } = useExportOverview();
  const [error, setError] = useState<Error | null>(null);
  const run = async () => {
    setError(null);
    reset();
    try {
      const file = await chooseSaveFile(`${label}报送情况表.xlsx`);
      if (file !== null) await mutateAsync({ period, file });
    } catch (reason) {
      setError(asAppError(reason));
    }
  };
  return { run, isPending, error, result: data ?? null };
}
