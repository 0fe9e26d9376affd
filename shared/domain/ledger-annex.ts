/** 各单位进展: the single words of the tasks that many units report on, a row a unit, behind the ledger itself. */
import type { LedgerEntry } from './ledger.ts';
import { type Reporter, unreportedLabel } from './ledger-progress.ts';

export interface AnnexTaskFacts {
  code: string;
  content: string;
  reporters: readonly Reporter[];
}

function reporterEntry({ unit, report }: Reporter, index: number): LedgerEntry {
  const ordinal = index + 1;
  if (report === null) {
    const cells = { ordinal, leads: unit, progress: unreportedLabel };
    return { kind: 'task', task: { cells, unreported: true } };
  }
  const { narrative, percent, problems, next } = report;
  const cells = { ordinal, leads: unit, progress: narrative, percent, problems, next };
  return { kind: 'task', task: { cells, unreported: false } };
}

/** The task as a heading, then its reporting units in order. */
export function annexEntries({ code, content, reporters }: AnnexTaskFacts): LedgerEntry[] {
  const heading: LedgerEntry = { kind: 'group', text: `${code}　${content}` };
  return [heading, ...reporters.map(reporterEntry)];
}
