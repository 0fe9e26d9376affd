/** What SQLite means to do for the statements a piece of code sends. */
import type { OpenDatabase } from '#electron/db/sqlite/open.ts';

interface Sendable {
  readonly source: string;
  all(...parameters: unknown[]): unknown[];
}

interface SentQuery {
  sql: string;
  parameters: unknown[];
}

/** Runs `work` and answers the plan lines of every query it sent. */
export async function queryPlansOf({ raw }: OpenDatabase, work: () => Promise<unknown>): Promise<string[]> {
  const sent: SentQuery[] = [];
  // On the prototype: statements prepared earlier are sent again.
  const statements: Sendable = Object.getPrototypeOf(raw.prepare('SELECT 1'));
  const { all } = statements;
  statements.all = function record(this: Sendable, ...parameters: unknown[]) {
    sent.push({ sql: this.source, parameters });
    return all.apply(this, parameters);
  };
  try {
    await work();
  } finally {
    statements.all = all;
  }
  return sent
    .filter(({ sql }) => sql.startsWith('select'))
    .flatMap(({ sql, parameters }) =>
      raw
        .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
        .all(...parameters)
        .map((step) => step.detail),
    );
}
