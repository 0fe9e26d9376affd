/** Which office document a zip holds, and which of its entries the reader needs. */
import type { FileKind } from '#shared/domain/sheet.ts';
import { type Refuse, refusals } from './refusal.ts';
import type { ZipContents } from './zip-contents.ts';
import type { ZipEntry } from './zip-directory.ts';

const openDocumentParts = new Set(['mimetype', 'content.xml', 'styles.xml', 'META-INF/manifest.xml']);
const needlessParts =
  /(^|\/)(media|drawings|charts|embeddings|externalLinks|printerSettings|activeX|ctrlProps|pivotTables|pivotCache|theme|customXml|docProps|comments|threadedComments|persons)\d*[/.]|calcChain\.|comments\d*\.(xml|bin)$|vbaProject|cellimages\./i;

/** Names a reader must have to tell what the zip is; asked before anything else is unpacked. */
export const tellingParts = ['[Content_Types].xml', 'mimetype', 'META-INF/manifest.xml'];

/** Whether the parser needs an entry: cells, texts, formats and what ties them together; no pictures, no macros. */
export function isNeededPart(name: string): boolean {
  if (openDocumentParts.has(name)) return true;
  return /\.(xml|rels|bin)$/i.test(name) && !needlessParts.test(name);
}

export function hasMacros(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => /(^|\/)vbaProject\.bin$/i.test(name) || name.startsWith('Basic/'));
}

export function hasExternalLinks(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => /(^|\/)externalLinks\/externalLink\d*\.(xml|bin)$/i.test(name));
}

function openDocumentKind(contents: ZipContents, manifest: string, refuse: Refuse): FileKind {
  if (/<manifest:encryption-data/.test(manifest)) throw refuse(refusals.password);
  const mimetype = new TextDecoder().decode(contents.get('mimetype')) || manifest;
  if (/opendocument\.text/.test(mimetype) && !/opendocument\.spreadsheet/.test(mimetype)) {
    throw refuse(refusals.word);
  }
  if (!/opendocument\.spreadsheet/.test(mimetype)) throw refuse(refusals.otherDocument);
  return 'ods';
}

function openXmlKind(types: string, entries: readonly ZipEntry[], refuse: Refuse): FileKind {
  if (/wordprocessingml/.test(types)) throw refuse(refusals.word);
  if (/presentationml\.presentation/.test(types)) throw refuse(refusals.slides);
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  if (has(/(^|\/)workbook\.bin$/i)) return 'xlsb';
  if (/ms-excel\.(sheet|template|addin)\.macroEnabled/i.test(types)) return 'xlsm';
  if (/spreadsheetml/.test(types) || has(/(^|\/)workbook\.xml$/i)) return 'xlsx';
  throw refuse(refusals.otherDocument);
}

/**
 * @param contents at least the {@link tellingParts} that exist
 * @throws AppError `file_unreadable` for other documents, encrypted ones and plain archives
 */
export function packageKind(entries: readonly ZipEntry[], contents: ZipContents, refuse: Refuse): FileKind {
  const text = (name: string) => new TextDecoder().decode(contents.get(name));
  const types = text('[Content_Types].xml');
  if (types !== '') return openXmlKind(types, entries, refuse);
  const manifest = text('META-INF/manifest.xml');
  if (manifest !== '') return openDocumentKind(contents, manifest, refuse);
  if (entries.some(({ name }) => name.endsWith('.iwa'))) throw refuse(refusals.otherDocument);
  throw refuse(refusals.archive);
}
