/** What `duban import` takes for a file: itself, or the spreadsheets of a folder. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';

const spreadsheet = /\.(xlsx|xlsm|xls|xlsb|et|ods|csv)$/i;
/** What Excel, WPS and LibreOffice leave beside a file that is open. */
const lockFile = /^(~\$|\.~)/;

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function filesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => spreadsheet.test(name) && !lockFile.test(name));
  if (names.length === 0) throw new AppError('not_found', `文件夹“${folder}”里没有表格文件。`);
  return names.sort().map((name) => join(folder, name));
}

/**
 * A folder becomes the spreadsheets directly in it, by name; a file that does not exist stays, to be refused by name.
 * @throws AppError `not_found` for a folder without any
 */
export function expandFolders(paths: readonly string[]): string[] {
  return paths.flatMap((path) => (isFolder(path) ? filesIn(path) : [path]));
}
