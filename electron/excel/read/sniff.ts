/** What a file is, by its first bytes; its name's ending is not asked. */
import { isCutOff, oleEntryNames } from './ole-entries.ts';
import { type Refuse, refusals } from './refusal.ts';
import { decodeText } from './text-encoding.ts';

export type Sniffed =
  | { form: 'zip' }
  /** BIFF in an OLE2 container or, before Excel 5, bare. */
  | { form: 'biff'; hasMacros: boolean }
  | { form: 'text'; text: string };

const signatures: readonly { bytes: readonly number[]; refusal: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], refusal: refusals.pdf },
  { bytes: [0x89, 0x50, 0x4e, 0x47], refusal: refusals.picture },
  { bytes: [0xff, 0xd8, 0xff], refusal: refusals.picture },
  { bytes: [0x47, 0x49, 0x46, 0x38], refusal: refusals.picture },
  { bytes: [0x52, 0x61, 0x72, 0x21], refusal: refusals.archive },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], refusal: refusals.archive },
  { bytes: [0x1f, 0x8b], refusal: refusals.archive },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], refusal: refusals.word },
];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function sniffOle(bytes: Uint8Array, refuse: Refuse): Sniffed {
  const names = oleEntryNames(bytes);
  if (names.has('EncryptedPackage')) throw refuse(refusals.password);
  if (names.has('WordDocument')) throw refuse(refusals.word);
  if (names.has('PowerPoint Document')) throw refuse(refusals.slides);
  if (isCutOff(bytes)) throw refuse(refusals.damaged);
  if (!names.has('Workbook') && !names.has('Book')) throw refuse(refusals.otherDocument);
  return { form: 'biff', hasMacros: names.has('_VBA_PROJECT_CUR') };
}

function sniffText(bytes: Uint8Array, refuse: Refuse): Sniffed {
  const decoded = decodeText(bytes);
  if (decoded === null) throw refuse(refusals.unknown);
  const text = decoded.text.replace(/^\uFEFF/, '');
  const start = text.trimStart().slice(0, 2_000).toLowerCase();
  if (start === '') throw refuse(refusals.empty);
  if (/^<\?xml(?![\s\S]*<html)/.test(start)) throw refuse(refusals.xml);
  if (/^(<\?xml|<!doctype|<!--|<[a-z]+[\s>]|mime-version:)/.test(start)) throw refuse(refusals.web);
  return { form: 'text', text };
}

/** @throws AppError `file_unreadable` for what is certainly no spreadsheet, saying what it is */
export function sniff(bytes: Uint8Array, refuse: Refuse): Sniffed {
  if (bytes.length === 0) throw refuse(refusals.empty);
  const known = signatures.find((signature) => startsWith(bytes, signature.bytes));
  if (known !== undefined) throw refuse(known.refusal);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return { form: 'zip' };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return sniffOle(bytes, refuse);
  const [first, second = 0xff, , fourth] = bytes;
  if (first === 0x09 && [0, 2, 4, 8].includes(second) && fourth === 0)
    return { form: 'biff', hasMacros: false };
  return sniffText(bytes, refuse);
}
