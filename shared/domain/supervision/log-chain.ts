/** 变更记录 chained by hash: an entry that was changed, removed, added or moved breaks every hash after it. */

/** What an entry says; `before` and `after` are JSON texts as they are stored. */
export interface ChainedEntry {
  at: string;
  actor: string;
  origin: string;
  action: string;
  entity: string;
  entityId: number;
  before: string | null;
  after: string | null;
}

export interface StoredEntry extends ChainedEntry {
  id: number;
  previousHash: string;
  hash: string;
}

/** SHA-256 of a text in UTF-8, as lower-case hex; passed in because shared/ knows no crypto library. */
export type Sha256 = (text: string) => string;

/** What the first entry follows. */
export const chainBeginning = '0'.repeat(64);

function canonical({ at, actor, origin, action, entity, entityId, before, after }: ChainedEntry): string {
  return JSON.stringify([at, actor, origin, action, entity, entityId, before, after]);
}

/** The hash of an entry that follows another. */
export function hashEntry(previousHash: string, entry: ChainedEntry, sha256: Sha256): string {
  return sha256(`${previousHash}\n${canonical(entry)}`);
}

export interface ChainBreak {
  id: number;
  reason: string;
}

/**
 * Checks entries in the order of their ids, in pieces if need be.
 * @param previousHash of the entry before the first; {@link chainBeginning} for the whole log
 * @returns the first break, null when the chain holds
 */
export function findChainBreak(
  entries: readonly StoredEntry[],
  previousHash: string,
  sha256: Sha256,
): ChainBreak | null {
  let previous = previousHash;
  for (const entry of entries) {
    if (entry.previousHash !== previous) {
      return {
        id: entry.id,
        reason: `第 ${entry.id} 条变更记录与上一条接不上，之间有记录被删除、插入或调换过。`,
      };
    }
    if (hashEntry(previous, entry, sha256) !== entry.hash) {
      return { id: entry.id, reason: `第 ${entry.id} 条变更记录的内容被改动过。` };
    }
    previous = entry.hash;
  }
  return null;
}
