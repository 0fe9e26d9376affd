/** The two papers of a 退回: the unit's own file with its faults marked, and the 退回说明. */
import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { type Period, periodLabel } from '#shared/domain/period.ts';
import type { FaultyPlace } from '#shared/domain/return/redo-problems.ts';
import { writeAtomically } from '../excel/atomic-file.ts';
import type { ExcelWorker } from '../excel/excel-worker.ts';
import type { MarkedReturn } from '../excel/redo/mark-return.ts';

/** A faulty return and where its bytes lie. */
export interface FaultyReturn {
  fileName: string;
  /** Null where nothing could be kept of it. */
  path: string | null;
  unit: string;
  period: Period | null;
  places: readonly FaultyPlace[];
}

export type ReturnMarker = Pick<ExcelWorker, 'markReturn'>;

/**
 * Null for a file that no spreadsheet program could mark either: its note alone says what to do.
 * @throws AppError `cancelled`
 */
export async function markFaults(
  excel: ReturnMarker,
  { fileName, path, places }: FaultyReturn,
  signal?: AbortSignal,
): Promise<MarkedReturn | null> {
  if (path === null) return null;
  const bytes = await readFile(path);
  const marks = places.map(({ sheet, row, cell, column, message }) => ({
    sheet,
    row,
    cell,
    text: column === '' ? message : `${column}：${message}`,
  }));
  try {
    return await excel.markReturn({ bytes, fileName, marks }, signal === undefined ? {} : { signal });
  } catch (error) {
    if (error instanceof AppError && error.code === 'file_unreadable') return null;
    throw error;
  }
}

export function writeBytes(file: string, bytes: Uint8Array): Promise<void> {
  return writeAtomically(file, (path) => writeFile(path, bytes));
}

function copyNote(fileName: string, { convertedFrom }: MarkedReturn): string | null {
  if (convertedFrom === null) return null;
  return `原件是 ${extname(fileName) || convertedFrom}，已转成 .xlsx 标注`;
}

/** Texts are shortened so that a dozen problems fit a page. */
const longestTask = 16;

/** The sheet's name only where there are several to tell apart. */
function placeLines({ sheet, row, cell, column }: FaultyPlace, isOneSheet: boolean): string {
  if (sheet === null || row === null) return '';
  const place = `第${row}行${cell === null ? '' : `（${cell}）`}`;
  return [isOneSheet ? '' : sheet, place, column].filter((line) => line !== '').join('\n');
}

function taskText({ code, content }: FaultyPlace): string {
  const short = content.length > longestTask ? `${content.slice(0, longestTask)}…` : content;
  return [code ?? '', short].filter((part) => part !== '').join(' ');
}

/** @param date `YYYY-MM-DD` @returns a .docx */
export async function noteOf(
  faulty: FaultyReturn,
  copy: { name: string; marked: MarkedReturn } | null,
  {
    remark,
    answerBy,
    office,
    date,
  }: { remark: string; answerBy: string | null; office: string; date: string },
): Promise<Uint8Array> {
  const isAllThereIs = faulty.places.every(({ message }) => message === remark.trim());
  const isOneSheet = new Set(faulty.places.map(({ sheet }) => sheet)).size === 1;
  // Loaded when first needed: a program start that writes no paper loads no docx.
  const { redoNote } = await import('../word/redo-note.ts');
  return redoNote({
    unit: faulty.unit,
    periodLabel: faulty.period === null ? null : periodLabel(faulty.period),
    fileName: faulty.fileName,
    problems: faulty.places.map((place) => ({
      place: placeLines(place, isOneSheet),
      task: taskText(place),
      message: place.message,
    })),
    copyName: copy?.name ?? null,
    copyNote: copy === null ? null : copyNote(faulty.fileName, copy.marked),
    remark: isAllThereIs ? '' : remark,
    answerBy,
    office,
    date,
  });
}
