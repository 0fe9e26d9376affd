import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimFileName, safeFileName } from '#electron/excel/file-name.ts';

test('an ordinary name stays as it is', () => {
  expect(safeFileName('区政府办公室（区“两个健康”办）-2024年6月进展填报表', '.xlsx')).toBe(
    '区政府办公室（区“两个健康”办）-2024年6月进展填报表.xlsx',
  );
});

test('characters Windows forbids become their full-width look-alikes', () => {
  expect(safeFileName('甲/乙:丙*丁?<戊>|"己"\\', '.xlsx')).toBe('甲／乙：丙＊丁？＜戊＞｜＂己＂＼.xlsx');
});

test.each(['CON', 'con', 'NUL.txt', 'COM1', 'LPT9', 'aux.'])('the device name %s is not used', (name) => {
  expect(safeFileName(name, '.xlsx')).toMatch(/^_/);
});

test.each(['CONSOLE', 'COM10', '控制'])('%s only resembles a device', (name) => {
  expect(safeFileName(name, '.xlsx')).toBe(`${name}.xlsx`);
});

test('dots and spaces at the ends, line breaks and invisible characters go', () => {
  expect(safeFileName('  台账\n一\u202E.. ', '.xlsx')).toBe('台账 一.xlsx');
  expect(safeFileName(' . ', '.xlsx')).toBe('未命名.xlsx');
});

test('a name takes at most 255 bytes, a path at most 259 characters', () => {
  const longest = 83;
  expect(safeFileName('督'.repeat(longest), '.xlsx')).toBe(`${'督'.repeat(longest)}.xlsx`);
  expect(safeFileName('督'.repeat(longest + 1), '.xlsx')).toBe(`${'督'.repeat(longest)}.xlsx`);
  const directory = `C:\\${'d'.repeat(200)}`;
  const path = `${directory}\\${safeFileName('督'.repeat(80), '.xlsx', directory)}`;
  expect(path).toHaveLength(259);
});

test('whatever the unit is called, the name is one Windows takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (stem) => {
      const name = safeFileName(stem, '.xlsx');
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|[. ]\.xlsx$|^\s/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      expect(name.isWellFormed()).toBe(true);
    }),
  );
});

test('two units whose names come out alike get two files', () => {
  const taken = new Set<string>();
  expect(claimFileName('A局', '.xlsx', '/d', taken)).toBe('A局.xlsx');
  expect(claimFileName('a局', '.xlsx', '/d', taken)).toBe('a局（2）.xlsx');
});
