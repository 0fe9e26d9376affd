/** Tells the encodings of a text file apart by its content (excel-notes.md, Reading). */

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface DecodedText {
  text: string;
  encoding: TextEncoding;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: their presence is what tells binary data from text
const binaryCharacter = /[\u0000-\u0008\u000B\u000E-\u001F\u007F\uFFFE\uFFFF]/;
const unassigned = /[\p{Cn}\p{Co}]/u;

/** Null when the bytes are not this encoding, or spell characters no office types. */
function decodeAs(encoding: TextEncoding, bytes: Uint8Array): DecodedText | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return binaryCharacter.test(text) ? null : { text, encoding };
  } catch {
    return null;
  }
}

function encodingByMark(bytes: Uint8Array): TextEncoding | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without its mark: a zero byte never occurs in UTF-8 or GBK text, a separator always does in a table. */
function decodeUnmarkedUtf16(bytes: Uint8Array): DecodedText | null {
  const candidates = [decodeAs('utf-16le', bytes), decodeAs('utf-16be', bytes)];
  return (
    candidates.find(
      (decoded) => decoded !== null && /[,;\t\n]/.test(decoded.text) && !unassigned.test(decoded.text),
    ) ?? null
  );
}

/**
 * The text of a file, or null when it is no text at all. Order: byte order mark, zero bytes (UTF-16), strict
 * UTF-8, strict GB18030; what only happens to be valid but spells control characters is refused.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = encodingByMark(bytes);
  if (marked !== null) return decodeAs(marked, bytes);
  if (bytes.includes(0)) return decodeUnmarkedUtf16(bytes);
  const utf8 = decodeAs('utf-8', bytes);
  if (utf8 !== null) return utf8;
  const chinese = decodeAs('gb18030', bytes);
  return chinese !== null && !unassigned.test(chinese.text) ? chinese : null;
}
