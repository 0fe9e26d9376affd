/** Writing a file so that its name never stands for half of it. */
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { explainWriteFailure } from './write-failure.ts';

/** A virus scanner may hold a file for a moment after it was closed. */
const removalAttempts = 10;
const removalPause = 100;

function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** Says before the work, not after it, that the target is open in another program. */
async function assertReplaceable(file: string): Promise<void> {
  try {
    await (await open(file, 'r+')).close();
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

/** To the disk before the rename: after a power cut the name must not stand for nothing. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function remove(file: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rm(file, { force: true });
    } catch (error) {
      if (attempt === removalAttempts || !hasCode(error, 'EBUSY', 'EPERM', 'EACCES')) throw error;
      await delay(removalPause);
    }
  }
}

/**
 * Lets `write` fill a file of another name in the same folder and gives it its name when it is whole; an
 * existing file is replaced only then. When `write` fails or is cancelled nothing is left.
 * @throws AppError `file_unwritable`, or what `write` throws
 */
export async function writeAtomically(file: string, write: (path: string) => Promise<void>): Promise<void> {
  const temporary = join(dirname(file), `.duban-${randomUUID()}.tmp`);
  try {
    await assertReplaceable(file);
    await write(temporary);
    await flush(temporary);
    await rename(temporary, file);
  } catch (error) {
    await remove(temporary).catch(() => {});
    throw explainWriteFailure(error, file);
  }
}
