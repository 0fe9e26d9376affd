/** Templates an office may replace by its own: what fields one holds, whether they are the right ones, and filling it. */
import { PatchType, patchDetector, patchDocument, type TableRowsPatch, TextRun } from 'docx';
import { AppError } from '#shared/contract/errors.ts';
import type { LetterValues } from './letter.ts';
import { type LetterKind, letterFields, letterNames } from './letter-fields.ts';
import { printable } from './office-paper.ts';

/** A template is a page or two; more is some other document. */
const maxTemplateBytes = 5 * 1024 * 1024;
const zipStart = [0x50, 0x4b, 0x03, 0x04];

function unreadable(fileName: string, why: string): AppError {
  return new AppError(
    'file_unreadable',
    `模板“${fileName}”${why}，没有采用。请用 Word 或 WPS 打开检查，另存为 .docx。`,
    { fileName },
  );
}

/**
 * The fields of a template, each once; Word may have split them over several runs.
 * @throws AppError `file_unreadable` for a file that is no .docx
 */
async function fieldsOf(bytes: Uint8Array, fileName: string): Promise<string[]> {
  if (bytes.length > maxTemplateBytes) throw unreadable(fileName, '太大');
  if (zipStart.some((byte, index) => bytes[index] !== byte)) throw unreadable(fileName, '不是 .docx 文档');
  try {
    return [...new Set(await patchDetector({ data: bytes, trimPlaceholders: true }))];
  } catch {
    throw unreadable(fileName, '已损坏，或不是 .docx 文档');
  }
}

const quoted = (fields: readonly string[]) => fields.map((field) => `{{${field}}}`).join('、');

/** What is wrong with the fields of a template, in words; empty when nothing is. */
export function templateProblems(kind: LetterKind, fields: readonly string[]): string[] {
  const { required, optional } = letterFields[kind];
  const known = [...required, ...optional];
  const unknown = fields.filter((field) => !known.includes(field));
  const missing = required.filter((field) => !fields.includes(field));
  return [
    unknown.length > 0 ? `不认识的栏目：${quoted(unknown)}` : [],
    missing.length > 0 ? `缺少栏目：${quoted(missing)}` : [],
    unknown.length > 0 ? `可用的栏目：${quoted(known)}` : [],
  ].flat();
}

/** @throws AppError `file_unreadable`, `bad_input` that names every unknown and missing field */
export async function checkTemplate(kind: LetterKind, bytes: Uint8Array, fileName: string): Promise<void> {
  const problems = templateProblems(kind, await fieldsOf(bytes, fileName));
  if (problems.length === 0) return;
  throw new AppError(
    'bad_input',
    `${letterNames[kind]}的模板“${fileName}”不能用。${problems.join('；')}。请改正后再试。`,
  );
}

/**
 * In the template's own font and size. What looks like a field in a person's words is none.
 * @param indent what each further line begins with
 */
function inline(text: string, indent = '') {
  const lines = text
    .replaceAll('{{', '｛｛')
    .split('\n')
    .map((line, index) => (index === 0 ? line : indent + line));
  const children = lines.map(
    (line, index) => new TextRun({ text: printable(line), break: index === 0 ? 0 : 1 }),
  );
  return { type: PatchType.PARAGRAPH, children } as const;
}

function repeatedRows(rows: LetterValues['tables'][string]): TableRowsPatch {
  const patches = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([field, text]) => [field, inline(text)])),
  );
  return { type: PatchType.TABLE_ROWS, rows: patches };
}

/** @param template checked by {@link checkTemplate} @returns a .docx */
export async function fillTemplate(
  template: Uint8Array,
  { texts, tables }: LetterValues,
  title: string,
): Promise<Uint8Array> {
  // As the first line of its paragraph stands: two characters in.
  const inlines = Object.entries(texts).map(([field, text]) => [field, inline(text, '　　')] as const);
  const repeated = Object.entries(tables).map(([name, rows]) => [name, repeatedRows(rows)] as const);
  return patchDocument({
    outputType: 'uint8array',
    data: template,
    patches: { ...Object.fromEntries(inlines), ...Object.fromEntries(repeated) },
    keepOriginalStyles: true,
    trimPlaceholders: true,
    properties: { title, creator: '督办台账', lastModifiedBy: '督办台账' },
  });
}
