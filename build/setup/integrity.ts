import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Stop } from '../bootstrap/say.mjs';

/**
 * Checks a downloaded file against its published digest.
 * @param integrity as npm writes it: the algorithm, a hyphen and base64
 * @throws {Stop} when the file is another one than was asked for
 */
export async function verifyIntegrity(file: string, integrity: string): Promise<void> {
  const separator = integrity.indexOf('-');
  const hash = createHash(integrity.slice(0, separator));
  await pipeline(createReadStream(file), hash);
  if (hash.digest('base64') !== integrity.slice(separator + 1)) {
    throw new Stop(`下载的 ${file} 与公布的校验值不符，没有使用；请执行 npm cache clean --force 后重试。`);
  }
}
