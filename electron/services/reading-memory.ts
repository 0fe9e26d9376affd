/** What was read stays at hand until anything is written: a screen asks for the same rows several times over. */

export interface ReadingMemory {
  /** @param key what is read, and only this @param read its result must not be changed by anybody */
  recall: <Value>(key: string, read: () => Promise<Value>) => Promise<Value>;
}

/** Reads anew each time, as inside a transaction. */
export const noMemory: ReadingMemory = { recall: (_, read) => read() };

/**
 * @param readStamp differs whenever something was written
 * @param mostKept readings, the latest used
 */
export function createReadingMemory(readStamp: () => Promise<string>, mostKept: number): ReadingMemory {
  const kept = new Map<string, Promise<unknown>>();
  let keptAt = '';

  /** What was written while it was read may be in it or not: it is not kept. */
  async function forgetIfOvertaken(key: string, reading: Promise<unknown>, stamp: string): Promise<void> {
    const isSound = await reading.then(
      async () => (await readStamp()) === stamp,
      () => false,
    );
    if (!isSound && kept.get(key) === reading) kept.delete(key);
  }

  return {
    async recall<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
      const stamp = await readStamp();
      if (stamp !== keptAt) kept.clear();
      keptAt = stamp;
      const known = kept.get(key) as Promise<Value> | undefined;
      const reading = known ?? read();
      kept.delete(key);
      kept.set(key, reading);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      if (known === undefined) await forgetIfOvertaken(key, reading, stamp);
      return reading;
    },
  };
}
