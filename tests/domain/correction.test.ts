import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedPassage } from '#shared/domain/correction.ts';

test('a changed digit is shown with its surroundings', () => {
  const before = '全年新增规上企业 15 家以上，力争更多。';
  expect(changedPassage(before, before.replace('15', '18'))).toEqual({
    from: '企业 15 家以上',
    to: '企业 18 家以上',
  });
});

test('an addition is shown with what it follows', () => {
  expect(changedPassage('500 强项', '500 强项目 1 个')).toEqual({ from: '0 强项', to: '0 强项目 1 个' });
});

test('a passage that occurs twice is widened until it occurs once', () => {
  const before = '甲乙丙丁戊己庚。甲乙丙丁戊己庚，完。';
  const { from, to } = changedPassage(before, '甲乙丙丁戊己庚。甲乙丙子戊己庚，完。');
  expect(before.split(from)).toHaveLength(2);
  expect(before.replace(from, to)).toBe('甲乙丙丁戊己庚。甲乙丙子戊己庚，完。');
});

test('replacing the passage always gives the new text', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '1', ' ', '𠮷'), maxLength: 30 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before !== '' && before !== after);
      const { from, to } = changedPassage(before, after);
      expect(from).not.toBe('');
      expect(before.replace(from, () => to)).toBe(after);
    }),
  );
});
