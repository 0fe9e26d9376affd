/** Rows for one task in one or several files of a unit and period: asked, never last-wins. */
import { rowKey } from '#shared/domain/return/decisions.ts';
import { settleRivals } from '#shared/domain/return/rivals.ts';
import { hasNewerForm, type ReadEntry } from './desk-newer.ts';
import type { DeskMemory, DeskReadRow } from './desk-store.ts';
import type { AssessedRow } from './returns-reading.ts';

const overtakenMeanwhile = '读取之后这一项又有了新的进展，没有覆盖，请核对后再采纳。';

/** A file filled from an older form is held back, and asks nothing of the newer one until a person takes it. */
function isHeldBack(own: ReadEntry, scope: readonly ReadEntry[]): boolean {
  return own.entry.decisions.accepted !== true && scope.some((other) => hasNewerForm(other, own));
}

function asOvertaken(row: DeskReadRow, overtaken: ReadonlySet<string> | undefined): DeskReadRow {
  const { outcome, problems } = row.row;
  if (overtaken?.has(rowKey(row.row)) !== true || (outcome !== 'new' && outcome !== 'changed')) return row;
  const problem = { column: '重点工作', cell: null, message: overtakenMeanwhile };
  return { ...row, row: { ...row.row, outcome: 'conflict', problems: [...problems, problem] } };
}

function settle(files: readonly ReadEntry[]): Map<AssessedRow, DeskReadRow> {
  const all = files.flatMap(({ entry, reading }) =>
    reading.rows.map((assessed) => ({
      assessed,
      fileName: entry.fileName,
      fileId: entry.id,
      row: assessed.row,
    })),
  );
  const settled = settleRivals(all);
  return new Map(
    all.map(({ assessed }, index) => {
      const row = settled[index] ?? assessed.row;
      return [assessed, { ...assessed, row, isRival: row !== assessed.row && row.outcome === 'conflict' }];
    }),
  );
}

function settleScope(scope: readonly ReadEntry[], { overtaken }: DeskMemory): Map<number, DeskReadRow[]> {
  const held = scope.filter((file) => isHeldBack(file, scope));
  const asked = scope.filter((file) => !held.includes(file));
  const settled = new Map([asked, ...held.map((file) => [file])].flatMap((files) => [...settle(files)]));
  return new Map(
    scope.map(({ entry, reading }) => {
      const rows = reading.rows.map((row) => settled.get(row) ?? { ...row, isRival: false });
      return [entry.id, rows.map((row) => asOvertaken(row, overtaken.get(entry.id)))];
    }),
  );
}

/** Everything the rows of a scope depend on: as long as all of it is the same, so are they. */
function causesOf(scope: readonly ReadEntry[], { overtaken }: DeskMemory): unknown[] {
  return scope.flatMap(({ entry, reading }) => [
    ...[entry.id, entry.decisions.accepted, reading],
    overtaken.get(entry.id),
  ]);
}

/**
 * The desk is looked at after each file that is read: only the units whose files have changed are settled anew.
 * @param scopes files of one unit and period together, by what names them @returns rows by file id
 */
export function settleDeskRows(
  scopes: ReadonlyMap<string, readonly ReadEntry[]>,
  memory: DeskMemory,
): Map<number, DeskReadRow[]> {
  const rows = new Map<number, DeskReadRow[]>();
  for (const [key, scope] of scopes) {
    const causes = causesOf(scope, memory);
    const known = memory.settled.get(key);
    const isSame =
      known?.causes.length === causes.length && known.causes.every((cause, index) => cause === causes[index]);
    const settled = isSame && known !== undefined ? known : { causes, rows: settleScope(scope, memory) };
    memory.settled.set(key, settled);
    for (const [id, own] of settled.rows) rows.set(id, own);
  }
  for (const key of memory.settled.keys()) if (!scopes.has(key)) memory.settled.delete(key);
  return rows;
}
