/**
 * A period as it was published, frozen: it is printed again from this and from nothing else. A correction is a
 * later edition that names its reason; the earlier ones stay.
 */
import type { LightName } from '../lights/light-names.ts';
import { canonicalJson, type JsonValue } from './canonical-json.ts';
import type { ScoreChange } from './compare-scores.ts';
import type { Light, LightRuleKey } from './light-kinds.ts';
import type { LogHead } from './log-anchor.ts';
import type { Sha256 } from './log-chain.ts';
import type { Movement } from './movement.ts';
import type { ProgressClass } from './progress-class.ts';
import type { UnitScore } from './score.ts';

/** Percents, gap in percentage points; null where not known. */
type PublishedFigures = {
  expected: number;
  actual: number | null;
  gap: number | null;
  rule: LightRuleKey;
  reason: string;
  /** What the rules said; absent in editions older than this member. */
  computed?: Light;
  /** Null while the computed light stands by itself. */
  override: {
    light: Light;
    reason: string;
    until: string;
    by: string;
    /** The lead it is about where that is one of several; absent in editions older than this member. */
    unit?: string | null;
  } | null;
};

export type PublishedLight = PublishedFigures & {
  code: string;
  unit: string;
  /** As shown. */
  light: Light;
  /** Absent in editions older than these two members. */
  movement?: Movement;
  progressClass?: ProgressClass | null;
};

/** A task as it was listed, those nobody reports on (待明确) and those withdrawn among them. */
export type PublishedTask = PublishedFigures & {
  code: string;
  content: string;
  leader: string | null;
  due: string;
  /** The task's own: of several leads the worst. */
  light: LightName;
  movement: Movement;
  /** Null for what is listed and not counted. */
  progressClass: ProgressClass | null;
};

/** What the scores had become since the edition before, as the ranking's sheet 变化 prints it. */
export type PublishedChanges = { comparedWith: string; changes: readonly ScoreChange[] };

/** Plain JSON throughout, as it stood on the day. */
export type PublishedContent = {
  /** Counts and percents, as the page and the 通报 showed them. */
  figures: JsonValue;
  /** One for each task and lead. */
  lights: readonly PublishedLight[];
  /** Every task listed; absent in editions older than this member. */
  tasks?: readonly PublishedTask[];
  /** Null with nothing to compare with; absent in editions older than this member. */
  changes?: PublishedChanges | null;
  /** Scores, ranks and lines with their records. */
  scores: readonly UnitScore[];
  /** The settings and rules all this was made with. */
  rules: JsonValue;
  /** The papers, kept as attachments under their SHA-256. */
  documents: readonly { title: string; fileName: string; sha256: string }[];
  /** Where the log stood: later nobody can shorten it to before this point. Null for an empty log. */
  logHead: LogHead | null;
};

export type Edition = {
  period: string;
  /** From 1. */
  edition: number;
  /** Why there is a later edition; empty for the first. */
  reason: string;
  content: PublishedContent;
  publishedAt: string;
  publishedBy: string;
};

export type EditionDraft = Omit<Edition, 'edition'>;

export type EditionResult = { ok: true; edition: Edition } | { ok: false; sentence: string };

function refuse(sentence: string): EditionResult {
  return { ok: false, sentence };
}

/**
 * What the office published: where the log stood, the papers' own dates and the edition compared with differ each
 * time and correct nothing.
 */
function publishedText({ logHead: _, documents: __, changes: ___, ...published }: PublishedContent): string {
  return canonicalJson(published);
}

/** @param previous the latest edition of the same period; null when there is none */
export function nextEdition(previous: Edition | null, draft: EditionDraft): EditionResult {
  if (draft.publishedBy.trim() === '') return refuse('发布须记下发布人，请填写。');
  if (previous === null) return { ok: true, edition: { ...draft, edition: 1, reason: '' } };
  if (previous.period !== draft.period)
    throw new RangeError(`an edition of ${previous.period}, not ${draft.period}`);
  if (draft.reason.trim() === '')
    return refuse(`这一期已发布第${previous.edition}版，再次发布须写明更正原因，请填写。`);
  if (publishedText(previous.content) === publishedText(draft.content))
    return refuse(`内容与第${previous.edition}版相同，不需要再发布；要原样重印请用“重印”。`);
  return { ok: true, edition: { ...draft, edition: previous.edition + 1 } };
}

/** The SHA-256 of everything an edition says. */
export function sealOf(edition: Edition, sha256: Sha256): string {
  return sha256(canonicalJson(edition));
}

/** 「第2版（更正：漏计一张督办单）」; 「第1版」 */
export function editionLabel({ edition, reason }: Pick<Edition, 'edition' | 'reason'>): string {
  return `第${edition}版${reason === '' ? '' : `（更正：${reason}）`}`;
}
