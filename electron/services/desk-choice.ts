/** Which files and rows are to be stored, or why a file is not. */
import type { Period } from '#shared/domain/period.ts';
import type { DeskReadRow } from './desk-store.ts';
import { type DeskFileView, isRowTaken } from './desk-view.ts';

export type StorableRow = DeskReadRow & { taskId: number };

export interface StorableFile {
  view: DeskFileView;
  unit: { id: number; name: string };
  period: Period;
  taken: StorableRow[];
  /** Rows with news that are left out. */
  untaken: number;
}

export interface RefusedFile {
  view: DeskFileView;
  message: string;
}

/** Rows for one task that are to be stored, by unit, period and task. */
type Places = Map<string, string>;

function quoted({ entry }: DeskFileView): string {
  return `「${entry.fileName}」`;
}

function whyNot(view: DeskFileView): string | null {
  if (view.state === 'waiting') return `${quoted(view)}还没有读取，请读取后再入库。`;
  if (!view.isAcceptable) return view.reason ?? `${quoted(view)}不能入库。`;
  return view.accepted ? null : `${quoted(view)}还没有采纳，请核对后选定采纳。`;
}

/** @throws nothing; @returns the first row for a task that another taken row is for too */
function clash(file: StorableFile, places: Places): string | null {
  const own: Places = new Map();
  for (const { row, taskId } of file.taken) {
    const key = `${file.unit.id} ${file.period} ${taskId}`;
    const place = `${quoted(file.view)}第 ${row.row} 行`;
    const other = own.get(key) ?? places.get(key);
    if (other !== undefined)
      return `${other}和${place}都是 ${row.code}，只能采纳其中一行，请取消一行后再入库。`;
    own.set(key, place);
  }
  for (const [key, place] of own) places.set(key, place);
  return null;
}

function storable(view: DeskFileView): StorableFile | null {
  const { reading, rows } = view;
  if (reading === null || reading.unit === null || reading.period === null) return null;
  const taken = rows.flatMap((row) => {
    const { taskId } = row;
    return taskId !== null && isRowTaken(view, row) ? [{ ...row, taskId }] : [];
  });
  const withNews = rows.filter(({ row }) => row.outcome !== 'unchanged').length;
  return { view, unit: reading.unit, period: reading.period, taken, untaken: withNews - taken.length };
}

const nothingTaken = '没有选定要入库的行，请逐行核对后采纳，或移除这一份。';

/**
 * Files in the order given: what can be stored, and the rest with why not.
 * @param mayStoreNothing where nobody chooses rows: a file of which none is taken is no mistake
 */
export function chooseFiles(
  views: readonly DeskFileView[],
  mayStoreNothing = false,
): {
  storable: StorableFile[];
  refused: RefusedFile[];
} {
  const places: Places = new Map();
  const chosen: { storable: StorableFile[]; refused: RefusedFile[] } = { storable: [], refused: [] };
  for (const view of views) {
    const file = storable(view);
    const nothing = !mayStoreNothing && file !== null && file.taken.length === 0 && file.untaken > 0;
    const message =
      whyNot(view) ??
      (nothing ? quoted(view) + nothingTaken : null) ??
      (file === null ? null : clash(file, places));
    if (file === null || message !== null) {
      chosen.refused.push({ view, message: message ?? `${quoted(view)}不能入库。` });
    } else chosen.storable.push(file);
  }
  return chosen;
}
