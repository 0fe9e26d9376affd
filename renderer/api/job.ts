/** Long work: started with a fresh id, watched through the bridge's progress channel, stopped on request. */
import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { JobProgress } from '#shared/contract/application.ts';
import { bridge } from './bridge.ts';
import { client } from './client.ts';

/** The last progress of a job; null before the first word of it. */
function useJobProgress(jobId: string | null): JobProgress | null {
  const [progress, setProgress] = useState<JobProgress | null>(null);
  useEffect(() => {
    if (jobId === null) return;
    setProgress(null);
    return bridge().onJobProgress((next) => {
      if (next.jobId === jobId) setProgress(next);
    });
  }, [jobId]);
  return progress?.jobId === jobId ? progress : null;
}

/**
 * One kind of long work on a screen; starting it again replaces the last result.
 * @param start the contract method; it is given the job's id with the input
 * @param onDone called once the work succeeded
 * @returns `error` with code `cancelled` when the person stopped it
 */
export function useJob<Input extends object, Output>(
  start: (input: Input & { jobId: string }) => Promise<Output>,
  onDone?: () => void,
) {
  const [jobId, setJobId] = useState<string | null>(null);
  const [cancelling, setCancelling] = useState(false);
  const runningId = useRef<string | null>(null);
  const { mutate, mutateAsync, reset, data, error, isPending } = useMutation({
    mutationFn: (input: Input) => {
      const id = crypto.randomUUID();
      runningId.current = id;
      setJobId(id);
      setCancelling(false);
      return start({ ...input, jobId: id });
    },
    onSuccess: () => onDone?.(),
    onSettled: () => {
      runningId.current = null;
      setJobId(null);
    },
  });
  const cancel = useCallback(() => {
    if (runningId.current === null) return;
    setCancelling(true);
    void client.application.cancelJob({ jobId: runningId.current });
  }, []);
  const progress = useJobProgress(jobId);
  return {
    run: mutate,
    runAsync: mutateAsync,
    cancel,
    reset,
    progress,
    result: data,
    error,
    isPending,
    cancelling,
  };
}
