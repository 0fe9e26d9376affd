/** What can be said only when all files of a preview are known: copies, earlier imports, rows for one task. */
import type { Kysely } from 'kysely';
import type { ReturnFile } from '#shared/contract/returns.ts';
import { settleRivals } from '#shared/domain/return/rivals.ts';
import { groupRows } from '../db/group-rows.ts';
import { listAppliedFiles } from '../db/repositories/returns.repository.ts';
import type { Database } from '../db/schema.ts';
import { localMoment } from './moment.ts';
import type { PreviewedFile, StoredPreview } from './returns-store.ts';

export function refused(file: ReturnFile, error: string): ReturnFile {
  return { ...file, state: 'refused', error };
}

/** One file of a preview; `readable` unless it was refused. */
export type Outcome = { file: ReturnFile; readable: PreviewedFile | null };

/** The same bytes given twice are read once. */
function refuseCopies(outcomes: readonly Outcome[]): Outcome[] {
  const first = new Map<string, ReturnFile>();
  return outcomes.map((outcome) => {
    const { file } = outcome;
    const original = file.sha256 === '' ? undefined : first.get(file.sha256);
    if (original === undefined) first.set(file.sha256, file);
    if (original === undefined || outcome.readable === null) return outcome;
    const error = `「${file.fileName}」与「${original.fileName}」内容完全相同，不重复导入。`;
    return { file: refused(file, error), readable: null };
  });
}

async function noteAppliedBefore(
  database: Kysely<Database>,
  readable: readonly PreviewedFile[],
): Promise<void> {
  if (readable.length === 0) return;
  const applied = await listAppliedFiles(
    database,
    readable.map(({ file }) => file.sha256),
  );
  const bySha = groupRows(applied, ({ sha256 }) => sha256);
  for (const { file } of readable) {
    const [before] = bySha.get(file.sha256) ?? [];
    if (before === undefined) continue;
    const when = localMoment(before.createdAt);
    file.notices.push(`同一份文件已由${before.createdBy}于${when}导入过（批次 ${before.batchId}）。`);
  }
}

/** Several rows for one task, in one file or in several of the same unit and period, become questions. */
function settle(readable: readonly PreviewedFile[]): void {
  const sameScope = groupRows(readable, ({ unitId, period }) => `${unitId} ${period}`);
  for (const files of sameScope.values()) {
    const previewed = files.flatMap(({ file, rows }) => rows.map((own) => ({ file, own })));
    const settled = settleRivals(
      previewed.map(({ file, own }) => ({ fileName: file.fileName, row: own.row })),
    );
    previewed.forEach(({ own }, index) => {
      own.row = settled[index] ?? own.row;
    });
  }
}

function summary(rows: ReturnFile['rows']): string {
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  const parts = [
    [count('refused'), '行填写有误'],
    [count('unmatched'), '行对不上任务'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${number} ${what}`)
    .join('、');
}

/** A file in which no row can be taken is refused as a whole; its rows say what to correct. */
function finished({ file, rows }: PreviewedFile): ReturnFile {
  const withRows = { ...file, rows: rows.map(({ row }) => row) };
  const isUsable = withRows.rows.some(({ outcome }) => outcome !== 'refused' && outcome !== 'unmatched');
  if (isUsable) return withRows;
  const error = `「${file.fileName}」没有一行可以导入：${summary(withRows.rows)}，请按各行的说明改正后重新报送。`;
  return refused(withRows, error);
}

function collect(outcomes: readonly Outcome[]): StoredPreview {
  const readable = outcomes.flatMap(({ readable: file }) => file ?? []);
  const done = new Map(readable.map((previewed) => [previewed.file, finished(previewed)]));
  return {
    files: outcomes.map(({ file }) => done.get(file) ?? file),
    readable: readable
      .map((previewed) => ({ ...previewed, file: done.get(previewed.file) ?? previewed.file }))
      .filter(({ file }) => file.state === 'previewed'),
  };
}

/** Puts a preview together. @param outcomes in the order asked */
export async function settlePreview(
  database: Kysely<Database>,
  outcomes: readonly Outcome[],
): Promise<StoredPreview> {
  const distinct = refuseCopies(outcomes);
  const readable = distinct.flatMap(({ readable: file }) => file ?? []);
  await noteAppliedBefore(database, readable);
  settle(readable);
  return collect(distinct);
}
