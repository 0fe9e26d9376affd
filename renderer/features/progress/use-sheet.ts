import { useEffect, useState } from 'react';
import { type SheetChoice, useProgressSheet, useSaveProgress } from '../../api/progress.ts';
import { SheetController } from './sheet/sheet-controller.ts';

interface OpenSheet {
  choice: SheetChoice;
  controller: SheetController;
}

/**
 * The chosen sheet, opened once with what is stored at that moment; later answers of the cache do not touch what
 * is being typed.
 * @param choice must stay the same object while the choice is the same
 */
export function useSheet(choice: SheetChoice | null) {
  const { data, error, isFetching, refetch } = useProgressSheet(choice);
  const { mutateAsync: save } = useSaveProgress(choice);
  const [open, setOpen] = useState<OpenSheet | null>(null);
  const current = open !== null && open.choice === choice ? open : null;

  useEffect(() => {
    if (choice === null || data === undefined || isFetching || current !== null) return;
    const reload = async () => (await refetch({ throwOnError: true })).data ?? [];
    const controller = new SheetController({
      rows: data,
      period: choice.period,
      severalUnits: choice.leaderId !== undefined,
      port: { save, reload },
    });
    setOpen({ choice, controller });
  }, [choice, data, isFetching, current, refetch, save]);

  return { controller: current?.controller ?? null, error: current === null ? error : null, refetch };
}
