import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLostHead } from '#shared/domain/supervision/log-anchor.ts';
import {
  type ChainedEntry,
  chainBeginning,
  findChainBreak,
  hashEntry,
  type StoredEntry,
} from '#shared/domain/supervision/log-chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const json = fc.option(fc.dictionary(fc.string(), fc.integer()).map((value) => JSON.stringify(value)));
const entry: fc.Arbitrary<ChainedEntry> = fc.record({
  at: fc.constantFrom('2024-06-03T01:00:00.000Z', '2024-06-03T01:00:00.001Z'),
  actor: fc.constantFrom('王明', '李华'),
  origin: fc.constantFrom('window', 'command_line'),
  action: fc.constantFrom('改完成时限', '发督办单'),
  entity: fc.constantFrom('task', 'action'),
  entityId: fc.integer({ min: 1, max: 9 }),
  before: json,
  after: json,
});

function chained(entries: readonly ChainedEntry[]): StoredEntry[] {
  let previousHash = chainBeginning;
  return entries.map((one, index) => {
    const stored = { ...one, id: index + 1, previousHash, hash: hashEntry(previousHash, one, sha256) };
    previousHash = stored.hash;
    return stored;
  });
}

const log = fc.array(entry, { minLength: 2, maxLength: 20 }).map(chained);
const place = fc.nat();

function breakOf(entries: readonly StoredEntry[]): number | null {
  return findChainBreak(entries, chainBeginning, sha256)?.id ?? null;
}

test('a log nobody touched holds, in one piece and in two', () => {
  fc.assert(
    fc.property(log, place, (entries, at) => {
      const cut = 1 + (at % (entries.length - 1));
      expect(breakOf(entries)).toBeNull();
      const between = entries[cut - 1]?.hash ?? '';
      expect(findChainBreak(entries.slice(cut), between, sha256)).toBeNull();
    }),
  );
});

const changes: ((one: StoredEntry) => StoredEntry)[] = [
  (one) => ({ ...one, at: '2024-06-04T01:00:00.000Z' }),
  (one) => ({ ...one, actor: '张三' }),
  (one) => ({ ...one, origin: 'seed' }),
  (one) => ({ ...one, action: '删除' }),
  (one) => ({ ...one, entity: 'unit' }),
  (one) => ({ ...one, entityId: one.entityId + 1 }),
  (one) => ({ ...one, before: one.before === null ? '{}' : null }),
  (one) => ({ ...one, after: `${one.after ?? ''} ` }),
  (one) => ({ ...one, hash: sha256(one.hash) }),
  (one) => ({ ...one, previousHash: sha256(one.previousHash) }),
];

test('any single change to any entry is found where it was made', () => {
  fc.assert(
    fc.property(log, place, fc.constantFrom(...changes), (entries, at, change) => {
      const index = at % entries.length;
      const changed = entries.map((one, position) => (position === index ? change(one) : one));
      expect(breakOf(changed)).toBe(index + 1);
    }),
  );
});

test('an entry changed together with its hash is betrayed by the next', () => {
  fc.assert(
    fc.property(log, place, (entries, at) => {
      const index = at % (entries.length - 1);
      const forged = entries.map((one, position) => {
        if (position !== index) return one;
        const lie = { ...one, actor: '张三' };
        return { ...lie, hash: hashEntry(one.previousHash, lie, sha256) };
      });
      expect(breakOf(forged)).toBe(index + 2);
    }),
  );
});

test('an entry removed from the beginning or the middle is found at the one behind it', () => {
  fc.assert(
    fc.property(log, place, (entries, at) => {
      const index = at % (entries.length - 1);
      expect(breakOf(entries.toSpliced(index, 1))).toBe(index + 2);
    }),
  );
});

test('two entries that changed places are found at the first', () => {
  fc.assert(
    fc.property(log, place, place, (entries, one, other) => {
      const [first, second] = [one % entries.length, other % entries.length].sort((a, b) => a - b) as [
        number,
        number,
      ];
      fc.pre(first !== second);
      const swapped = entries
        .with(first, entries[second] as StoredEntry)
        .with(second, entries[first] as StoredEntry);
      expect(breakOf(swapped)).toBe(second + 1);
    }),
  );
});

test('an entry slipped in is found', () => {
  fc.assert(
    fc.property(log, entry, (entries, intruder) => {
      const forged = { ...intruder, id: 99, previousHash: chainBeginning, hash: '' };
      expect(breakOf([{ ...forged, hash: hashEntry(chainBeginning, forged, sha256) }, ...entries])).toBe(1);
    }),
  );
});

test('entries cut off at the end leave a sound chain, and are missed by what was published since', () => {
  fc.assert(
    fc.property(log, place, (entries, at) => {
      const last = entries.at(-1) as StoredEntry;
      const shorter = entries.slice(0, at % entries.length);
      expect(breakOf(shorter)).toBeNull();
      const hashIn = (log: StoredEntry[]) => (id: number) => log.find((one) => one.id === id)?.hash ?? null;
      expect(findLostHead([{ id: last.id, hash: last.hash }], hashIn(entries))).toBeNull();
      expect(findLostHead([{ id: last.id, hash: last.hash }], hashIn(shorter))?.id).toBe(last.id);
    }),
  );
});

test('a log written anew from the beginning does not lead through what was published', () => {
  const entries = chained(
    fc.sample(entry, { numRuns: 5, seed: 1 }).map((one) => ({ ...one, actor: '王明' })),
  );
  const rewritten = chained(entries.map((one) => ({ ...one, actor: '张三' })));
  const head = entries[3] as StoredEntry;
  const lost = findLostHead([head], (id) => rewritten[id - 1]?.hash ?? null);
  expect(breakOf(rewritten)).toBeNull();
  expect(lost).toEqual({ id: 4, reason: '第 4 条变更记录与发布时不同，记录被整段改写过。' });
});
