/** OLE2 files (.xls, .et, encrypted .xlsx, .doc): what streams they hold, and whether their tail is missing. */

const headerBytes = 512;
const entryBytes = 128;
/** Larger values are marks (free, end of chain, the table itself), not the next sector of a chain. */
const lastRegularSector = 0xfffffffa;
const difatInHeader = 109;
const utf16 = new TextDecoder('utf-16le');

/**
 * Names of the streams and storages. Directory entries stand at multiples of 128 bytes, so they are found
 * without following chains that a damaged file may have broken.
 */
export function oleEntryNames(bytes: Uint8Array): Set<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new Set<string>();
  for (let at = headerBytes; at + entryBytes <= bytes.length; at += entryBytes) {
    const length = view.getUint16(at + 64, true);
    const type = bytes[at + 66] ?? 0;
    const isEntry = length >= 4 && length <= 64 && length % 2 === 0 && [1, 2, 5].includes(type);
    if (isEntry) names.add(utf16.decode(bytes.subarray(at, at + length - 2)));
  }
  return names;
}

/**
 * The highest sector that a chain leads to; beyond any file when the allocation table itself is out of reach.
 * Some writers pad the table with ends of chains, so only what is pointed to counts.
 */
function lastSector(view: DataView, sectorBytes: number): number {
  const tableSectors = Math.min(view.getUint32(44, true), difatInHeader);
  const perSector = sectorBytes / 4;
  let last = -1;
  for (let index = 0; index < tableSectors; index += 1) {
    const start = (view.getUint32(76 + index * 4, true) + 1) * sectorBytes;
    if (start + sectorBytes > view.byteLength) return Number.MAX_SAFE_INTEGER;
    for (let slot = 0; slot < perSector; slot += 1) {
      const next = view.getUint32(start + slot * 4, true);
      if (next <= lastRegularSector) last = Math.max(last, next);
    }
  }
  return last;
}

/** Some writers leave the last sector unfilled, but then the workbook's end record stands at the very end. */
function endsWithEndRecord(bytes: Uint8Array): boolean {
  const [first, ...rest] = bytes.subarray(-4);
  return first === 0x0a && rest.every((byte) => byte === 0);
}

/** Whether sectors that are in use lie beyond the end of the file: it was cut while being copied. */
export function isCutOff(bytes: Uint8Array): boolean {
  if (bytes.length < headerBytes) return true;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorBytes = 2 ** view.getUint16(30, true);
  if (sectorBytes !== 512 && sectorBytes !== 4096) return true;
  const needed = (lastSector(view, sectorBytes) + 2) * sectorBytes;
  if (needed <= bytes.length) return false;
  return needed - bytes.length >= sectorBytes || !endsWithEndRecord(bytes);
}
