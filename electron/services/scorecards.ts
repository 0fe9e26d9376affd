/** 成绩单: a unit's card as a workbook and, from the office's own template where it keeps one, as a .docx. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScorecardFormat, ScoreSheet } from '#shared/contract/assess.ts';
import { AppError } from '#shared/contract/errors.ts';
import { limitNote, rankedUnits, rulesName, scorecardTable } from '#shared/domain/score-tables.ts';
import type { UnitScore } from '#shared/domain/supervision/score.ts';
import { scoreKindLabels } from '#shared/domain/supervision/score-kind.ts';
import { writeAtomically } from '../excel/atomic-file.ts';
import type { ExcelWorker } from '../excel/excel-worker.ts';
import { claimFileName } from '../excel/file-name.ts';
import type { Scorecard } from '../word/letter.ts';
import { type Job, stopIfCancelled } from './job.ts';

export interface CardWriting {
  excel: Pick<ExcelWorker, 'writeTables'>;
  /** The folder of the office's templates. */
  templates: string;
  /** 落款 */
  office: string;
  /** On which the cards are signed, `YYYY-MM-DD`. */
  date: string;
}

export interface CardRequest {
  sheet: ScoreSheet;
  scores: readonly UnitScore[];
  formats: readonly ScorecardFormat[];
  directory: string;
}

/** @throws AppError `bad_input` for a unit that is not scored: a letter about no score would say nothing */
function scorecardLetter(
  sheet: ScoreSheet,
  unit: UnitScore,
  { office, date }: Pick<CardWriting, 'office' | 'date'>,
): Scorecard {
  const { score, rank } = unit;
  if (score === null || rank === null) {
    throw new AppError(
      'bad_input',
      `${unit.unit}没有牵头任务，不计分，没有 Word 成绩单。请只选 Excel，或另选单位。`,
    );
  }
  const { label: periodLabel, closedOn, scores } = sheet;
  return {
    kind: 'scorecard',
    ...{ unit: unit.unit, office, date },
    ...{ periodLabel, closedOn, rules: rulesName(sheet), base: sheet.rules.base, score, rank },
    category: scoreKindLabels[unit.kind],
    ranked: rankedUnits(scores, unit.kind),
    note: limitNote(sheet, unit),
    lines: unit.lines.map(({ label, count, points, isCounted, refs }) => ({
      ...{ rule: label, count, points, isCounted },
      grounds: refs.map(({ words }) => words),
    })),
  };
}

/** Writes one unit's card in one format. */
type CardWriter = (unit: UnitScore, file: string) => Promise<void>;

async function wordWriter({ templates, ...signing }: CardWriting, sheet: ScoreSheet): Promise<CardWriter> {
  // Loaded when first needed: a program start that writes no paper loads no docx.
  const { letterWriter } = await import('../word/supervision-letter.ts');
  const write = await letterWriter(templates, 'scorecard');
  return async (unit, file) => {
    const bytes = await write(scorecardLetter(sheet, unit, signing));
    await writeAtomically(file, (path) => writeFile(path, bytes));
  };
}

function workbookWriter({ excel, office, date }: CardWriting, sheet: ScoreSheet, job: Job): CardWriter {
  return (unit, file) => excel.writeTables([scorecardTable(sheet, unit, { office, date })], file, job);
}

/**
 * A file a unit and format; a template that is not fit is found before the first.
 * @returns the files written @throws AppError `bad_input`, `file_unwritable`, `cancelled`; those written stay
 */
export async function writeScorecards(
  writing: CardWriting,
  { sheet, scores, formats, directory }: CardRequest,
  job: Job,
): Promise<string[]> {
  const writers: [string, CardWriter][] = [];
  if (formats.includes('docx')) writers.push(['.docx', await wordWriter(writing, sheet)]);
  if (formats.includes('xlsx')) writers.push(['.xlsx', workbookWriter(writing, sheet, job)]);
  await mkdir(directory, { recursive: true });
  const taken = new Set<string>();
  const files: string[] = [];
  for (const [index, score] of scores.entries()) {
    job.report(index, scores.length, score.unit);
    for (const [extension, write] of writers) {
      stopIfCancelled(job);
      const title = `${score.unit}-${sheet.label}考核成绩单`;
      const file = join(directory, claimFileName(title, extension, directory, taken));
      await write(score, file);
      files.push(file);
    }
  }
  job.report(scores.length, scores.length, '');
  return files;
}
