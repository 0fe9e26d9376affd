import { useCallback, useState } from 'react';
import type { ApplyResult, ReturnPreview } from '#shared/contract/returns.ts';
import { asAppError } from '../../api/client.ts';
import { useApplyReturns, useReturnPreview } from '../../api/returns.ts';
import type { FactsRequest } from './missing-facts.ts';
import {
  addPreview,
  applications,
  emptyReview,
  filesOf,
  markApplied,
  pathsToRead,
  type Review,
} from './review.ts';

/** Reading files, deciding about their rows, and storing them. */
export function useReview() {
  const [review, setReview] = useState<Review>(emptyReview);
  const [results, setResults] = useState<ApplyResult[] | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const previewing = useReturnPreview();
  const applying = useApplyReturns();
  const { runAsync: preview } = previewing;
  const { runAsync: apply } = applying;

  const read = useCallback(
    async (requests: readonly FactsRequest[]) => {
      setError(null);
      try {
        for (const request of requests) {
          const answer: ReturnPreview = await preview(request);
          setReview((now) => addPreview(now, answer));
        }
      } catch (reason) {
        setError(asAppError(reason));
      }
    },
    [preview],
  );

  const readFiles = useCallback(
    async (paths: readonly string[]) => {
      const wanted = pathsToRead(review, paths);
      if (wanted.length > 0) await read([{ files: wanted }]);
    },
    [read, review],
  );

  const startOver = useCallback(() => {
    setReview(emptyReview);
    setResults(null);
    setError(null);
  }, []);

  /** After a file was changed on the disk, or somebody saved in between. */
  const readAgain = useCallback(async () => {
    const files = filesOf(review).map(({ file }) => file);
    startOver();
    await read([{ files }]);
  }, [read, review, startOver]);

  const store = useCallback(async () => {
    setError(null);
    const stored: ApplyResult[] = [];
    try {
      for (const request of applications(review)) {
        const answer = await apply(request);
        stored.push(answer);
        setResults([...stored]);
        setReview((now) => markApplied(now, request.previewId, answer.files));
      }
    } catch (reason) {
      setError(asAppError(reason));
    }
  }, [apply, review]);

  return {
    review,
    setReview,
    results,
    error,
    previewing,
    applying,
    read,
    readFiles,
    readAgain,
    store,
    startOver,
  };
}
