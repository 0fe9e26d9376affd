/** Reads seeds/: the notice, its corrections and reviewed targets, and the unit directory. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { Notice } from '#shared/domain/notice.ts';
import type { UnitEntry } from '#shared/domain/unit.ts';
import { readNotice, readNoticeFront } from './read-notice.ts';
import { parseSeedEntries, type SeedText } from './seed-entries.ts';
import { checkDocuments, correctionsOf, reviewedTargetsOf } from './seed-notes.ts';
import { correctionSeed, reviewSeed, unitSeed } from './seed-schemas.ts';
import { checkDirectory } from './unit-directory.ts';

export interface Seeds {
  notice: Notice;
  /** The notice's file, verbatim. */
  source: string;
  /** SHA-256 of the notice's file, in hex. */
  sha256: string;
  /** Units in the directory's order. */
  directory: UnitEntry[];
}

const noticesFolder = 'notices';

/** @throws AppError `bad_seed` when the file is missing, unreadable or not UTF-8 */
function readSeedText(seedsDirectory: string, name: string): SeedText {
  const label = `${basename(seedsDirectory)}/${name}`;
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(seedsDirectory, name));
  } catch {
    const problem = '文件不存在或无法读取，请重新安装程序或补上这个文件。';
    throw new AppError('bad_seed', `${label}：${problem}`, { file: label });
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { label, text, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch {
    throw new AppError('bad_seed', `${label}：不是 UTF-8 编码的文本，请另存为 UTF-8。`, { file: label });
  }
}

/**
 * The notices of a seeds folder by file name, oldest first (they are named by year and number).
 * @throws AppError `bad_seed` when there is none
 */
export function listSeedNotices(seedsDirectory: string): string[] {
  const label = `${basename(seedsDirectory)}/${noticesFolder}`;
  let names: string[];
  try {
    names = readdirSync(join(seedsDirectory, noticesFolder)).filter((name) => name.endsWith('.md'));
  } catch {
    throw new AppError('bad_seed', `${label}：文件夹不存在或无法读取，请重新安装程序。`, { file: label });
  }
  if (names.length === 0) {
    throw new AppError('bad_seed', `${label}：里面没有通知（.md 文件）。`, { file: label });
  }
  return names.sort();
}

function openNotice(seedsDirectory: string, name: string) {
  const file = readSeedText(seedsDirectory, `${noticesFolder}/${name}`);
  return { name, file, front: readNoticeFront(file.text, file.label) };
}

function loadDirectory(seedsDirectory: string): UnitEntry[] {
  const { entries, placeOf } = parseSeedEntries(readSeedText(seedsDirectory, 'units.json'), unitSeed);
  checkDirectory(entries, (index) => placeOf([index]));
  return entries;
}

/**
 * Reads a notice of seeds/ with everything that belongs to it; nothing is returned unless all of it is right.
 * @param seedsDirectory the seeds folder's path
 * @param noticeName which file of its notices folder; the newest by default
 * @throws AppError `bad_seed` naming the file, entry and line that is wrong
 */
export function loadSeeds(seedsDirectory: string, noticeName?: string): Seeds {
  const notices = listSeedNotices(seedsDirectory).map((name) => openNotice(seedsDirectory, name));
  const chosen = notices.findLast(({ name }) => noticeName === undefined || name === noticeName);
  const { file, front } = chosen ?? openNotice(seedsDirectory, noticeName ?? '');
  const directory = loadDirectory(seedsDirectory);
  const corrections = parseSeedEntries(readSeedText(seedsDirectory, 'corrections.json'), correctionSeed);
  const reviews = parseSeedEntries(readSeedText(seedsDirectory, 'targets.json'), reviewSeed);
  const numbers = new Set(notices.map((notice) => notice.front.number));
  checkDocuments(corrections, numbers);
  checkDocuments(reviews, numbers);
  const notice = readNotice(file.text, directory, {
    file: file.label,
    corrections: correctionsOf(front, corrections),
    reviewedTargets: reviewedTargetsOf(front, reviews),
  });
  return { notice, source: file.text, sha256: file.sha256, directory };
}
