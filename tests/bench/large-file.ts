/** The database of 20,000 tasks and 1,000,000 reports: built once, kept in node_modules/.cache/bench. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseFileName, type OpenDatabase, openDatabase } from '#electron/db/sqlite/open.ts';
import { cacheFolder, root } from '../../build/bootstrap/project.mjs';
import { fingerprintOf } from '../../build/setup/bundle.ts';
import { buildLargeDatabase } from '../helpers/large-database.ts';
import type { Remark } from './measure.ts';

const size = { tasks: 20_000, reports: 1_000_000 };
const folder = join(cacheFolder, 'bench');
/** What decides about its content. */
const sources = [
  'electron/db/migrations',
  'shared/domain/pinyin.ts',
  'shared/domain/search-text.ts',
  'tests/bench/large-file.ts',
  'tests/helpers/large-database.ts',
];

/** Builds it where it is missing or of another make; the caller closes it. */
export async function openLargeFile(remark: Remark): Promise<OpenDatabase> {
  const directory = join(folder, `large-${fingerprintOf(root, sources).slice(0, 16)}`);
  if (!existsSync(join(directory, databaseFileName))) {
    remark('building the database of 1,000,000 reports');
    await rm(folder, { recursive: true, force: true });
    const unfinished = join(folder, 'unfinished');
    await mkdir(unfinished, { recursive: true });
    await buildLargeDatabase(unfinished, size);
    await rename(unfinished, directory);
  }
  return openDatabase({ directory });
}
