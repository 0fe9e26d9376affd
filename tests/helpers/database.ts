/** Real database files for tests; each test gets its own, closed and removed after it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { databaseFileName, type OpenDatabase, openDatabase } from '#electron/db/sqlite/open.ts';
import { loadSeeds } from '#electron/document/load-seeds.ts';
import type { ServiceContext } from '#electron/services/context.ts';
import { seedDatabase } from '#electron/services/seed.service.ts';

export const seedsDirectory = fileURLToPath(new URL('../../seeds', import.meta.url));

/** 2024-06-20 09:00 in China. */
export const testContext: ServiceContext = {
  operator: '测试员',
  origin: 'window',
  now: () => new Date('2024-06-20T01:00:00.000Z'),
};

/** A fresh folder that is removed after the running test. Call it inside a test or a beforeEach. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'duban-test-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** An empty, migrated database in its own folder. */
export async function openTestDatabase(directory = temporaryDirectory()): Promise<OpenDatabase> {
  const open = await openDatabase({ directory });
  onTestFinished(() => open.close());
  return open;
}

/** A database with the notice of seeds/, in its own folder. */
export async function openSeededDatabase(directory = temporaryDirectory()): Promise<OpenDatabase> {
  seededFile ??= seedOnce();
  writeFileSync(join(directory, databaseFileName), await seededFile);
  return openTestDatabase(directory);
}

/** The seeded file's bytes: made once a worker and copied from then on. */
let seededFile: Promise<Buffer> | null = null;

async function seedOnce(): Promise<Buffer> {
  const directory = mkdtempSync(join(tmpdir(), 'duban-seeded-'));
  try {
    const open = await openDatabase({ directory });
    await seedDatabase(open.database, loadSeeds(seedsDirectory), { ...testContext, origin: 'seed' });
    await open.close();
    return readFileSync(open.file);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
