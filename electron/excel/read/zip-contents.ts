/** Unpacks the entries that matter and packs them again without compression, so that the parser meets no trap. */
import { crc32, inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { type Refuse, refusals } from './refusal.ts';
import type { ZipEntry } from './zip-directory.ts';

export type ZipContents = Map<string, Uint8Array>;

const localSignature = 0x04034b50;
const localBytes = 30;

/** As they stand in the zip. @throws AppError `file_unreadable` when the entry is cut off */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry, refuse: Refuse): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + localBytes > bytes.length || view.getUint32(offset, true) !== localSignature) {
    throw refuse(refusals.damaged);
  }
  const start = offset + localBytes + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.packedBytes > bytes.length) throw refuse(refusals.damaged);
  return bytes.subarray(start, start + entry.packedBytes);
}

/** Never yields more than the directory declared, which has been held against the limits. */
function unpack(bytes: Uint8Array, entry: ZipEntry, refuse: Refuse): Uint8Array {
  const packed = packedBytes(bytes, entry, refuse);
  if (entry.method === 0) return packed;
  if (entry.unpackedBytes === 0) return new Uint8Array(0);
  try {
    return inflateRawSync(packed, { maxOutputLength: entry.unpackedBytes });
  } catch {
    throw refuse(refusals.damaged);
  }
}

/**
 * @param wanted which entries to unpack, by name
 * @throws AppError `file_unreadable` when an entry is encrypted, cut off or fails its checksum
 */
export function unpackEntries(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  wanted: (name: string) => boolean,
  refuse: Refuse,
): ZipContents {
  const contents: ZipContents = new Map();
  for (const entry of entries.filter(({ name }) => wanted(name))) {
    if (entry.encrypted) throw refuse(refusals.password);
    const content = unpack(bytes, entry, refuse);
    if (crc32(content) !== entry.checksum) throw refuse(refusals.damaged);
    contents.set(entry.name, content);
  }
  return contents;
}

/** The same entries as a zip of stored files. */
export function packStored(contents: ZipContents): Uint8Array {
  const files: Record<string, Uint8Array> = Object.create(null);
  for (const [name, content] of contents) files[name] = content;
  return zipSync(files, { level: 0 });
}
