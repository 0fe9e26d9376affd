/** `duban check`: whether every return that rows refer to is still there as it came, here and for the backups. */
import { basename, dirname, join } from 'node:path';
import type { Reader } from '../db/executor.ts';
import { listReferredOriginals, type ReferredOriginal } from '../db/repositories/originals.repository.ts';
import { listBackupDigests } from '../db/sqlite/backup-originals.ts';
import { fileDigest } from '../db/sqlite/file-digest.ts';
import { listOriginalNames, originalsFolder } from '../db/sqlite/original-files.ts';

export interface OriginalsCheck {
  /** Returns that rows refer to. */
  originals: number;
  /** One Chinese sentence each. */
  problems: string[];
}

/** Rows read at a time; files are read one after the other and in pieces. */
const piece = 1_000;

async function* eachReferred(reader: Reader): AsyncGenerator<ReferredOriginal> {
  for (let after = ''; ; ) {
    const read = await listReferredOriginals(reader, after, piece);
    yield* read;
    const last = read.at(-1);
    if (last === undefined) return;
    after = last.sha256;
  }
}

/** Null for a file that is what its name says. */
async function originalProblem(
  folder: string,
  name: string | undefined,
  { sha256, fileName }: ReferredOriginal,
): Promise<string | null> {
  const advice = `请从备份文件夹的“${originalsFolder}”里找回同名的文件。`;
  if (name === undefined) {
    return `回表“${fileName}”的原件不在“${folder}”里（SHA-256 是 ${sha256}）。${advice}`;
  }
  const digest = await fileDigest(join(folder, name)).catch(() => null);
  if (digest === sha256) return null;
  if (digest === null) return `回表“${fileName}”的原件“${join(folder, name)}”读不出来。${advice}`;
  return `回表“${fileName}”的原件“${join(folder, name)}”已被改动或损坏，与入库时的校验值不符。${advice}`;
}

/** Every original of the data folder. */
export async function checkOriginals(reader: Reader, directory: string): Promise<OriginalsCheck> {
  const folder = join(directory, originalsFolder);
  const names = await listOriginalNames(folder);
  const problems: string[] = [];
  let originals = 0;
  for await (const referred of eachReferred(reader)) {
    originals += 1;
    const problem = await originalProblem(folder, names.get(referred.sha256), referred);
    if (problem !== null) problems.push(problem);
  }
  return { originals, problems };
}

/** Answers for each digest whether the backups' folder holds it whole; each file is read once. */
function wholeOriginals(backups: string): (digest: string, names: Map<string, string>) => Promise<boolean> {
  const known = new Map<string, boolean>();
  const folder = join(backups, originalsFolder);
  return async (digest, names) => {
    const name = names.get(digest);
    if (name === undefined) return false;
    const whole = known.get(digest) ?? (await fileDigest(join(folder, name)).catch(() => null)) === digest;
    known.set(digest, whole);
    return whole;
  };
}

/** Whether the returns a backup needs lie beside it. @param backups whole backups of one folder */
export async function checkBackupOriginals(backups: readonly string[]): Promise<string[]> {
  const [first] = backups;
  if (first === undefined) return [];
  const folder = dirname(first);
  const names = await listOriginalNames(join(folder, originalsFolder));
  const isWhole = wholeOriginals(folder);
  const problems: string[] = [];
  for (const backup of backups) {
    const lacking: string[] = [];
    for (const digest of listBackupDigests(backup)) {
      if (!(await isWhole(digest, names))) lacking.push(digest);
    }
    if (lacking.length > 0) problems.push(lackingSentence(backup, lacking));
  }
  return problems;
}

function lackingSentence(backup: string, lacking: readonly string[]): string {
  const folder = join(dirname(backup), originalsFolder);
  return `备份“${basename(backup)}”要用的 ${lacking.length} 份回表原件不在“${folder}”里或已损坏，如 ${lacking[0]}。原件还在数据文件夹里的，下次备份会自动补上；损坏的请先删去再备份。`;
}
