/**
 * The hashes of a log hold its entries together, but not its end: whoever cuts off the last ones leaves a sound,
 * shorter chain. So each published edition keeps where the log stood, and the log must still lead through there.
 */
import type { ChainBreak } from './log-chain.ts';

/** The last entry of the log at some time. */
export type LogHead = { id: number; hash: string };

/**
 * @param heads as published editions keep them
 * @param hashOf the stored hash of an entry; null when there is no such entry
 * @returns the first head the log no longer leads through, null when it leads through all
 */
export function findLostHead(
  heads: readonly LogHead[],
  hashOf: (id: number) => string | null,
): ChainBreak | null {
  const lost = heads.find(({ id, hash }) => hashOf(id) !== hash);
  if (lost === undefined) return null;
  const reason =
    hashOf(lost.id) === null
      ? `发布时变更记录已到第 ${lost.id} 条，现在没有这一条，末尾有记录被删除。`
      : `第 ${lost.id} 条变更记录与发布时不同，记录被整段改写过。`;
  return { id: lost.id, reason };
}
