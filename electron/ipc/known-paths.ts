import { resolve, sep } from 'node:path';

/** Files and folders that this program wrote or was given in this session: the only ones the window may open. */
export interface KnownPaths {
  add(path: string): void;
  includes(path: string): boolean;
}

export function createKnownPaths(): KnownPaths {
  const known = new Set<string>();
  return {
    add: (path) => void known.add(resolve(path)),
    includes(path) {
      const wanted = resolve(path);
      return [...known].some((entry) => wanted === entry || wanted.startsWith(entry + sep));
    },
  };
}
