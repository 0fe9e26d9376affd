import { describe, expect, test } from 'vitest';
import type { RowDecision } from '#shared/contract/desk.ts';
import type { FieldChange, ReturnRow, TargetChange } from '#shared/contract/returns.ts';
import { emptyProgress } from '#shared/domain/progress.ts';
import {
  decidedReadings,
  decidedValues,
  isSettled,
  isTaken,
  undecided,
} from '#shared/domain/return/decisions.ts';

const narrative: FieldChange = { field: 'narrative', before: '我们的', after: '他们的', conflict: true };
const percent: FieldChange = { field: 'percent', before: '30', after: '58', conflict: false };
const reading: TargetChange = {
  targetId: 7,
  label: '项目',
  before: '3个',
  stored: 3,
  after: '5个',
  conflict: true,
};
const ours = { ...emptyProgress, narrative: '我们的', percent: 30 };

function row(
  outcome: ReturnRow['outcome'],
  changes: FieldChange[],
  targetChanges: TargetChange[] = [],
): ReturnRow {
  return {
    ...{ sheet: '填报表', row: 5, code: 'Z02-18', content: '内容', outcome, changes, targetChanges },
    values: { ...emptyProgress, narrative: '他们的', percent: 58 },
    targetValues: [
      { targetId: 7, value: 5 },
      { targetId: 8, value: 1 },
    ],
    reportedOn: null,
    problems: [],
    match: { how: 'code', certainty: 1, candidates: [] },
  };
}

const decided = (decision: Partial<RowDecision>): RowDecision => ({ ...undecided, ...decision });

describe('taken', () => {
  test.each([
    ['new', null, true],
    ['changed', null, true],
    ['new', false, false],
    ['conflict', null, false],
    ['conflict', true, true],
    ['refused', true, false],
    ['unmatched', true, false],
    ['unchanged', true, false],
  ] as const)('a row that is %s, decided %s: %s', (outcome, take, taken) => {
    expect(isTaken(row(outcome, [percent]), decided({ take }))).toBe(taken);
  });

  test('by choosing the return’s side of a cell, unless the row is left', () => {
    const conflict = row('conflict', [narrative]);
    expect(isTaken(conflict, decided({ sides: { narrative: 'theirs' } }))).toBe(true);
    expect(isTaken(conflict, decided({ sides: { narrative: 'theirs' }, take: false }))).toBe(false);
    expect(isTaken(row('conflict', [], [reading]), decided({ targetSides: { '7': 'theirs' } }))).toBe(true);
  });

  test('not when ours stays in every cell: nothing would be stored', () => {
    expect(isTaken(row('conflict', [narrative], [reading]), decided({ take: true }))).toBe(false);
    expect(isTaken(row('conflict', [narrative, percent]), decided({ take: true }))).toBe(true);
  });
});

test('a conflicting cell stores ours, or theirs where it was chosen; the others theirs', () => {
  const conflict = row('conflict', [narrative, percent]);
  expect(decidedValues(conflict, ours, undecided)).toMatchObject({ narrative: '我们的', percent: 58 });
  const theirs = decided({ sides: { narrative: 'theirs' } });
  expect(decidedValues(conflict, ours, theirs)).toMatchObject({ narrative: '他们的', percent: 58 });
});

test('target readings are decided one by one; one that was not stored before is left out again', () => {
  const conflict = row('conflict', [], [reading]);
  const other = { targetId: 8, value: 1 };
  expect(decidedReadings(conflict, undecided)).toEqual([{ targetId: 7, value: 3 }, other]);
  expect(decidedReadings(conflict, decided({ targetSides: { '7': 'theirs' } }))).toEqual([
    { targetId: 7, value: 5 },
    other,
  ]);
  expect(decidedReadings(row('conflict', [], [{ ...reading, stored: null }]), undecided)).toEqual([other]);
});

test.each([
  [{}, false],
  [{ take: false }, true],
  [{ take: true }, true],
  [{ sides: { narrative: 'ours' } }, false],
  [{ sides: { narrative: 'ours' }, targetSides: { '7': 'ours' } }, true],
] satisfies [Partial<RowDecision>, boolean][])(
  'a conflict decided %j is settled: %s',
  (decision, settled) => {
    expect(isSettled(row('conflict', [narrative, percent], [reading]), decided(decision))).toBe(settled);
  },
);
