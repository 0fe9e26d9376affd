/** Ledgers of made-up tasks, for tests of the writer. */
import type { LedgerEntry, LedgerSheet, LedgerTask } from '#shared/domain/ledger.ts';
import { type LedgerTaskFacts, ledgerTask } from '#shared/domain/ledger-row.ts';

export const sampleFacts: LedgerTaskFacts = {
  code: 'Z02-01',
  ordinal: 1,
  year: 2024,
  content: '地区生产总值增长 6%以上。',
  remark: '',
  leader: '林杰',
  units: [{ printed: '区发改局', role: 'lead', unspecified: false }],
  targets: [],
  corrections: [],
  sharedWith: [],
  reporters: [],
  due: '2024-12-31',
  light: { light: 'green', label: '绿灯', movement: 'none', ruled: null, note: '' },
};

/** A task that says `narrative`; the rest as in {@link sampleFacts}. */
export function sampleTask(narrative: string, change: Partial<LedgerTaskFacts> = {}): LedgerTask {
  const report = { narrative, percent: 62.5, status: null, problems: '', next: '' };
  return ledgerTask({ ...sampleFacts, reporters: [{ unit: '区发改局', report }], ...change });
}

export function taskEntry(task: LedgerTask): LedgerEntry {
  return { kind: 'task', task };
}

export function sampleSheet(entries: readonly LedgerEntry[], change: Partial<LedgerSheet> = {}): LedgerSheet {
  return {
    name: '重点工作',
    columns: 'key',
    title: '2024年政府工作报告重点工作督办台账',
    scopeLine: '报告期：2024年6月　　范围：全部',
    countLine: '共1项',
    tasks: entries.length,
    entries: [entries],
    ...change,
  };
}
