/** The desk as it stands: every file's state, what of it would be stored, and how the files bear on each other. */
import type { DeskCounts, DeskFile, DeskRow } from '#shared/contract/desk.ts';
import type { RowOutcome } from '#shared/contract/returns.ts';
import { periodLabel } from '#shared/domain/period.ts';
import { decidedValues, decisionFor, isClean, isSettled, isTaken } from '#shared/domain/return/decisions.ts';
import {
  type DeskFacts,
  deskState,
  isAcceptable,
  type StateAndReason,
} from '#shared/domain/return/desk-state.ts';
import { sureMatch } from '#shared/domain/return/thresholds.ts';
import { groupRows } from '../db/group-rows.ts';
import { alikeNotice, findCopies } from './desk-copies.ts';
import { newerFormIssued, newerOnDesk } from './desk-newer.ts';
import { settleDeskRows } from './desk-rivals.ts';
import type { DeskEntry, DeskMemory, DeskReadRow } from './desk-store.ts';
import type { ReturnReading } from './returns-reading.ts';

export interface DeskFileView extends StateAndReason {
  entry: DeskEntry;
  reading: ReturnReading | null;
  rows: DeskReadRow[];
  notices: string[];
  isAcceptable: boolean;
  accepted: boolean;
}

function duplicateReason(reading: ReturnReading | null, original: DeskEntry | null): string | null {
  if (reading !== null && reading.history.appliedBefore !== null) return reading.history.appliedBefore;
  return original === null ? null : `与「${original.fileName}」内容完全相同，不重复导入。`;
}

function wrongPeriodReason(
  { expectedPeriod, statedPeriod }: DeskEntry,
  { period }: ReturnReading,
): string | null {
  if (expectedPeriod === null || statedPeriod !== null || period === null || period === expectedPeriod)
    return null;
  const [own, wanted] = [periodLabel(period), periodLabel(expectedPeriod)];
  return `这是${own}的回表，收的是${wanted}的；请确认报告期，或请单位重新报送。`;
}

function missingOf({ refusal, unit, period }: ReturnReading): DeskFacts['missing'] {
  if (refusal !== null) return [];
  return [...(unit === null ? (['unit'] as const) : []), ...(period === null ? (['period'] as const) : [])];
}

function askedRows({ decisions }: DeskEntry, rows: readonly DeskReadRow[]) {
  const asking = rows.filter(({ row }) => row.outcome === 'conflict' || row.outcome === 'unmatched');
  const open = asking.filter(({ row }) => !isSettled(row, decisionFor(decisions, row)));
  const conflicts = open.filter(({ row }) => row.outcome === 'conflict');
  const uncertain = conflicts.filter(({ row, isRival }) => !isRival && row.match.certainty < sureMatch);
  return {
    refusedRows: rows.filter(({ row }) => row.outcome === 'refused').length,
    conflicts: conflicts.length - uncertain.length,
    uncertain: uncertain.length,
    unmatched: open.filter(({ row }) => row.outcome === 'unmatched').length,
    ended: rows.filter(({ row }) => {
      return row.ended !== undefined && isClean(row) && decisionFor(decisions, row).take === null;
    }).length,
  };
}

function correctionReason({ history, unit, period }: ReturnReading): string | null {
  if (!history.hasReported || unit === null || period === null) return null;
  return `${unit.name}${periodLabel(period)}已有进展，这一份作为更正。`;
}

const unread = { refusedRows: 0, conflicts: 0, uncertain: 0, unmatched: 0, ended: 0 };

