/** 导入回表 between looking and storing: what was read, and what the person decided about each row. Pure. */
import type { ApplyRequest, ReturnFile, ReturnPreview, ReturnRow } from '#shared/contract/returns.ts';

export interface Review {
  /** Files read at different times are different previews to the main process. */
  readonly previews: readonly ReturnPreview[];
  /** Rows left out, and conflicts in which the return is taken, by {@link rowKey}. */
  readonly leftOut: ReadonlySet<string>;
  readonly accepted: ReadonlySet<string>;
}

export const emptyReview: Review = { previews: [], leftOut: new Set(), accepted: new Set() };

export function rowKey(file: Pick<ReturnFile, 'sha256'>, row: Pick<ReturnRow, 'sheet' | 'row'>): string {
  return JSON.stringify([file.sha256, row.sheet, row.row]);
}

export function filesOf(review: Review): ReturnFile[] {
  return review.previews.flatMap((preview) => preview.files);
}

/** A file that is read again takes the place of its earlier reading; decisions on other files stay. */
export function addPreview(review: Review, preview: ReturnPreview): Review {
  const read = new Map(preview.files.map((file) => [file.file, file]));
  const others = review.previews
    .map((earlier) => ({ ...earlier, files: earlier.files.filter(({ file }) => !read.has(file)) }))
    .filter(({ files }) => files.length > 0);
  return { ...review, previews: [...others, preview] };
}

/** The files as they stand after 入库; they are not offered again. */
export function markApplied(review: Review, previewId: string, files: ReturnFile[]): Review {
  const previews = review.previews.map((preview) =>
    preview.previewId === previewId ? { ...preview, files } : preview,
  );
  return { ...review, previews };
}

/** True while a file waits to be stored. */
export function isPending(review: Review): boolean {
  return filesOf(review).some(({ state }) => state === 'previewed');
}

/** `take` is stored at 入库, `keep` leaves what is stored; `nothing` means there is nothing to decide. */
export type RowDecision = 'take' | 'keep' | 'nothing';

export function decisionOn(review: Review, file: ReturnFile, row: ReturnRow): RowDecision {
  const key = rowKey(file, row);
  if (file.state !== 'previewed') return 'nothing';
  if (row.outcome === 'conflict') return review.accepted.has(key) ? 'take' : 'keep';
  if (row.outcome !== 'new' && row.outcome !== 'changed') return 'nothing';
  return review.leftOut.has(key) ? 'keep' : 'take';
}

function withMember(set: ReadonlySet<string>, key: string, isMember: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isMember) next.add(key);
  else next.delete(key);
  return next;
}

export function decide(review: Review, file: ReturnFile, row: ReturnRow, decision: 'take' | 'keep'): Review {
  const key = rowKey(file, row);
  if (decisionOn(review, file, row) === 'nothing') return review;
  if (row.outcome === 'conflict') {
    return { ...review, accepted: withMember(review.accepted, key, decision === 'take') };
  }
  return { ...review, leftOut: withMember(review.leftOut, key, decision === 'keep') };
}

/** Every new or changed row of the file at once; conflicts are decided one by one. */
export function decideFile(review: Review, file: ReturnFile, decision: 'take' | 'keep'): Review {
  return file.rows
    .filter((row) => row.outcome !== 'conflict')
    .reduce((next, row) => decide(next, file, row, decision), review);
}

export interface FileTotals {
  /** Rows that would be stored. */
  take: number;
  fresh: number;
  changed: number;
  unchanged: number;
  conflict: number;
  /** Refused and unmatched rows. */
  wrong: number;
}

export function fileTotals(review: Review, file: ReturnFile): FileTotals {
  const count = (test: (row: ReturnRow) => boolean) => file.rows.filter(test).length;
  return {
    take: count((row) => decisionOn(review, file, row) === 'take'),
    fresh: count((row) => row.outcome === 'new'),
    changed: count((row) => row.outcome === 'changed'),
    unchanged: count((row) => row.outcome === 'unchanged'),
    conflict: count((row) => row.outcome === 'conflict'),
    wrong: count((row) => row.outcome === 'refused' || row.outcome === 'unmatched'),
  };
}

export interface ReviewTotals extends FileTotals {
  files: number;
  refused: number;
}

export function reviewTotals(review: Review): ReviewTotals {
  const files = filesOf(review);
  const each = files.map((file) => fileTotals(review, file));
  const sum = (field: keyof FileTotals) => each.reduce((total, totals) => total + totals[field], 0);
  return {
    files: files.length,
    refused: files.filter(({ state }) => state === 'refused').length,
    take: sum('take'),
    fresh: sum('fresh'),
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    conflict: sum('conflict'),
    wrong: sum('wrong'),
  };
}

type Application = Omit<ApplyRequest, 'jobId'>;

/** One request for each preview with a file that can be applied. */
export function applications(review: Review): Application[] {
  return review.previews
    .filter(({ files }) => files.some(({ state }) => state === 'previewed'))
    .map(({ previewId, files }) => ({
      previewId,
      leftOut: chosenRows(files, review.leftOut),
      accepted: chosenRows(files, review.accepted),
    }));
}

function chosenRows(files: readonly ReturnFile[], chosen: ReadonlySet<string>): Application['accepted'] {
  return files.flatMap((file) =>
    file.rows
      .filter((row) => chosen.has(rowKey(file, row)))
      .map(({ sheet, row }) => ({ sha256: file.sha256, sheet, row })),
  );
}
