/** Bringing files onto the desk and reading them one by one, so that the list grows and can be stopped anywhere. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Desk } from '#shared/contract/desk.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { asAppError, client } from './client.ts';
import { useJob } from './job.ts';
import { queryKeys } from './query-keys.ts';
import { storeDesk } from './returns.ts';

export interface ReadingProgress {
  done: number;
  total: number;
  /** The file that is being read. */
  fileName: string;
}

interface CollectInput {
  paths: string[];
  expectedPeriod?: string;
  receivedOn?: string;
}

/** Cancelling is what the person asked for, not something that went wrong. */
function failureOf(reason: unknown): AppError | null {
  const error = asAppError(reason);
  return error.code === 'cancelled' ? null : error;
}

function useWaitingReader() {
  const cache = useQueryClient();
  const [progress, setProgress] = useState<ReadingProgress | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  /** The job at work; null when nothing is read. */
  const job = useRef<string | null>(null);
  const stopped = useRef(false);
  const left = useRef(false);
  const [cancelling, setCancelling] = useState(false);
  const [held, setHeld] = useState(false);

  const readWaiting = useCallback(async () => {
    if (job.current !== null) return;
    job.current = crypto.randomUUID();
    stopped.current = false;
    setHeld(false);
    setError(null);
    const tried = new Set<number>();
    while (!stopped.current && !left.current) {
      const { files } = cache.getQueryData<Desk>(queryKeys.returns.desk) ?? { files: [] };
      const waiting = files.filter(({ id, state }) => state === 'waiting' && !tried.has(id));
      const [next] = waiting;
      if (next === undefined) break;
      setProgress({ done: tried.size, total: tried.size + waiting.length, fileName: next.fileName });
      tried.add(next.id);
      job.current = crypto.randomUUID();
      try {
        storeDesk(cache, await client.returns.read({ fileId: next.id, jobId: job.current }));
      } catch (reason) {
        // Its own file only: the others are read all the same.
        setError((earlier) => failureOf(reason) ?? earlier);
      }
    }
    job.current = null;
    setCancelling(false);
    setProgress(null);
  }, [cache]);

  const stop = useCallback(() => {
    if (job.current === null) return;
    stopped.current = true;
    setCancelling(true);
    setHeld(true);
    void client.application.cancelJob({ jobId: job.current });
  }, []);
  // Whoever leaves the screen finds the rest waiting; the file that is being read is read to its end.
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);
  return { readWaiting, stop, progress, cancelling, held, error };
}

/**
 * @returns `collecting`: the job that looks for files and keeps them; `progress`: how far they are read; `held`: the
 * person cancelled, and has not asked for more since
 */
export function useDeskReading() {
  const cache = useQueryClient();
  const reader = useWaitingReader();
  const { readWaiting } = reader;
  const collecting = useJob<CollectInput, Desk>((input) => client.returns.collect(input));
  const collect = async (input: CollectInput) => {
    const desk = await collecting.runAsync(input).catch(() => null);
    // What was kept before a cancel is on the desk, unread.
    if (desk === null) return cache.invalidateQueries({ queryKey: queryKeys.returns.desk });
    storeDesk(cache, desk);
    await readWaiting();
  };
  return {
    collect,
    readWaiting,
    collecting,
    progress: reader.progress,
    cancelling: reader.cancelling,
    held: reader.held,
    cancel() {
      if (collecting.isPending) collecting.cancel();
      reader.stop();
    },
    error: (collecting.error === null ? null : failureOf(collecting.error)) ?? reader.error,
  };
}
