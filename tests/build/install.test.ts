import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { missingPackages } from '../../build/bootstrap/install.mjs';

const here = { optional: true, os: [process.platform], cpu: [process.arch] };
const elsewhere = { optional: true, os: ['aix'], cpu: ['s390x'] };
const locked = {
  '': { name: 'project' },
  'node_modules/plain': { version: '1.0.0' },
  'node_modules/binary-here': { version: '1.0.0', ...here },
  'node_modules/binary-elsewhere': { version: '1.0.0', ...elsewhere },
  'node_modules/only-for-elsewhere': { version: '1.0.0', optional: true },
};

let checkout: string;

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'duban-install-'));
  await writeLock('package-lock.json', locked);
});

afterEach(() => rm(checkout, { recursive: true, force: true }));

async function writeLock(name: string, packages: object) {
  await writeFile(join(checkout, name), JSON.stringify({ packages }));
}

async function install(packages: Record<string, { version: string }>) {
  for (const place of Object.keys(packages)) {
    await mkdir(join(checkout, place), { recursive: true });
    await writeFile(join(checkout, place, 'package.json'), '{}');
  }
  await writeLock('node_modules/.package-lock.json', packages);
}

const complete = {
  'node_modules/plain': { version: '1.0.0' },
  'node_modules/binary-here': { version: '1.0.0' },
};

describe('what npm still has to install', () => {
  test('everything for this machine on a bare clone', () => {
    expect(missingPackages(checkout)).toEqual(['node_modules/plain', 'node_modules/binary-here']);
  });

  test('nothing once it is there, whatever other machines need', async () => {
    await install(complete);
    expect(missingPackages(checkout)).toEqual([]);
  });

  test('a package of another version than the lock file names', async () => {
    await install({ ...complete, 'node_modules/plain': { version: '0.9.0' } });
    expect(missingPackages(checkout)).toEqual(['node_modules/plain']);
  });

  test('a package whose folder was deleted afterwards', async () => {
    await install(complete);
    await rm(join(checkout, 'node_modules/binary-here'), { recursive: true });
    expect(missingPackages(checkout)).toEqual(['node_modules/binary-here']);
  });

  test('everything when npm was interrupted before it wrote its list', async () => {
    await install(complete);
    await rm(join(checkout, 'node_modules/.package-lock.json'));
    expect(missingPackages(checkout)).toHaveLength(2);
  });
});
