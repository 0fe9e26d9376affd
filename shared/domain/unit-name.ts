/** 单位 names as people print them: lists with stars and brackets, and which unit of the directory is meant. */
import { foldWidth } from './text.ts';
import type { UnitEntry } from './unit.ts';

/** One name of a printed list. */
export interface ListedUnit {
  /** As printed, star removed, bracket kept. */
  printed: string;
  /** Marked `*`: the unit leads. */
  starred: boolean;
}

/** Which unit a printed name means. */
export interface ResolvedUnit {
  unit: UnitEntry;
  /** The bracket's text as printed: 「区委改革办」 of 「区委办公室（区委改革办）」; null without a bracket. */
  bracket: string | null;
  /** The office the bracket names, if the directory lists it under this unit. */
  office: UnitEntry | null;
}

export type UnitResolver = (printed: string) => ResolvedUnit | null;

const separators = new Set(['、', '，', ',', '；', ';', '\n', '\r']);
const openingBrackets = new Set(['（', '(']);
const closingBrackets = new Set(['）', ')']);
const star = /^(?:\s*\\?[*＊★])+\s*|\s*(?:\\?[*＊★]\s*)+$/gu;
const ignoredInNames = /[\s\u200B-\u200F\u2060\uFEFF“”‘’"'「」『』*＊★\\]/gu;
const trailingBracket = /^([^（(]+)[（(](.*)[）)]\s*$/su;

function splitOutsideBrackets(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let piece = '';
  for (const character of text) {
    if (openingBrackets.has(character)) depth += 1;
    else if (closingBrackets.has(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && separators.has(character)) {
      pieces.push(piece);
      piece = '';
    } else {
      piece += character;
    }
  }
  return [...pieces, piece];
}

/**
 * Splits a printed list at 、，；, semicolons and line breaks, but not inside brackets of either width
 * (domain.md, How the notice is read, rule 1). Empty pieces are dropped.
 */
export function splitUnitList(text: string): ListedUnit[] {
  return splitOutsideBrackets(text).flatMap((piece) => {
    const printed = piece.replace(star, '').trim();
    return printed === '' ? [] : [{ printed, starred: printed !== piece.trim() }];
  });
}

/** A unit's name for comparing: half-width, without spaces, quotes and stars, in lower case. */
export function foldUnitName(name: string): string {
  return foldWidth(name.normalize('NFC')).replace(ignoredInNames, '').toLowerCase();
}

function indexNames(directory: readonly UnitEntry[]): Map<string, UnitEntry> {
  const entries = new Map<string, UnitEntry>();
  for (const entry of directory) {
    for (const name of [entry.name, ...entry.aliases]) {
      const folded = foldUnitName(name);
      if (!entries.has(folded)) entries.set(folded, entry);
    }
  }
  return entries;
}

/**
 * Makes the function that finds a printed name in the directory by canonical name or alias, whatever its width,
 * spaces and quotes. A name with a bracket is the unit outside the bracket (domain.md, rule 7); an office that
 * stands alone is itself. It answers null for a name the directory does not know.
 */
export function createUnitResolver(directory: readonly UnitEntry[]): UnitResolver {
  const entries = indexNames(directory);
  return (printed) => {
    const whole = entries.get(foldUnitName(printed));
    if (whole !== undefined) return { unit: whole, bracket: null, office: null };
    const [, outside = '', inside = ''] = trailingBracket.exec(printed) ?? [];
    const unit = entries.get(foldUnitName(outside));
    if (unit === undefined) return null;
    const office = entries.get(foldUnitName(inside));
    return { unit, bracket: inside.trim(), office: office?.parent === unit.name ? office : null };
  };
}
