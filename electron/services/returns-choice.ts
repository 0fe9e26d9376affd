/** Which rows of a preview are to be stored: the clean ones but for those left out, and conflicts a person takes. */
import { AppError } from '#shared/contract/errors.ts';
import type { ApplyRequest, ReturnFile, ReturnRow } from '#shared/contract/returns.ts';
import type { StoredPreview } from './returns-store.ts';

export type ApplyOptions = Omit<ApplyRequest, 'jobId'>;

type Choice = Pick<ApplyOptions, 'leftOut' | 'accepted'>;

function keyOf(file: ReturnFile, row: ReturnRow): string {
  return JSON.stringify([file.sha256, row.sheet, row.row]);
}

function keysOf(chosen: Choice['accepted']): Set<string> {
  return new Set(chosen.map(({ sha256, sheet, row }) => JSON.stringify([sha256, sheet, row])));
}

/** Which rows of the preview are to be stored. */
export type Chooser = (file: ReturnFile, row: ReturnRow) => boolean;

export function chooser(choice: Choice): Chooser {
  const leftOut = keysOf(choice.leftOut);
  const accepted = keysOf(choice.accepted);
  return (file, row) => {
    const key = keyOf(file, row);
    if (leftOut.has(key)) return false;
    return (
      row.outcome === 'new' || row.outcome === 'changed' || (row.outcome === 'conflict' && accepted.has(key))
    );
  };
}

/** @throws AppError `bad_input` when two chosen rows are for one task of one unit and period */
export function checkChoice({ readable }: StoredPreview, isChosen: Chooser): void {
  const taken = new Map<string, { file: ReturnFile; row: ReturnRow }>();
  for (const { file, unitId, period, rows } of readable) {
    for (const { row, taskId } of rows.filter((previewed) => isChosen(file, previewed.row))) {
      const key = `${taskId} ${unitId} ${period}`;
      const other = taken.get(key);
      if (other !== undefined) {
        const places = `「${other.file.fileName}」第 ${other.row.row} 行和「${file.fileName}」第 ${row.row} 行`;
        throw new AppError('bad_input', `${places}都是 ${row.code}，只能采纳其中一行，请取消一行后再入库。`);
      }
      taken.set(key, { file, row });
    }
  }
}
