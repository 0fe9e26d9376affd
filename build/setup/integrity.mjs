import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Stop } from '../say.mjs';

/**
 * Checks a downloaded file against its published digest.
 * @param {string} file
 * @param {string} integrity as npm writes it: `sha512-` and base64
 * @throws {Stop} when the file is another one than was asked for
 */
export async function verifyIntegrity(file, integrity) {
  const separator = integrity.indexOf('-');
  const hash = createHash(integrity.slice(0, separator));
  await pipeline(createReadStream(file), hash);
  if (hash.digest('base64') !== integrity.slice(separator + 1)) {
    throw new Stop(`下载的 ${file} 与公布的校验值不符，已停止使用；请删除 npm 缓存（npm cache clean --force）后重试。`);
  }
}
