/** The targets of one clause: each promised number with its name, comparator and date. */

import type { DueMark } from '#shared/domain/due-marks.ts';
import type { Target } from '#shared/domain/target.ts';
import { readComparator } from './comparators.ts';
import type { NumberMention } from './number-mentions.ts';
import type { Clause, ScanText } from './scan-text.ts';
import { completeName, nameAround, nameBefore, sharedNames, tidyName } from './target-names.ts';

const sharedNumber = /(?:各|(?<![年人户月日平])均)[^、，\d]{0,3}$/u;
const respectively = /^(.*)分别(.*)$/su;
const allDone = /^全部([^、]{1,12})$/u;

/** One clause while it is read. */
export interface ClauseReader {
  text: ScanText;
  clause: Clause;
  marks: readonly DueMark[];
  /** When a number without a mark in its clause is due. */
  dueByDefault: string;
  /** Where the words begin that no target has used yet. */
  cursor: number;
  /** The last target's name: 「二季度达60%」 has none of its own. */
  previousName: string;
  previousClause: string;
  /** 「A、B分别增长6%、7%」: the names that wait for their number. */
  waitingNames: string[];
}

/** A stretch of the text without its due marks, which are not part of any name. */
function cutPhrase(reader: ClauseReader, start: number, end: number): ScanText {
  const { original, scanned } = reader.text;
  const marks = reader.marks.filter((mark) => mark.start >= start && mark.end <= end);
  const pieces = [...marks.map((mark) => mark.start), end].map((to, index): [number, number] => [
    marks[index - 1]?.end ?? start,
    to,
  ]);
  const join = (text: string): string => pieces.map(([from, to]) => text.slice(from, to)).join('');
  return { original: join(original), scanned: join(scanned) };
}

/** The noun behind a number ends at 、 or with the clause; it is none when the next promised number comes first. */
function nounBehind(reader: ClauseReader, mention: NumberMention, next: NumberMention | undefined): number {
  const rest = reader.text.scanned.slice(mention.end, reader.clause.end);
  const separator = rest.indexOf('、');
  const end = separator < 0 ? reader.clause.end : mention.end + separator;
  return next !== undefined && next.start < end ? mention.end : end;
}

/** @returns the names before 分别, each with the words behind it (增长); null without 分别 */
function respectiveNames(before: ScanText): string[] | null {
  const match = respectively.exec(before.scanned);
  if (match === null) return null;
  const head = match[1]?.length ?? 0;
  const suffix = nameBefore({
    original: before.original.slice(head + 2),
    scanned: before.scanned.slice(head + 2),
  });
  const names = sharedNames({
    original: before.original.slice(0, head),
    scanned: before.scanned.slice(0, head),
  });
  return names.map((name) => name + suffix);
}

/** The names this number belongs to (several after 各), and how far the text is used up. */
function readNames(reader: ClauseReader, mention: NumberMention, next: NumberMention | undefined): string[] {
  const before = cutPhrase(reader, reader.cursor, mention.start);
  reader.cursor = mention.end;
  const waiting = nameBefore(before) === '' ? reader.waitingNames.shift() : undefined;
  if (waiting !== undefined) return [waiting];
  const [first, ...waitingNames] = respectiveNames(before) ?? [];
  if (first !== undefined) {
    reader.waitingNames = waitingNames;
    return [first];
  }
  const shared = sharedNumber.test(before.scanned.trimEnd()) ? sharedNames(before) : [];
  if (shared.length > 0) return shared;
  reader.cursor = nounBehind(reader, mention, next);
  const name = nameAround(before, cutPhrase(reader, mention.end, reader.cursor));
  return [completeName(name, reader.previousName, reader.previousClause)];
}

function readTargets(
  reader: ClauseReader,
  mention: NumberMention,
  next: NumberMention | undefined,
): Target[] {
  const before = reader.text.scanned.slice(reader.clause.start, mention.start);
  const comparator = readComparator(before, mention);
  const value = comparator === '<=' ? mention.upper : mention.value;
  const due = reader.marks.findLast((mark) => mark.end <= mention.start)?.due ?? reader.dueByDefault;
  const wholeClause = tidyName(reader.text.original.slice(reader.clause.start, reader.clause.end));
  const names = readNames(reader, mention, next).map((name) => name || wholeClause);
  reader.previousName = names.at(-1) ?? reader.previousName;
  return names.map((name) => ({ name, comparator, value, measure: mention.measure, due }));
}

/** 「10月底前全部实质性开工」 promises 100 % of what the target before it measured. */
function readAllDone(reader: ClauseReader): Target[] {
  const mark = reader.marks.at(-1);
  if (mark === undefined) return [];
  const [, verb] = allDone.exec(reader.text.scanned.slice(mark.end, reader.clause.end).trim()) ?? [];
  if (verb === undefined) return [];
  const name = reader.previousName.endsWith('率') ? reader.previousName : `全部${tidyName(verb)}`;
  return [{ name, comparator: '>=', value: 100, measure: '%', due: mark.due }];
}

/**
 * The targets of a clause in printed order.
 * @param promised the clause's promised numbers, conditions already left out
 */
export function readClause(reader: ClauseReader, promised: readonly NumberMention[]): Target[] {
  if (promised.length === 0) return readAllDone(reader);
  return promised.flatMap((mention, index) => readTargets(reader, mention, promised[index + 1]));
}
