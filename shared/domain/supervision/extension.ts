/**
 * 延期 (domain.md, Conventions): asked for before the due date with a reason and a new date; approval names the
 * date. Until it is approved nothing changes.
 */
import { dateLabel } from './dates.ts';

export interface Extension {
  id: number;
  /** The day it was asked for. */
  askedOn: string;
  reason: string;
  /** The due date in force when it was asked for. */
  oldDue: string;
  /** The due date asked for; once approved, the one that was granted. */
  newDue: string;
  state: 'requested' | 'approved' | 'refused' | 'taken_back';
  /** Null while nobody has decided. */
  decidedOn: string | null;
}

/** Before means before: asked for on the due date itself is late. Versions before 0.4 recorded such; it is shown. */
export function isLateAsked({ askedOn, oldDue }: Pick<Extension, 'askedOn' | 'oldDue'>): boolean {
  return askedOn >= oldDue;
}

function isApprovedBy(extension: Extension, date: string): boolean {
  return extension.state === 'approved' && extension.decidedOn !== null && extension.decidedOn <= date;
}

function isDecidedLater(one: Extension, other: Extension): boolean {
  const [first, second] = [one.decidedOn ?? '', other.decidedOn ?? ''];
  return first === second ? one.id > other.id : first > second;
}

/** The approved 延期 in force on a date: the one decided last. One decided later does not reach back. */
export function extensionInForce(extensions: readonly Extension[], date: string): Extension | null {
  return extensions
    .filter((extension) => isApprovedBy(extension, date))
    .reduce<Extension | null>(
      (last, extension) => (last === null || isDecidedLater(extension, last) ? extension : last),
      null,
    );
}

/** The due date in force on a date. @param original the plan's */
export function dueInForce(original: string, extensions: readonly Extension[], date: string): string {
  return extensionInForce(extensions, date)?.newDue ?? original;
}

export interface ExtensionCounts {
  asked: number;
  approved: number;
  refused: number;
  pending: number;
  lateAsked: number;
}

/** One that was taken back was not asked for. */
export function countExtensions(extensions: readonly Extension[]): ExtensionCounts {
  const asked = extensions.filter(({ state }) => state !== 'taken_back');
  const countOf = (state: Extension['state']) =>
    asked.filter((extension) => extension.state === state).length;
  return {
    asked: asked.length,
    approved: countOf('approved'),
    refused: countOf('refused'),
    pending: countOf('requested'),
    lateAsked: asked.filter(isLateAsked).length,
  };
}

/** 「延期2次（批准1次，待批1次，逾期申请1次）」; empty when none was asked for. */
export function extensionWords(extensions: readonly Extension[]): string {
  const { asked, approved, refused, pending, lateAsked } = countExtensions(extensions);
  if (asked === 0) return '';
  const parts = [
    ['批准', approved],
    ['未批准', refused],
    ['待批', pending],
    ['逾期申请', lateAsked],
  ] as const;
  const given = parts.filter(([, count]) => count > 0).map(([label, count]) => `${label}${count}次`);
  return `延期${asked}次（${given.join('，')}）`;
}

/** 「延期至2024年9月30日」 */
export function extendedWords({ newDue }: Extension): string {
  return `延期至${dateLabel(newDue)}`;
}
