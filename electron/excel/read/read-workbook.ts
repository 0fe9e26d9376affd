/** Whatever spreadsheet a unit sends back → plain rows, or one sentence that says why not (excel-notes.md). */
import { read, set_cptable, type WorkBook } from '@e965/xlsx';
import * as cptable from '@e965/xlsx/dist/cpexcel.full.mjs';
import type { FileKind, PlainWorkbook } from '#shared/domain/sheet.ts';
import { readCsv } from './csv.ts';
import { maxFileBytes } from './limits.ts';
import { hasExternalLinks, hasMacros, isNeededPart, packageKind, tellingParts } from './office-package.ts';
import { noFacts, noticesOfSheets, type PackageFacts, plainSheets } from './plain-workbook.ts';
import { quietly } from './quietly.ts';
import { type Refuse, refusalFor, refusals } from './refusal.ts';
import { hiddenColumnsBySheet, hiddenOdsSheets, markFormulasWithoutValue } from './sheet-xml.ts';
import { sniff } from './sniff.ts';
import { packStored, unpackEntries, type ZipContents } from './zip-contents.ts';
import { checkZipSizes, readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** Without these tables the GBK texts of an Excel 5/95 file become Latin letters. */
set_cptable(cptable);

const macroNotice = '文件带有宏，宏没有运行，也不会导入。';
const externalLinkNotice = '文件引用了别的工作簿，只采用保存时的结果。';

/** @param columnStyles only then hidden columns are told; costs a stub for each formatted blank cell */
function parse(bytes: Uint8Array, columnStyles: boolean, refuse: Refuse): WorkBook {
  const options = { dense: true, cellNF: true, cellHTML: false, cellStyles: columnStyles, nodim: true };
  try {
    return quietly(() => read(bytes, { type: 'array', ...options }));
  } catch (error) {
    const isProtected = error instanceof Error && /password|encrypt/i.test(error.message);
    throw refuse(isProtected ? refusals.password : refusals.damaged);
  }
}

function packageFacts(kind: FileKind, entries: readonly ZipEntry[], contents: ZipContents): PackageFacts {
  const isCellless = ({ name }: ZipEntry) => /(chart|dialog|macro)sheets\/[^/]+\.(xml|bin)$/i.test(name);
  return {
    hiddenColumns: kind === 'ods' || kind === 'xlsb' ? [] : hiddenColumnsBySheet(contents),
    hiddenSheets: kind === 'ods' ? hiddenOdsSheets(contents) : [],
    celllessSheets: entries.filter(isCellless).length,
  };
}

function readPackage(bytes: Uint8Array, refuse: Refuse): PlainWorkbook {
  const entries = readZipDirectory(bytes, refuse);
  checkZipSizes(entries, refuse);
  const telling = unpackEntries(bytes, entries, (name) => tellingParts.includes(name), refuse);
  const kind = packageKind(entries, telling, refuse);
  const contents = markFormulasWithoutValue(unpackEntries(bytes, entries, isNeededPart, refuse));
  const workbook = parse(packStored(contents), false, refuse);
  const sheets = plainSheets(workbook, packageFacts(kind, entries, contents), refuse);
  const notices = noticesOfSheets(sheets);
  if (hasMacros(entries)) notices.push(macroNotice);
  if (hasExternalLinks(entries)) notices.push(externalLinkNotice);
  return { kind, sheets, notices };
}

function readBiff(bytes: Uint8Array, withMacros: boolean, refuse: Refuse): PlainWorkbook {
  const sheets = plainSheets(parse(bytes, true, refuse), noFacts, refuse);
  const notices = noticesOfSheets(sheets);
  if (withMacros) notices.push(macroNotice);
  return { kind: 'xls', sheets, notices };
}

/**
 * Reads a returned file. Its kind is decided by content; no formula is evaluated, no macro run, no external
 * entity resolved. Meant for a worker that is killed after 20 s or beyond 1 GB: a hostile file may loop.
 * @throws AppError `file_unreadable` with one sentence: what the file is and what the unit should do
 */
export function readWorkbook(bytes: Uint8Array, fileName: string): PlainWorkbook {
  const refuse = refusalFor(fileName);
  if (bytes.length > maxFileBytes) throw refuse(refusals.tooLarge);
  const sniffed = sniff(bytes, refuse);
  if (sniffed.form === 'zip') return readPackage(bytes, refuse);
  if (sniffed.form === 'biff') return readBiff(bytes, sniffed.hasMacros, refuse);
  return { kind: 'csv', sheets: [readCsv(sniffed.text, refuse)], notices: [] };
}
