/** What SQLite itself says of an open file. */
import type { Database as SqliteDatabase } from 'better-sqlite3';
import { readSchemaVersion } from '../migrate.ts';
import { deviatingPragmas } from './pragmas.ts';
import { isDamage } from './sqlite-error.ts';

export interface FileInspection {
  schemaVersion: number;
  /** integrity_check's findings; none when the file is whole. */
  damages: string[];
  /** One a row that refers to nothing: 「task_unit → unit」. */
  orphans: string[];
  /** Settings that are not as they should be: name → value. */
  pragmas: Record<string, string | number>;
}

interface Orphan {
  table: string;
  parent: string;
}

export function inspectFile(raw: SqliteDatabase): FileInspection {
  const orphans = raw.pragma('foreign_key_check') as Orphan[];
  return {
    schemaVersion: readSchemaVersion(raw),
    damages: integrityFindings(raw),
    orphans: orphans.map(({ table, parent }) => `${table} → ${parent}`),
    pragmas: deviatingPragmas(raw),
  };
}

function integrityFindings(raw: SqliteDatabase): string[] {
  try {
    const rows = raw.pragma('integrity_check') as { integrity_check: string }[];
    return rows.map((row) => row.integrity_check).filter((finding) => finding !== 'ok');
  } catch (error) {
    if (isDamage(error) && error instanceof Error) return [error.message];
    throw error;
  }
}
