/** A .zip of finished files. */
import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';
import { writeAtomically } from '../atomic-file.ts';

export interface ZipEntry {
  /** Any characters; a name that is not plain ASCII is marked as UTF-8. */
  name: string;
  file: string;
}

interface OpenZip {
  zip: Zip;
  output: WriteStream;
  /** @throws what the disk said */
  drained: () => Promise<void>;
}

function openZip(path: string): OpenZip {
  const output = createWriteStream(path, { flags: 'wx' });
  let failure: Error | null = null;
  output.on('error', (error) => {
    failure = error;
  });
  const zip = new Zip((error, piece) => {
    if (error !== null) failure = error;
    else output.write(piece);
  });
  return {
    zip,
    output,
    async drained() {
      if (failure === null && output.writableNeedDrain) await once(output, 'drain');
      if (failure !== null) throw failure;
    },
  };
}

async function addFile({ zip, drained }: OpenZip, { name, file }: ZipEntry, at: Date): Promise<void> {
  // Workbooks are compressed already. Level 0 and not the method 「stored」: some programs refuse to read that as a stream.
  const entry = new ZipDeflate(name, { level: 0 });
  entry.mtime = at;
  zip.add(entry);
  for await (const piece of createReadStream(file)) {
    entry.push(piece);
    await drained();
  }
  entry.push(new Uint8Array(), true);
}

async function finish({ zip, output, drained }: OpenZip): Promise<void> {
  zip.end();
  await drained();
  output.end();
  await once(output, 'close');
  await drained();
}

/**
 * Reads the files piece by piece, so that nothing waits for it; an existing file is replaced once it is whole.
 * @param at the time every entry bears
 * @param goOn called before each file; throws to stop
 * @throws AppError `file_unwritable`, or what `goOn` throws; nothing is left then
 */
export function writeZipFile(
  target: string,
  entries: readonly ZipEntry[],
  at: Date,
  goOn: () => void,
): Promise<void> {
  return writeAtomically(target, async (path) => {
    const open = openZip(path);
    try {
      for (const entry of entries) {
        goOn();
        await addFile(open, entry, at);
      }
      await finish(open);
    } finally {
      open.output.destroy();
    }
  });
}