function factsOf(
  entry: DeskEntry,
  reading: ReturnReading | null,
  rows: readonly DeskReadRow[],
  others: { original: DeskEntry | null; newer: string | null },
): DeskFacts {
  const refusal = reading?.refusal ?? null;
  return {
    isRead: reading !== null || entry.trouble !== null,
    notAForm: refusal?.kind === 'not_a_form' ? refusal.message : null,
    planSheet: refusal?.kind === 'plan_sheet' ? refusal.message : null,
    duplicate: duplicateReason(reading, others.original),
    unreadable: entry.trouble ?? (refusal?.kind === 'faulty' ? refusal.message : null),
    wrongPeriod: reading === null ? null : wrongPeriodReason(entry, reading),
    outdated: others.newer,
    missing: reading === null ? [] : missingOf(reading),
    correction: reading === null ? null : correctionReason(reading),
    ...(reading === null ? unread : askedRows(entry, rows)),
  };
}

/** Every file in the order in which they came. */
export function viewDesk(entries: readonly DeskEntry[], memory: DeskMemory): DeskFileView[] {
  const copies = findCopies(entries, memory.readings);
  const read = entries.flatMap((entry) => {
    const reading = memory.readings.get(entry.id);
    const isCopy = (copies.get(entry.id)?.duplicateOf ?? null) !== null;
    return reading === undefined ? [] : [{ entry, reading, isCopy }];
  });
  const usable = read.filter(({ reading, isCopy }) => reading.rows.length > 0 && !isCopy);
  const scopes = groupRows(usable, ({ reading }) => `${reading.unit?.id} ${reading.period}`);
  const newer = new Map<DeskEntry, string>();
  for (const files of scopes.values()) {
    for (const file of files) {
      const reason = newerFormIssued(file) ?? newerOnDesk(file, files);
      if (reason !== null) newer.set(file.entry, reason);
    }
  }
  const rowsByFile = settleDeskRows(scopes, memory);
  return entries.map((entry) => {
    const reading = memory.readings.get(entry.id) ?? null;
    const rows = rowsByFile.get(entry.id) ?? reading?.rows.map((row) => ({ ...row, isRival: false })) ?? [];
    const facts = factsOf(entry, reading, rows, {
      original: copies.get(entry.id)?.duplicateOf ?? null,
      newer: newer.get(entry) ?? null,
    });
    const { state, reason } = deskState(facts);
    const mayAccept = isAcceptable(facts);
    const accepted = mayAccept && (entry.decisions.accepted ?? state === 'ready');
    const alike = alikeNotice(copies.get(entry.id));
    const notices = [...(reading?.notices ?? []), ...(alike === null || reading === null ? [] : [alike])];
    return { entry, reading, rows, notices, state, reason, isAcceptable: mayAccept, accepted };
  });
}

export function isRowTaken({ entry }: DeskFileView, { row }: DeskReadRow): boolean {
  return isTaken(row, decisionFor(entry.decisions, row));
}

function countsOf(view: DeskFileView): DeskCounts {
  const outcomes = view.rows.map(({ row }) => row.outcome);
  const count = (wanted: RowOutcome) => outcomes.filter((outcome) => outcome === wanted).length;
  return {
    taken: view.rows.filter((row) => isRowTaken(view, row)).length,
    fresh: count('new'),
    changed: count('changed'),
    conflict: count('conflict'),
    refused: count('refused'),
    unmatched: count('unmatched'),
    unchanged: count('unchanged'),
  };
}

export function deskFile(view: DeskFileView): DeskFile {
  const { entry, reading, notices, state, reason, accepted } = view;
  return {
    id: entry.id,
    fileName: entry.fileName,
    source: entry.source,
    sha256: entry.sha256,
    addedAt: entry.addedAt,
    receivedOn: entry.receivedOn,
    state,
    reason,
    missing: reading === null ? [] : [...missingOf(reading)],
    unit: reading?.unit ?? null,
    period: reading?.period ?? null,
    notices,
    counts: countsOf(view),
    accepted,
  };
}

export function deskRow({ entry }: DeskFileView, { row, ours }: DeskReadRow): DeskRow {
  const decision = decisionFor(entry.decisions, row);
  const values = isClean(row) || row.outcome === 'conflict' ? decidedValues(row, ours, decision) : row.values;
  return { ...row, values, decision, taken: isTaken(row, decision), clean: isClean(row) };
}
