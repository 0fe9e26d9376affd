/** The letters of 督办: written from the office's own template where it keeps one, else from ours. */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../excel/atomic-file.ts';
import { defaultTemplate } from './default-templates.ts';
import { type Letter, letterTitle, letterValues } from './letter.ts';
import { type LetterKind, letterKinds, letterNames } from './letter-fields.ts';
import { checkTemplate, fillTemplate } from './templates.ts';

function templateName(kind: LetterKind): string {
  return `${letterNames[kind]}.docx`;
}

/**
 * @param folder of the office's templates; one that lacks this kind, or does not exist, gives ours
 * @throws AppError `file_unreadable`, `bad_input` that names the unknown and missing fields
 */
export async function loadTemplate(folder: string, kind: LetterKind): Promise<Uint8Array> {
  const own = await readFile(join(folder, templateName(kind))).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (own === null) return defaultTemplate(kind);
  const bytes = new Uint8Array(own);
  await checkTemplate(kind, bytes, templateName(kind));
  return bytes;
}

/** Our templates into the folder, for an office to edit; those that are there stay. @returns the names written */
export async function writeDefaultTemplates(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  for (const kind of letterKinds) {
    const file = join(folder, templateName(kind));
    if ((await stat(file).catch(() => null)) !== null) continue;
    const bytes = await defaultTemplate(kind);
    await writeAtomically(file, (path) => writeFile(path, bytes));
    written.push(templateName(kind));
  }
  return written;
}

/** Reads the template once for many letters of its kind. @throws AppError as {@link loadTemplate} */
export async function letterWriter(
  folder: string,
  kind: LetterKind,
): Promise<(letter: Letter) => Promise<Uint8Array>> {
  const template = await loadTemplate(folder, kind);
  return (letter) => fillTemplate(template, letterValues(letter), letterTitle(letter));
}

/** @throws AppError as {@link loadTemplate} @returns a .docx */
export async function supervisionLetter(folder: string, letter: Letter): Promise<Uint8Array> {
  const write = await letterWriter(folder, letter.kind);
  return write(letter);
}
