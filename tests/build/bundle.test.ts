import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../build/setup/bundle.ts';

let folder: string;
let built: string;

const sources = ['electron', 'package.json', 'no-such-file'];
const write = (name: string, content: string) => writeFile(join(folder, name), content);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-bundle-'));
  await mkdir(join(folder, 'electron', 'db'), { recursive: true });
  await write('electron/main.ts', 'main');
  await write('electron/db/schema.ts', 'schema');
  await write('package.json', '{}');
  built = fingerprintOf(folder, sources);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the program is built again', () => {
  test('not when only dates changed, as after a checkout', async () => {
    await utimes(join(folder, 'electron/main.ts'), 0, 0);
    expect(fingerprintOf(folder, sources)).toBe(built);
  });

  test('not for a file that is no source of it', async () => {
    await write('README.md', 'text');
    expect(fingerprintOf(folder, sources)).toBe(built);
  });

  test('after a change deep in a folder', async () => {
    await write('electron/db/schema.ts', 'schemb');
    expect(fingerprintOf(folder, sources)).not.toBe(built);
  });

  test('after a file was added, renamed or deleted', async () => {
    await write('electron/cli.ts', '');
    expect(fingerprintOf(folder, sources)).not.toBe(built);
    await rm(join(folder, 'electron/cli.ts'));
    expect(fingerprintOf(folder, sources)).toBe(built);
    await rm(join(folder, 'electron/main.ts'));
    await write('electron/start.ts', 'main');
    expect(fingerprintOf(folder, sources)).not.toBe(built);
  });
});
