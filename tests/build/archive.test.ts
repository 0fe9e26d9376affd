import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyIntegrity } from '../../build/setup/integrity.ts';
import { unzip } from '../../build/setup/unzip.ts';

const UNIX = 3;
let folder: string;
let archive: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-archive-'));
  archive = join(folder, 'archive.zip');
  const program = zipSync({
    'App/program': [strToU8('运行'.repeat(1000)), { os: UNIX, attrs: 0o100755 << 16 }],
    'App/stored.txt': [strToU8('原样'), { level: 0 }],
    'App/resources/left-out': strToU8('not wanted'),
  });
  await writeFile(archive, program);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const integrityOf = (data: Uint8Array) => `sha512-${createHash('sha512').update(data).digest('base64')}`;

test('an archive with the published digest is accepted', async () => {
  await expect(verifyIntegrity(archive, integrityOf(await readFile(archive)))).resolves.toBeUndefined();
});

test('an archive with one byte changed is refused', async () => {
  const data = await readFile(archive);
  const published = integrityOf(data);
  data[100] = (data[100] ?? 0) ^ 1;
  await writeFile(archive, data);
  await expect(verifyIntegrity(archive, published)).rejects.toThrow('与公布的校验值不符');
});

// Windows has no such permissions.
const executableBits = process.platform === 'win32' ? 0 : 0o111;

test('unpacking keeps contents and permissions and leaves out what is not wanted', async () => {
  const names: string[] = [];
  await unzip(archive, (name) => {
    names.push(name);
    return name.includes('resources/') ? null : join(folder, name);
  });
  expect(names).toHaveLength(3);
  expect(await readFile(join(folder, 'App/program'), 'utf8')).toBe('运行'.repeat(1000));
  expect((await stat(join(folder, 'App/program'))).mode & 0o111).toBe(executableBits);
  expect(await readFile(join(folder, 'App/stored.txt'), 'utf8')).toBe('原样');
  await expect(stat(join(folder, 'App/resources'))).rejects.toThrow('ENOENT');
});

test('a file that is no zip is refused', async () => {
  await writeFile(archive, 'x'.repeat(100));
  await expect(unzip(archive, () => null)).rejects.toThrow('not a zip archive');
});
