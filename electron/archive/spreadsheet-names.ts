/** Which of a folder's or archive's files are looked at. */

const spreadsheet = /\.(xlsx|xlsm|xlsb|xltx|xls|et|ett|ods|csv)$/i;

/** What Excel, WPS and LibreOffice leave beside a file that is open. */
const lockFile = /^(~\$|\.~)/;

/** Of systems, not of people: hidden ones, a Mac's resource forks, the recycle bin. */
const systemName =
  /^(?:\.(?!\.?$)|__MACOSX$|\$RECYCLE\.BIN$|System Volume Information$|desktop\.ini$|Thumbs\.db$)/i;

export function isSpreadsheetName(name: string): boolean {
  return spreadsheet.test(name) && !lockFile.test(name) && !systemName.test(name);
}

export function isArchiveName(name: string): boolean {
  return /\.zip$/i.test(name) && !lockFile.test(name) && !systemName.test(name);
}

/** A path of an archive, or a folder's name, that is looked into. */
export function isPeoplesPath(path: string): boolean {
  return path.split('/').every((part) => !systemName.test(part));
}
