/** Folding functions: how two texts are made comparable. Stored text is never folded, only compared. */

const fullWidthForms = /[\uFF01-\uFF5E]/g;
const fullWidthOffset = 0xfee0;
const invisible = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]|[\uFE00-\uFE0F]/g;
const dashBetweenDigits = /(?<=\d)[\u2010-\u2015\u2212~\u301C-](?=\d)/gu;
const meaningful = /(?<=\d)[.-](?=\d)|%|[^\p{P}\p{Z}\p{Cc}\p{Cf}]/gu;

/**
 * Full-width letters, digits, punctuation and the ideographic space to their ASCII forms, one for one, so that
 * positions stay. Circled numbers (①) and unit signs (㎡) are kept: they are meant as they are written.
 */
export function foldWidth(text: string): string {
  return text
    .replace(fullWidthForms, (form) => String.fromCharCode(form.charCodeAt(0) - fullWidthOffset))
    .replaceAll('\u3000', ' ');
}

/**
 * The form in which two texts are compared for sameness: NFKC, lower case, without spaces, line breaks,
 * zero-width characters, punctuation, quotes and brackets. What changes a number's meaning stays: the percent
 * sign, and between two digits the decimal point and the dash (every dash and tilde there becomes `-`).
 */
export function foldForMatch(text: string): string {
  const plain = text.replace(invisible, '').normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
  const kept = plain.replace(dashBetweenDigits, '-').match(meaningful) ?? [];
  return kept.join('').normalize('NFKC');
}
