import { chmod, type FileHandle, mkdir, open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

interface Entry {
  name: string;
  compressed: boolean;
  /** As stored in the archive. */
  bytes: number;
  /** Unix permissions; 0 when the archive has none. */
  mode: number;
  /** Of the entry's local header in the archive. */
  offset: number;
}

const inflate = promisify(inflateRaw);
const END_RECORD = 0x06054b50;
const END_RECORD_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY_BYTES = 46;
const LOCAL_HEADER_BYTES = 30;

/**
 * Unpacks a zip (no ZIP64, no encryption), keeping the files' permissions.
 * @param targetFor where an entry goes; null leaves it out
 */
export async function unzip(archive: string, targetFor: (name: string) => string | null): Promise<void> {
  const file = await open(archive, 'r');
  try {
    for (const entry of await readDirectory(file)) {
      const target = entry.name.endsWith('/') ? null : targetFor(entry.name);
      if (target !== null) await writeEntry(file, entry, target);
    }
  } finally {
    await file.close();
  }
}

async function readDirectory(file: FileHandle): Promise<Entry[]> {
  const end = await readEndRecord(file);
  const directory = await readAt(file, end.offset, end.bytes);
  const entries: Entry[] = [];
  for (let at = 0; at < directory.length; ) {
    const nameBytes = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
      compressed: directory.readUInt16LE(at + 10) !== 0,
      bytes: directory.readUInt32LE(at + 20),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      offset: directory.readUInt32LE(at + 42),
    });
    at += ENTRY_BYTES + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function readEndRecord(file: FileHandle): Promise<{ bytes: number; offset: number }> {
  const { size } = await file.stat();
  const bytes = Math.min(size, END_RECORD_BYTES + LONGEST_COMMENT);
  const tail = await readAt(file, size - bytes, bytes);
  for (let at = tail.length - END_RECORD_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END_RECORD) {
      return { bytes: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
    }
  }
  throw new Error('not a zip archive');
}

async function writeEntry(file: FileHandle, entry: Entry, target: string): Promise<void> {
  const header = await readAt(file, entry.offset, LOCAL_HEADER_BYTES);
  const start = entry.offset + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
  const stored = await readAt(file, start, entry.bytes);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, entry.compressed ? await inflate(stored) : stored);
  if (entry.mode !== 0) await chmod(target, entry.mode);
}

async function readAt(file: FileHandle, position: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes);
  const { bytesRead } = await file.read(buffer, 0, bytes, position);
  if (bytesRead !== bytes) throw new Error('the zip archive is cut short');
  return buffer;
}
