/** What an archive's directory says of a file for people: its name in Chinese and when it was changed. */
import type { ZipEntry } from '../excel/read/zip-directory.ts';

const utf8Flag = 0x0800;
const nameAt = 46;

/**
 * Windows' own zips hold names in GBK without saying so; a name that is no valid UTF-8 is one of them.
 * @param bytes the archive's
 */
export function archivedPath(bytes: Uint8Array, { recordAt }: ZipEntry): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const raw = bytes.subarray(recordAt + nameAt, recordAt + nameAt + view.getUint16(recordAt + 28, true));
  const isUtf8 = (view.getUint16(recordAt + 8, true) & utf8Flag) !== 0;
  return decodeName(raw, isUtf8).replaceAll('\\', '/');
}

function decodeName(raw: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(raw);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}

/** In the local time of the computer that packed it, to two seconds; null where the archive says none. */
export function archivedAt(bytes: Uint8Array, { recordAt }: ZipEntry): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [time, day] = [view.getUint16(recordAt + 12, true), view.getUint16(recordAt + 14, true)];
  const month = ((day >> 5) & 0x0f) - 1;
  if (month < 0 || month > 11 || (day & 0x1f) === 0) return null;
  const clock = [time >> 11, (time >> 5) & 0x3f, (time & 0x1f) * 2] as const;
  return new Date(1980 + (day >> 9), month, day & 0x1f, ...clock).toISOString();
}
