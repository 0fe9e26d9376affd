import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** Flips the lowest bit of one byte of a file. */
export function flipBit(file: string, position: number): void {
  const handle = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, position);
  byte.writeUInt8(byte.readUInt8() ^ 1);
  writeSync(handle, byte, 0, 1, position);
  closeSync(handle);
}
