import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formBase, progressFieldText } from '#shared/domain/form-meta.ts';
import {
  emptyProgress,
  type ProgressField,
  type ProgressValues,
  progressFields,
  progressStatuses,
} from '#shared/domain/progress.ts';
import { mergeRow, mergeTargets } from '#shared/domain/return/merge.ts';

const word = fc.constantFrom('已开工', '完成桩基', '第一行\n第二行', '=1+1', '无');
/** Few different words, so that sides often agree. */
const filled: fc.Arbitrary<ProgressValues> = fc.record({
  narrative: word,
  percent: fc.constantFrom(0, 30, 58, 100),
  status: fc.constantFrom(...progressStatuses),
  problems: word,
  next: word,
  reporter: word,
  phone: fc.constantFrom('0577-88001234', '13800000000'),
});
/** As a return or a stored report may be, with fields that say nothing. */
const partial: fc.Arbitrary<ProgressValues> = fc
  .tuple(filled, fc.subarray([...progressFields]))
  .map(([values, blanks]) => ({
    ...values,
    ...Object.fromEntries(blanks.map((field) => [field, emptyProgress[field]])),
  }));
const text = (values: ProgressValues, field: ProgressField) => progressFieldText(values, field);

function outcomesOf(base: ProgressValues, theirs: ProgressValues, ours: ProgressValues) {
  return mergeRow(formBase(base), theirs, ours);
}

test('without a conflict it does not matter whose side is called ours', () => {
  fc.assert(
    fc.property(partial, filled, filled, (base, one, other) => {
      const there = outcomesOf(base, one, other);
      const back = outcomesOf(base, other, one);
      expect(there.hasConflict).toBe(back.hasConflict);
      if (!there.hasConflict) expect(there.values).toEqual(back.values);
    }),
  );
});

test('a field in conflict is in conflict from both sides', () => {
  const conflicts = (merged: ReturnType<typeof mergeRow>) =>
    merged.changed.filter(({ outcome }) => outcome === 'conflict').map(({ field }) => field);
  fc.assert(
    fc.property(partial, filled, filled, (base, one, other) => {
      expect(conflicts(outcomesOf(base, one, other))).toEqual(conflicts(outcomesOf(base, other, one)));
    }),
  );
});

test('two sides that say the same are what they say, whatever the base', () => {
  fc.assert(
    fc.property(partial, filled, (base, same) => {
      const merged = outcomesOf(base, same, same);
      expect(merged).toMatchObject({ values: same, changed: [], hasConflict: false });
    }),
  );
});

test('no value is lost: what one side alone changed is kept, what both changed is shown, a blank erases nothing', () => {
  fc.assert(
    fc.property(partial, partial, partial, (base, theirs, ours) => {
      const { values, changed } = outcomesOf(base, theirs, ours);
      for (const field of progressFields) {
        const [from, returned, stored, result] = [base, theirs, ours, values].map((side) =>
          text(side, field),
        );
        const isShown = changed.some((one) => one.field === field && one.outcome === 'conflict');
        if (returned === '' || returned === from) expect(result).toBe(stored);
        else if (stored === from || stored === returned) expect(result).toBe(returned);
        else expect([isShown, result]).toEqual([true, returned]);
      }
    }),
  );
});

const targets = [1, 2, 3].map((id) => {
  return { id, name: `指标${id}`, comparator: '>=', value: 50, measure: '家', due: '2024-12-31' } as const;
});
const readings = fc
  .array(fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }), { minLength: 3, maxLength: 3 })
  .map(
    (values) =>
      new Map(values.flatMap((value, index) => (value === null ? [] : [[index + 1, value] as const]))),
  );

test('readings of targets follow the same laws', () => {
  fc.assert(
    fc.property(readings, readings, readings, (base, theirs, ours) => {
      const merged = mergeTargets(targets, base, theirs, ours);
      const result = new Map(merged.values.map(({ targetId, value }) => [targetId, value]));
      for (const { id } of targets) {
        const [from, returned, stored] = [base.get(id), theirs.get(id), ours.get(id)];
        const change = merged.changes.find(({ targetId }) => targetId === id);
        const staysOurs = returned === undefined || returned === from || returned === stored;
        expect(result.get(id)).toBe(staysOurs ? stored : returned);
        expect(change?.conflict).toBe(staysOurs ? undefined : stored !== from);
      }
    }),
  );
});
