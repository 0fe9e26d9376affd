/** 收表: what is dropped on the desk is kept by its bytes and waits there to be read. */
import { basename } from 'node:path';
import type { Period } from '#shared/domain/period.ts';
import type { ServiceContext } from './context.ts';
import { type Candidate, candidatesOf, emptyFolder, listDropped } from './desk-candidates.ts';
import type { DeskEntries } from './desk-store.ts';
import type { Job } from './job.ts';
import { localDate } from './moment.ts';
import { explainUnreadable, sha256Of } from './returns-file.service.ts';
import { keepOriginal } from './returns-originals.ts';

export interface CollectTarget {
  entries: DeskEntries;
  /** Where originals are kept. */
  originals: string;
  context: ServiceContext;
}

export interface CollectOptions {
  paths: readonly string[];
  expectedPeriod: Period | null;
  /** Today when absent. */
  receivedOn?: string | undefined;
}

async function put(
  { entries, originals, context }: CollectTarget,
  candidate: Candidate,
  { expectedPeriod, receivedOn }: CollectOptions,
): Promise<void> {
  const { fileName, source, modifiedAt } = candidate;
  const now = context.now();
  const common = {
    ...{ fileName, source, modifiedAt, expectedPeriod },
    addedAt: now.toISOString(),
    receivedOn: receivedOn ?? localDate(now),
  };
  if ('problem' in candidate) return entries.add({ ...common, sha256: '' }, candidate.problem);
  const sha256 = sha256Of(candidate.bytes);
  try {
    await keepOriginal(originals, { sha256, fileName, bytes: candidate.bytes });
  } catch (error) {
    return entries.add({ ...common, sha256: '' }, explainUnreadable(error, fileName));
  }
  await entries.add({ ...common, sha256 }, null);
}

/**
 * One after the other; whatever was put on the desk before a cancel stays there.
 * Reports files looked at of all; an archive counts once.
 */
export async function collectReturns(
  target: CollectTarget,
  options: CollectOptions,
  job: Job,
): Promise<void> {
  const { files, emptyFolders } = await listDropped(options.paths);
  for (const folder of emptyFolders) await put(target, emptyFolder(folder), options);
  for (const [index, path] of files.entries()) {
    for await (const candidate of candidatesOf(path)) {
      if (job.signal.aborted) return;
      await put(target, candidate, options);
    }
    job.report(index + 1, files.length, basename(path));
  }
}
