import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formBase } from '#shared/domain/form-meta.ts';
import {
  emptyProgress,
  type ProgressValues,
  progressFields,
  progressStatuses,
} from '#shared/domain/progress.ts';
import { mergeField, mergeRow } from '#shared/domain/return/merge.ts';

const values = (given: Partial<ProgressValues>): ProgressValues => ({ ...emptyProgress, ...given });

describe('one field', () => {
  test.each([
    ['equal is unchanged', 'a', 'b', 'b', 'unchanged'],
    ['only theirs changed', 'a', 'b', 'a', 'theirs'],
    ['only ours changed', 'a', 'a', 'b', 'ours'],
    ['both changed differently', 'a', 'b', 'c', 'conflict'],
    ['a blank never erases', 'a', '', 'a', 'ours'],
    ['a blank never erases what we changed', 'a', '', 'c', 'ours'],
    ['a first report', '', 'b', '', 'theirs'],
    ['nobody said anything', '', '', '', 'unchanged'],
    ['line breaks of Windows are no change', 'a\nb', 'a\r\nb', 'c', 'ours'],
    ['blanks at line ends are no change', 'a', ' b ', 'b', 'unchanged'],
  ])('%s', (_, base, theirs, ours, outcome) => {
    expect(mergeField(base, theirs, ours)).toBe(outcome);
  });
});

test('a row takes what only they changed, keeps what only we changed, and reports the rest', () => {
  const base = formBase(
    values({ narrative: '开工', percent: 50, problems: '缺资金', status: 'in_progress' }),
  );
  const ours = values({ narrative: '开工', percent: 60, problems: '缺资金缺地', status: 'in_progress' });
  const merged = mergeRow(
    base,
    { narrative: '竣工', percent: 50, problems: '缺人', status: 'completed' },
    ours,
  );
  expect(merged.values).toMatchObject({
    narrative: '竣工',
    percent: 60,
    problems: '缺人',
    status: 'completed',
  });
  expect(merged.hasConflict).toBe(true);
  expect(merged.changed).toEqual([
    { field: 'narrative', outcome: 'theirs', ours: '开工', theirs: '竣工' },
    { field: 'status', outcome: 'theirs', ours: '推进中', theirs: '已完成' },
    { field: 'problems', outcome: 'conflict', ours: '缺资金缺地', theirs: '缺人' },
  ]);
});

const text = fc.constantFrom('', '开工', '竣工', '第一行\n第二行', '=1+1', ' 有空格 ');
const progress: fc.Arbitrary<ProgressValues> = fc.record({
  narrative: text,
  percent: fc.constantFrom(null, 0, 50, 85.5, 100),
  status: fc.constantFrom(null, ...progressStatuses),
  problems: text,
  next: text,
  reporter: text,
  phone: text,
});
const stated = fc.record(
  {
    narrative: text,
    percent: fc.constantFrom(0, 50, 100),
    status: fc.constantFrom(...progressStatuses),
    problems: text,
  },
  { requiredKeys: [] },
);

describe('laws of the merge', () => {
  test('what they say already stands: nothing changes', () => {
    fc.assert(
      fc.property(progress, progress, (base, ours) => {
        const merged = mergeRow(formBase(base), ours, ours);
        expect([merged.changed, merged.values]).toEqual([[], ours]);
      }),
    );
  });

  test('they changed nothing: ours stays', () => {
    fc.assert(
      fc.property(progress, progress, (base, ours) => {
        const merged = mergeRow(formBase(base), base, ours);
        expect([merged.changed, merged.values]).toEqual([[], ours]);
      }),
    );
  });

  test('we changed nothing: theirs is taken without a question', () => {
    fc.assert(
      fc.property(progress, stated, (base, theirs) => {
        const merged = mergeRow(formBase(base), theirs, base);
        expect(merged.hasConflict).toBe(false);
        for (const [field, value] of Object.entries(theirs)) {
          const now = merged.values[field as keyof ProgressValues];
          if (String(value).trim() !== '') expect(String(now).trim()).toBe(String(value).trim());
        }
      }),
    );
  });

  test('no value is lost: it stands in the result or in a reported change', () => {
    fc.assert(
      fc.property(progress, stated, progress, (base, theirs, ours) => {
        const merged = mergeRow(formBase(base), theirs, ours);
        for (const field of progressFields) {
          const outcome = merged.changed.find((change) => change.field === field)?.outcome;
          const oursStands = merged.values[field] === ours[field];
          expect(oursStands || outcome !== undefined).toBe(true);
          const theirWord = theirs[field as keyof typeof theirs];
          const isSaid = theirWord !== undefined && String(theirWord).trim() !== '';
          const repeatsBase = String(theirWord).trim() === formBase(base)[field].trim();
          if (isSaid && !repeatsBase && outcome === undefined) {
            expect(String(merged.values[field]).trim()).toBe(String(theirWord).trim());
          }
        }
      }),
    );
  });

  test('a conflict is one whichever side it is seen from', () => {
    fc.assert(
      fc.property(text, text, text, (base, left, right) => {
        if (left.trim() === '' || right.trim() === '') return;
        const mirrored = {
          theirs: 'ours',
          ours: 'theirs',
          conflict: 'conflict',
          unchanged: 'unchanged',
        } as const;
        expect(mergeField(base, right, left)).toBe(mirrored[mergeField(base, left, right)]);
      }),
    );
  });
});
