/** The folder in which returns and attachments are kept as they came, by their SHA-256. */
import { readdir } from 'node:fs/promises';

/** The folder's name in the data folder, and in the folder of the backups. */
export const originalsFolder = 'originals';

/** `<sha256>` with the ending it was kept under, if any: never a copy that is still being written. */
const namePattern = /^([0-9a-f]{64})(?:\.[a-z0-9]+)?$/;

/** The digest an original's name states; null for a file of another kind. */
export function digestOfName(name: string): string | null {
  return namePattern.exec(name)?.[1] ?? null;
}

/** Names of the originals in a folder by digest; empty when there is no such folder. */
export async function listOriginalNames(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder).catch(() => []);
  return new Map(
    names.flatMap((name) => {
      const digest = digestOfName(name);
      return digest === null ? [] : [[digest, name] as const];
    }),
  );
}
