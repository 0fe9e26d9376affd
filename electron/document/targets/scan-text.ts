/** A task's text made ready for finding numbers; positions are the same in all its forms. */
export interface ScanText {
  /** As given; names are cut from it. */
  original: string;
  /** Digits, letters, ％ and ． half-width; quoted and bracketed text blanked out. */
  scanned: string;
}

/** A stretch of the text between two commas or full stops. */
export interface Clause {
  start: number;
  end: number;
}

const fullWidthDigits = /[０-９Ａ-Ｚａ-ｚ％．＋]/gu;
const fullWidthOffset = 0xfee0;
const quoted = /“[^”]*”|‘[^’]*’|「[^」]*」|『[^』]*』|《[^》]*》|"[^"]*"/gu;
const bracketed = /（[^（）]*）|\([^()]*\)/gu;
const clauseText = /(?:[^，。；！？;!?,\n]|(?<=\d),(?=\d{3}))+/gu;

const quotedBlank = '\uE000';

/** Stands for a character inside brackets; like the one for quotes it is no digit, no measure and no separator. */
export const bracketBlank = '\uE001';

/**
 * Numbers inside quotes are names and slogans (「“五个一”」), those in brackets details of a number outside;
 * neither is a promise of its own, so both are blanked out.
 */
export function prepareScan(text: string): ScanText {
  const halfWidth = text.replace(fullWidthDigits, (form) =>
    String.fromCharCode(form.charCodeAt(0) - fullWidthOffset),
  );
  const scanned = halfWidth
    .replace(quoted, (part) => quotedBlank.repeat(part.length))
    .replace(bracketed, (part) => bracketBlank.repeat(part.length));
  return { original: text, scanned };
}

/** The clauses of a prepared text, in order. */
export function splitClauses(scanned: string): Clause[] {
  return [...scanned.matchAll(clauseText)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
