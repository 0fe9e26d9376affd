/** The papers of a publication: written into a folder of their own, kept by digest, the folder removed. */
import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ScoreSheet } from '#shared/contract/assess.ts';
import { rankingTables, scorecardTables } from '#shared/domain/score-tables.ts';
import type { PublishedContent } from '#shared/domain/supervision/publication.ts';
import type { OpenDatabase } from '../db/sqlite/open.ts';
import type { ExcelWorker } from '../excel/excel-worker.ts';
import { safeFileName } from '../excel/file-name.ts';
import { writeZipFile } from '../excel/write/zip-file.ts';
import { keepAttachment } from './attachments.ts';
import type { ServiceContext } from './context.ts';
import { readIssuingOffice } from './issuing-office.ts';
import { type Job, stopIfCancelled } from './job.ts';
import type { LedgersService } from './ledgers.service.ts';
import { localDate } from './moment.ts';
import { writeScorecards } from './scorecards.ts';
import { templatesFolder } from './templates-folder.ts';

export interface PaperDependencies {
  open: Pick<OpenDatabase, 'database' | 'directory'>;
  excel: Pick<ExcelWorker, 'writeTables'>;
  ledgers: Pick<LedgersService, 'exportLedger'>;
  context: ServiceContext;
}

type Documents = PublishedContent['documents'];

interface Papers {
  sheet: ScoreSheet;
  /** Why there is a later edition; empty for the first. */
  correction: string;
  folder: string;
}

/** The Word cards of all units as one file: a published period has a handful of papers, not a hundred. */
async function writeCardLetters(
  { open, excel, context }: PaperDependencies,
  { sheet, folder }: Papers,
  file: string,
  job: Job,
): Promise<void> {
  const scores = sheet.scores.filter(({ score }) => score !== null);
  const { name: office } = await readIssuingOffice(open.database);
  const date = localDate(context.now());
  const writing = { excel, templates: templatesFolder(open.directory), office, date };
  const directory = join(folder, 'cards');
  const files = await writeScorecards(writing, { sheet, scores, formats: ['docx'], directory }, job);
  const entries = files.map((path) => ({ name: basename(path), file: path }));
  await writeZipFile(file, entries, context.now(), () => stopIfCancelled(job));
}

async function writePapers(
  dependencies: PaperDependencies,
  papers: Papers,
  job: Job,
): Promise<{ title: string; file: string }[]> {
  const { excel, ledgers, context } = dependencies;
  const { sheet, correction, folder } = papers;
  const scored = sheet.scores.filter(({ score }) => score !== null);
  const { name: office } = await readIssuingOffice(dependencies.open.database);
  const signing = { office, date: localDate(context.now()) };
  const place = (name: string, extension: string) =>
    join(folder, safeFileName(`${sheet.label}${name}`, extension, folder));
  const ledger = place('台账', '.xlsx');
  await ledgers.exportLedger({ period: sheet.period, scope: { type: 'all' }, file: ledger }, job);
  stopIfCancelled(job);
  const ranking = place('考核排名', '.xlsx');
  await excel.writeTables(rankingTables(sheet, correction), ranking, job);
  const written = [
    { title: '台账', file: ledger },
    { title: '考核排名', file: ranking },
  ];
  // A workbook needs a sheet: a year nobody leads anything in has no cards.
  if (scored.length === 0) return written;
  const cards = place('考核成绩单', '.xlsx');
  await excel.writeTables(scorecardTables(sheet, scored, signing), cards, job);
  const letters = place('考核成绩单（Word）', '.zip');
  await writeCardLetters(dependencies, papers, letters, job);
  return [...written, { title: '成绩单', file: cards }, { title: '成绩单（Word）', file: letters }];
}

/** @throws AppError `bad_input` for a template that is not fit, `file_unwritable`, `cancelled` */
export async function keepPapers(
  dependencies: PaperDependencies,
  sheet: ScoreSheet,
  correction: string,
  job: Job,
): Promise<Documents> {
  const { directory } = dependencies.open;
  const folder = join(directory, `publishing-${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  try {
    const kept: Documents[number][] = [];
    for (const { title, file } of await writePapers(dependencies, { sheet, correction, folder }, job)) {
      const { sha256, fileName } = await keepAttachment(directory, file);
      kept.push({ title, fileName, sha256 });
    }
    return kept;
  } finally {
    // A virus scanner may hold a fresh file: what was kept is safe, and the folder is not worth losing the edition.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => undefined);
  }
}
