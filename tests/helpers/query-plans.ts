/** What SQLite means to do for the statements a piece of code sends. */
import type { OpenDatabase } from '#electron/db/sqlite/open.ts';

interface SentQuery {
  sql: string;
  parameters: unknown[];
}

/** Runs `work` and answers the plan lines of every query it sent. */
export async function queryPlansOf({ raw }: OpenDatabase, work: () => Promise<unknown>): Promise<string[]> {
  const sent: SentQuery[] = [];
  const prepare = raw.prepare.bind(raw);
  raw.prepare = ((sql: string) => {
    const statement = prepare(sql);
    const all = statement.all.bind(statement);
    statement.all = (...parameters: unknown[]) => {
      sent.push({ sql, parameters });
      return all(...parameters);
    };
    return statement;
  }) as typeof raw.prepare;
  try {
    await work();
  } finally {
    raw.prepare = prepare;
  }
  return sent
    .filter(({ sql }) => sql.startsWith('select'))
    .flatMap(({ sql, parameters }) =>
      prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
        .all(...parameters)
        .map((step) => step.detail),
    );
}
