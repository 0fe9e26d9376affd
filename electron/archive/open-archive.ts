/** A .zip of returns: what lies in it, and each file's bytes. Told from office packages, which are zips too. */
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { AppError } from '#shared/contract/errors.ts';
import { maxFileBytes, maxRatio, maxTotalBytes, ratioExemptBytes } from '../excel/read/limits.ts';
import { type Refuse, refusalFor, refusals } from '../excel/read/refusal.ts';
import { packedBytes } from '../excel/read/zip-contents.ts';
import { readZipDirectory, type ZipEntry } from '../excel/read/zip-directory.ts';
import { archivedAt, archivedPath } from './zip-record.ts';

/** zlib's own threads unpack; the window's loop goes on. */
const inflate = promisify(inflateRaw);

/** An archive's own size; what is in it unpacked is bound by {@link maxTotalBytes}. */
export const maxArchiveBytes = maxTotalBytes;

export interface ArchivedFile {
  /** With forward slashes, as packed: only its parts are ever used, never as a path. */
  path: string;
  modifiedAt: string | null;
  /** @throws AppError `file_unreadable` for this file alone: encrypted, damaged, too large, a bomb */
  unpack(): Promise<Uint8Array>;
}

const packageParts = /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/manifest\.xml)$|\.iwa$/i;
const archiveWords = {
  broken: '不是完整的压缩包，或里面的文件超过 1000 个，请解压后直接放入其中的表格。',
  password: '设有解压密码，请先解压，再放入其中的表格。',
  tooLarge: `解压后超过 ${maxTotalBytes / 1024 / 1024} MB 的上限，请分成几个压缩包，或解压后放入其中的表格。`,
};

/** PK with a local header, or the end record of an empty archive. */
export function isZip(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  if (first !== 0x50 || second !== 0x4b) return false;
  return (third === 3 && fourth === 4) || (third === 5 && fourth === 6);
}

function checkSize({ unpackedBytes, packedBytes: packed }: ZipEntry, refuse: Refuse): void {
  if (unpackedBytes > maxFileBytes) throw refuse(refusals.tooLarge);
  if (unpackedBytes > ratioExemptBytes && unpackedBytes > packed * maxRatio) {
    throw refuse(`压缩比异常（超过 ${maxRatio} 倍），不像正常的表格，没有解压。`);
  }
}

async function unpackFile(bytes: Uint8Array, entry: ZipEntry, refuse: Refuse): Promise<Uint8Array> {
  if (entry.encrypted) throw refuse(archiveWords.password);
  checkSize(entry, refuse);
  const packed = packedBytes(bytes, entry, refuse);
  const unpacked =
    entry.method === 0 || entry.unpackedBytes === 0 ? packed : await inflated(packed, entry, refuse);
  if (crc32(unpacked) !== entry.checksum) throw refuse(refusals.damaged);
  return unpacked;
}

function inflated(packed: Uint8Array, { unpackedBytes }: ZipEntry, refuse: Refuse): Promise<Uint8Array> {
  return inflate(packed, { maxOutputLength: unpackedBytes }).catch(() => {
    throw refuse(refusals.damaged);
  });
}

function readEntries(bytes: Uint8Array, fileName: string): ZipEntry[] {
  try {
    return readZipDirectory(bytes, refusalFor(fileName));
  } catch (error) {
    // The workbook reader's words speak of parts and sheets.
    throw error instanceof AppError ? refusalFor(fileName)(archiveWords.broken) : error;
  }
}

/**
 * @returns null for an office package: a spreadsheet, not a folder
 * @throws AppError `file_unreadable` for an archive that cannot be opened as a whole
 */
export function openArchive(bytes: Uint8Array, fileName: string): ArchivedFile[] | null {
  const entries = readEntries(bytes, fileName);
  if (entries.some(({ name }) => packageParts.test(name))) return null;
  const total = entries.reduce((sum, { unpackedBytes }) => sum + Math.min(unpackedBytes, maxFileBytes), 0);
  if (total > maxTotalBytes) throw refusalFor(fileName)(archiveWords.tooLarge);
  const files = entries.filter(({ name }) => !name.endsWith('/'));
  if (files.length > 0 && files.every(({ encrypted }) => encrypted)) {
    throw refusalFor(fileName)(archiveWords.password);
  }
  return files.map((entry) => {
    const path = archivedPath(bytes, entry);
    const refuse = refusalFor(path.split('/').at(-1) ?? path);
    return { path, modifiedAt: archivedAt(bytes, entry), unpack: () => unpackFile(bytes, entry, refuse) };
  });
}
