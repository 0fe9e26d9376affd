/** Names of backups and which of them are kept. Pure. */

/** Why a backup was made; part of its name. */
export type BackupReason = 'import' | 'migration' | 'manual';

const namePattern = /^duban-(\d{8})-(\d{6})-[a-z]+(?:-\d+)?\.sqlite$/;

/** So many newest backups are kept, and besides them the last one of each month. */
export const keptNewest = 30;

/**
 * `duban-20240628-093015-import.sqlite`, by the PC's clock; a further backup of the same second, whatever its
 * reason, is numbered.
 * @param taken the folder's names
 */
export function nextBackupName(taken: readonly string[], at: Date, reason: BackupReason): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  const stamp = `duban-${day}-${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}-`;
  const copy = 1 + taken.filter((name) => name.startsWith(stamp) && namePattern.test(name)).length;
  return `${stamp}${reason}${copy === 1 ? '' : `-${copy}`}.sqlite`;
}

/** Our own backups among a folder's names, newest first. */
export function listBackupNames(names: readonly string[]): string[] {
  return names.filter((name) => namePattern.test(name)).sort((a, b) => (sortKey(a) < sortKey(b) ? 1 : -1));
}

/** Which of a folder's files the keep rule lets go; never one that is not named as ours. */
export function expendableBackups(names: readonly string[]): string[] {
  const monthsSeen = new Set<string>();
  return listBackupNames(names).filter((name, index) => {
    const month = name.slice('duban-'.length, 'duban-YYYYMM'.length);
    const lastOfMonth = !monthsSeen.has(month);
    monthsSeen.add(month);
    return index >= keptNewest && !lastOfMonth;
  });
}

/** Day, time, then the copy number: the reason must not decide the order. */
function sortKey(name: string): string {
  const copy = /-(\d+)\.sqlite$/.exec(name)?.[1] ?? '1';
  return `${name.slice(0, 'duban-YYYYMMDD-HHmmss'.length)}-${copy.padStart(4, '0')}`;
}

/** The checksum beside a backup, in the format of sha256sum. */
export function digestName(backup: string): string {
  return `${backup}.sha256`;
}
