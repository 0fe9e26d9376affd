/** A zip's central directory, read and checked before anything is unpacked (excel-notes.md, Reading). */
import { maxEntries, maxEntryBytes, maxRatio, maxTotalBytes, ratioExemptBytes } from './limits.ts';
import { type Refuse, refusals } from './refusal.ts';

export interface ZipEntry {
  /** With forward slashes, whatever the writer used. */
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  encrypted: boolean;
  checksum: number;
  packedBytes: number;
  unpackedBytes: number;
  /** Where its local header stands. */
  offset: number;
  /** Where its record stands in the directory. */
  recordAt: number;
}

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const endBytes = 22;
const centralBytes = 46;
/** The comment after the end record is at most this long. */
const maxComment = 0xffff;
const zip64 = 0xffffffff;
const names = new TextDecoder();

function findEnd(view: DataView): number {
  const last = view.byteLength - endBytes;
  for (let at = last; at >= Math.max(0, last - maxComment); at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return -1;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } | null {
  if (at + centralBytes > view.byteLength || view.getUint32(at, true) !== centralSignature) return null;
  const nameEnd = at + centralBytes + view.getUint16(at + 28, true);
  const entry = {
    name: names.decode(bytes.subarray(at + centralBytes, nameEnd)).replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    checksum: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    unpackedBytes: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    recordAt: at,
  };
  return { entry, next: nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true) };
}

/** A file under 20 MB needs no 64-bit sizes; one that claims them is not taken. */
function isPlausible(entry: ZipEntry, fileBytes: number): boolean {
  const fits = entry.packedBytes <= fileBytes && entry.offset < fileBytes;
  return (
    fits && entry.unpackedBytes !== zip64 && (entry.encrypted || entry.method === 0 || entry.method === 8)
  );
}

/**
 * The entries of a zip, in the directory's order.
 * @throws AppError `file_unreadable` when the directory is missing or contradicts the file
 */
export function readZipDirectory(bytes: Uint8Array, refuse: Refuse): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw refuse(refusals.damaged);
  const count = view.getUint16(end + 10, true);
  if (count > maxEntries)
    throw refuse(`内部有 ${count} 个部件，超过 ${maxEntries} 个的上限，请重新做表后报送。`);
  const entries: ZipEntry[] = [];
  for (let at = view.getUint32(end + 16, true); entries.length < count; ) {
    const read = readEntry(bytes, view, at);
    if (read === null || !isPlausible(read.entry, bytes.length)) throw refuse(refusals.damaged);
    entries.push(read.entry);
    at = read.next;
  }
  return entries;
}

/** @throws AppError `file_unreadable` for a bomb: sizes or ratio beyond the limits, told with the number */
export function checkZipSizes(entries: readonly ZipEntry[], refuse: Refuse): void {
  const total = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  const mebibytes = (size: number) => Math.round(size / 1024 / 1024);
  if (total > maxTotalBytes) {
    throw refuse(
      `解压后有 ${mebibytes(total)} MB，超过 ${mebibytes(maxTotalBytes)} MB 的上限，请删去多余内容后重新报送。`,
    );
  }
  for (const { unpackedBytes, packedBytes } of entries) {
    if (unpackedBytes > maxEntryBytes) {
      throw refuse(
        `里面有一个部件解压后 ${mebibytes(unpackedBytes)} MB，超过 ${mebibytes(maxEntryBytes)} MB 的上限，请删去多余内容后重新报送。`,
      );
    }
    if (unpackedBytes > ratioExemptBytes && unpackedBytes > packedBytes * maxRatio) {
      throw refuse(`压缩比异常（超过 ${maxRatio} 倍），不像正常的表格，请把内容复制到新建的表格里再报送。`);
    }
  }
}
