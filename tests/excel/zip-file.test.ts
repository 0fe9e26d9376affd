import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeZipFile } from '#electron/excel/write/zip-file.ts';
import { AppError } from '#shared/contract/errors.ts';
import { temporaryDirectory } from '../helpers/database.ts';

const at = new Date('2024-06-20T01:00:00.000Z');
const goOn = () => {};

function sourceFolder() {
  const directory = temporaryDirectory();
  const entry = (name: string, text: string) => {
    writeFileSync(join(directory, name), text);
    return { name, file: join(directory, name) };
  };
  return { directory, entry, target: join(directory, '填报表.zip') };
}

test('every file is in it under its name, whatever its size', async () => {
  const { entry, target } = sourceFolder();
  const large = '督办'.repeat(400_000);
  await writeZipFile(
    target,
    [entry('区发改局.xlsx', '表'), entry('空.xlsx', ''), entry('大.xlsx', large)],
    at,
    goOn,
  );
  const entries = unzipSync(readFileSync(target));
  expect(Object.entries(entries).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual([
    ['区发改局.xlsx', '表'],
    ['空.xlsx', ''],
    ['大.xlsx', large],
  ]);
});

test('stopped between two files it leaves what was there before', async () => {
  const { directory, entry, target } = sourceFolder();
  writeFileSync(target, '旧');
  let asked = 0;
  const stopAtSecond = () => {
    asked += 1;
    if (asked === 2) throw new AppError('cancelled', '已取消。');
  };
  const entries = [entry('甲.xlsx', '甲'), entry('乙.xlsx', '乙')];
  await expect(writeZipFile(target, entries, at, stopAtSecond)).rejects.toMatchObject({ code: 'cancelled' });
  expect(readFileSync(target, 'utf8')).toBe('旧');
  expect(readdirSync(directory).sort()).toEqual(['乙.xlsx', '填报表.zip', '甲.xlsx'].sort());
});

test('a file that is gone fails with a sentence, and no .zip is left', async () => {
  const { directory, target } = sourceFolder();
  const gone = { name: '甲.xlsx', file: join(directory, '甲.xlsx') };
  await expect(writeZipFile(target, [gone], at, goOn)).rejects.toMatchObject({ code: 'file_unwritable' });
  expect(readdirSync(directory)).toEqual([]);
});
