import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeAtomically } from '#electron/excel/atomic-file.ts';
import { explainWriteFailure } from '#electron/excel/write-failure.ts';
import { AppError } from '#shared/contract/errors.ts';
import { temporaryDirectory } from '../helpers/database.ts';

test('the file has its name only when it is whole, and nothing else stays in the folder', async () => {
  const file = join(temporaryDirectory(), '台账.xlsx');
  await writeAtomically(file, async (path) => {
    await writeFile(path, '一半');
    expect(existsSync(file)).toBe(false);
    await writeFile(path, '全部');
  });
  expect(readFileSync(file, 'utf8')).toBe('全部');
  expect(readdirSync(join(file, '..'))).toEqual(['台账.xlsx']);
});

test('a failure leaves the old file as it was and no half of the new one', async () => {
  const directory = temporaryDirectory();
  const file = join(directory, '台账.xlsx');
  writeFileSync(file, '旧');
  const failing = writeAtomically(file, async (path) => {
    await writeFile(path, '一半');
    throw new AppError('cancelled', '已取消。');
  });
  await expect(failing).rejects.toThrow('已取消。');
  expect(readFileSync(file, 'utf8')).toBe('旧');
  expect(readdirSync(directory)).toEqual(['台账.xlsx']);
});

test('a folder that is not there is told before anything is written', async () => {
  const file = join(temporaryDirectory(), '没有', '台账.xlsx');
  const failing = writeAtomically(file, (path) => writeFile(path, ''));
  await expect(failing).rejects.toMatchObject({
    code: 'file_unwritable',
    message: expect.stringContaining('不存在'),
  });
});

test('a folder of the same name is not replaced', async () => {
  const file = join(temporaryDirectory(), '台账.xlsx');
  mkdirSync(file);
  await expect(writeAtomically(file, (path) => writeFile(path, ''))).rejects.toMatchObject({
    code: 'file_unwritable',
    message: '“台账.xlsx”是一个文件夹的名字，不能写成文件。请改一个文件名。',
  });
});

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

test.each(['EBUSY', 'EPERM', 'EACCES'])('%s on an existing file means that it is open elsewhere', (code) => {
  const file = join(temporaryDirectory(), '台账.xlsx');
  writeFileSync(file, '');
  expect(explainWriteFailure(systemError(code), file)).toMatchObject({
    code: 'file_unwritable',
    message: '“台账.xlsx”正被其他程序打开，请关闭后重试。',
  });
});

test('the same on a file that is not there is the folder refusing', () => {
  const file = join(temporaryDirectory(), '台账.xlsx');
  expect(explainWriteFailure(systemError('EACCES'), file)).toMatchObject({
    message: expect.stringContaining('没有权限'),
  });
});

test('a full disk is said; a defect is passed on as it is', () => {
  expect(explainWriteFailure(systemError('ENOSPC'), '/d/台账.xlsx')).toMatchObject({
    message: '磁盘空间不足，“台账.xlsx”没有写成。请腾出空间或换一个位置。',
  });
  const defect = new TypeError('x is not a function');
  expect(explainWriteFailure(defect, '/d/台账.xlsx')).toBe(defect);
});
