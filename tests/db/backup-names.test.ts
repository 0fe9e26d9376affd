import { expect, test } from 'vitest';
import {
  expendableBackups,
  keptNewest,
  listBackupNames,
  nextBackupName,
} from '#electron/db/sqlite/backup-names.ts';

/** One backup a day at nine, ending with the 28th of June 2024. */
function dailyNames(days: number): string[] {
  return Array.from({ length: days }, (_, index) =>
    nextBackupName([], new Date(2024, 5, 28 - index, 9), 'import'),
  );
}

test('a name tells day, time and reason by the clock on the wall', () => {
  const at = new Date(2024, 5, 28, 9, 5, 7);
  expect(nextBackupName([], at, 'import')).toBe('duban-20240628-090507-import.sqlite');
});

test('a second backup of one second is numbered, whatever its reason', () => {
  const at = new Date(2024, 0, 1);
  const taken = ['duban-20240101-000000-manual.sqlite', 'duban-20240101-000000-manual.sqlite.sha256'];
  expect(nextBackupName(taken, at, 'import')).toBe('duban-20240101-000000-import-2.sqlite');
});

test('newest first, whatever the reason, the second of one second after the first', () => {
  const names = [
    'duban-20240628-090507-migration.sqlite',
    'duban-20240628-090508-import.sqlite',
    'duban-20240628-090508-import-2.sqlite',
    'duban-20231231-235959-manual.sqlite',
  ];
  expect(listBackupNames(names)).toEqual([names[2], names[1], names[0], names[3]]);
});

test('as many as are kept: none goes', () => {
  expect(expendableBackups(dailyNames(keptNewest))).toEqual([]);
});

test('the newest thirty stay, and of each older month its last', () => {
  const gone = expendableBackups(dailyNames(90));
  const kept = dailyNames(90).filter((name) => !gone.includes(name));
  expect(kept.slice(0, keptNewest)).toEqual(dailyNames(keptNewest));
  // 28 in June and 2 in May are the thirty; May is among them, so April and March give one each.
  expect(kept.slice(keptNewest)).toEqual([
    'duban-20240430-090000-import.sqlite',
    'duban-20240331-090000-import.sqlite',
  ]);
});

test('what is not named as ours is never let go', () => {
  const foreign = [
    '重要备份.sqlite',
    'duban.sqlite',
    'duban-2023-old.sqlite',
    'duban-20230101-090000-import.sqlite.bak',
    'my-duban-20230101-090000-import.sqlite',
  ];
  expect(
    expendableBackups([...dailyNames(200), ...foreign]).filter((name) => foreign.includes(name)),
  ).toEqual([]);
});
