/** The parts of an office file, to hold two files against each other byte by byte. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export type PackageParts = Record<string, Uint8Array>;

export function partsOf(bytes: Uint8Array): PackageParts {
  return unzipSync(bytes);
}

export function partText(bytes: Uint8Array, name: string): string {
  const part = partsOf(bytes)[name];
  if (part === undefined) throw new Error(`the package has no ${name}`);
  return strFromU8(part);
}

/** Names of parts that are new, changed or gone, in order. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  const isSame = (name: string) =>
    old[name] !== undefined && now[name] !== undefined && Buffer.compare(old[name], now[name]) === 0;
  return [...names].filter((name) => !isSame(name)).sort();
}

/** The package with the texts of its XML parts rewritten. */
export function rewriteParts(bytes: Uint8Array, rewrite: (text: string, name: string) => string): Uint8Array {
  const parts = Object.entries(partsOf(bytes)).map(([name, content]) => {
    const isXml = /\.(xml|rels|vml)$/.test(name);
    return [name, isXml ? strToU8(rewrite(strFromU8(content), name)) : content] as const;
  });
  return zipSync(Object.fromEntries(parts));
}
