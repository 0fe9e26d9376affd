import { useRef, useState } from 'react';
import type { ApplyResult, ReturnPreview } from '#shared/contract/returns.ts';
import { asAppError } from '../../api/client.ts';
import { useApplyReturns, useReturnPreview } from '../../api/returns.ts';
import { type FactsRequest, groupByFacts, type StatedFacts } from './missing-facts.ts';
import {
  addPreview,
  applications,
  emptyReview,
  filesOf,
  isPending,
  markApplied,
  type Review,
} from './review.ts';

/** Reading files, deciding about their rows, and storing them. */
export function useReview() {
  const [review, setReview] = useState<Review>(emptyReview);
  const [results, setResults] = useState<ApplyResult[] | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const stated = useRef(new Map<string, StatedFacts>());
  const previewing = useReturnPreview();
  const applying = useApplyReturns();

  /** All or nothing: after a cancelled or failed reading the list is what it was. */
  async function read(requests: readonly FactsRequest[], before: Review): Promise<void> {
    setError(null);
    try {
      const answers: ReturnPreview[] = [];
      for (const request of requests) answers.push(await previewing.runAsync(request));
      remember(requests);
      setReview((now) => answers.reduce(addPreview, { ...now, previews: before.previews }));
      if (!isPending(before)) setResults(null);
    } catch (reason) {
      setError(asAppError(reason));
    }
  }

  function remember(requests: readonly FactsRequest[]): void {
    for (const { files, unitId = null, period = null } of requests) {
      for (const file of files) stated.current.set(file, { file, unitId, period });
    }
  }

  /** With what the person has said of them before. */
  function requestsFor(paths: readonly string[]): FactsRequest[] {
    const unsaid = (file: string) => ({ file, unitId: null, period: null });
    return groupByFacts([...new Set(paths)].map((file) => stated.current.get(file) ?? unsaid(file)));
  }

  /**
   * A file that waits to be stored and is given again is read again, and so is all that waits with it: the main
   * process stores a preview as a whole.
   */
  async function readFiles(paths: readonly string[]): Promise<void> {
    const waiting = filesOf(review).filter(({ state }) => state !== 'applied');
    const isGivenAgain = waiting.some(({ file }) => paths.includes(file));
    if (isGivenAgain) await read(requestsFor([...waiting.map(({ file }) => file), ...paths]), emptyReview);
    else await read(requestsFor(paths), results === null || isPending(review) ? review : emptyReview);
  }

  async function store(): Promise<void> {
    setError(null);
    const stored: ApplyResult[] = [];
    try {
      for (const request of applications(review)) {
        const answer = await applying.runAsync(request);
        stored.push(answer);
        setResults([...stored]);
        setReview((now) => markApplied(now, request.previewId, answer.files));
      }
    } catch (reason) {
      setError(asAppError(reason));
    }
  }

  return {
    review,
    setReview,
    results,
    error,
    previewing,
    applying,
    readFiles,
    store,
    /** After the person has said what files leave out. */
    readStated: (requests: readonly FactsRequest[]) => read(requests, review),
    /** After a file was changed on the disk, or somebody saved in between. */
    readAgain: () => read(requestsFor(filesOf(review).map(({ file }) => file)), emptyReview),
    startOver() {
      setReview(emptyReview);
      setResults(null);
      setError(null);
      stated.current.clear();
    },
  };
}
