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
const quoted = /“[^”]*”|‘[^’]*’|「[^」]*」|『[^』]*』|《[^》]*》|（[^（）]*）|\([^()]*\)|"[^"]*"/gu;
const clauseText = /(?:[^，。；！？;!?,\n]|(?<=\d),(?=\d{3}))+/gu;

/** Stands for a character that is quoted; it is no digit, no measure and no separator. */
export const blank = '\uE000';

/**
 * Numbers inside quotes are names and slogans (「“五个一”」), those in brackets details of a number outside;
 * neither is a promise of its own, so both are blanked out.
 */
export function prepareScan(text: string): ScanText {
  const halfWidth = text.replace(fullWidthDigits, (form) =>
    String.fromCharCode(form.charCodeAt(0) - fullWidthOffset),
  );
  return { original: text, scanned: halfWidth.replace(quoted, (part) => blank.repeat(part.length)) };
}

/** The clauses of a prepared text, in order. */
export function splitClauses(scanned: string): Clause[] {
  return [...scanned.matchAll(clauseText)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
