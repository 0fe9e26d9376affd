import { expect, test } from 'vitest';
import {
  addPreview,
  applications,
  decide,
  decideFile,
  decisionOn,
  emptyReview,
  filesOf,
  fileTotals,
  isPending,
  markApplied,
  type Review,
  reviewTotals,
} from '#renderer/features/returns/review.ts';
import type { ReturnFile, ReturnPreview, ReturnRow, RowOutcome } from '#shared/contract/returns.ts';
import { emptyProgress } from '#shared/domain/progress.ts';

function row(number: number, outcome: RowOutcome): ReturnRow {
  return {
    sheet: '填报表',
    row: number,
    code: `Z02-${String(number).padStart(2, '0')}`,
    content: '重点工作',
    outcome,
    values: emptyProgress,
    changes: [],
    problems: [],
    match: { how: 'code', certainty: 1, candidates: [] },
  };
}

function file(name: string, outcomes: RowOutcome[], state: ReturnFile['state'] = 'previewed'): ReturnFile {
  return {
    file: `/回表/${name}`,
    fileName: name,
    sha256: name.padEnd(64, '0'),
    unit: { id: 1, name: '区统计局' },
    period: '2024-06',
    state,
    error: state === 'refused' ? `「${name}」读不出来` : null,
    notices: [],
    rows: outcomes.map((outcome, index) => row(index + 1, outcome)),
  };
}

function preview(previewId: string, ...files: ReturnFile[]): ReturnPreview {
  return { previewId, files };
}

const everyOutcome: RowOutcome[] = ['new', 'changed', 'unchanged', 'conflict', 'refused', 'unmatched'];
const reviewOf = (...previews: ReturnPreview[]) => previews.reduce<Review>(addPreview, emptyReview);
const rowOf = (of: ReturnFile, index: number) => of.rows[index] as ReturnRow;

test('新增和修改默认采纳，冲突默认保留已存的，其余没有可选的', () => {
  const mixed = file('混合.xlsx', everyOutcome);
  const review = reviewOf(preview('a', mixed));
  expect(mixed.rows.map((each) => decisionOn(review, mixed, each))).toEqual([
    'take',
    'take',
    'nothing',
    'keep',
    'nothing',
    'nothing',
  ]);
});

test('没有动过的预览，入库时既不漏也不添', () => {
  const review = reviewOf(preview('a', file('混合.xlsx', everyOutcome)));
  expect(applications(review)).toEqual([{ previewId: 'a', leftOut: [], accepted: [] }]);
});

test('不采纳的行和采用回表的冲突行，按文件、表和行号送出', () => {
  const mixed = file('混合.xlsx', everyOutcome);
  const one = decide(reviewOf(preview('a', mixed)), mixed, rowOf(mixed, 1), 'keep');
  const both = decide(one, mixed, rowOf(mixed, 3), 'take');
  const place = { sha256: mixed.sha256, sheet: '填报表' };
  expect(applications(both)).toEqual([
    { previewId: 'a', leftOut: [{ ...place, row: 2 }], accepted: [{ ...place, row: 4 }] },
  ]);
});

test('改回来就和没动过一样', () => {
  const mixed = file('混合.xlsx', everyOutcome);
  const before = reviewOf(preview('a', mixed));
  let review = decide(before, mixed, rowOf(mixed, 0), 'keep');
  review = decide(review, mixed, rowOf(mixed, 3), 'take');
  review = decide(review, mixed, rowOf(mixed, 0), 'take');
  review = decide(review, mixed, rowOf(mixed, 3), 'keep');
  expect(review).toEqual(before);
});

test('对有误和对不上的行做决定没有作用', () => {
  const mixed = file('混合.xlsx', everyOutcome);
  const before = reviewOf(preview('a', mixed));
  for (const index of [2, 4, 5]) expect(decide(before, mixed, rowOf(mixed, index), 'take')).toBe(before);
});

test('全部不采纳不碰冲突行，也不碰别的文件', () => {
  const [first, second] = [file('一.xlsx', everyOutcome), file('二.xlsx', ['new'])];
  let review = reviewOf(preview('a', first, second));
  review = decide(review, first, rowOf(first, 3), 'take');
  review = decideFile(review, first, 'keep');
  expect(fileTotals(review, first).take).toBe(1);
  expect(fileTotals(review, second).take).toBe(1);
  expect(fileTotals(decideFile(review, first, 'take'), first).take).toBe(3);
});

test('同样的内容在两份文件里，各有各的决定', () => {
  const [first, second] = [file('一.xlsx', ['new']), file('二.xlsx', ['new'])];
  const review = decide(reviewOf(preview('a', first, second)), first, rowOf(first, 0), 'keep');
  expect(decisionOn(review, second, rowOf(second, 0))).toBe('take');
});

test('合计是各文件之和，退回的文件单独计', () => {
  const review = reviewOf(
    preview('a', file('一.xlsx', everyOutcome), file('二.xlsx', ['new', 'new'])),
    preview('b', file('坏.xlsx', [], 'refused')),
  );
  expect(reviewTotals(review)).toEqual({
    files: 3,
    refused: 1,
    take: 4,
    fresh: 3,
    changed: 1,
    unchanged: 1,
    conflict: 1,
    wrong: 2,
  });
});

test('被退回的文件里即使有行，也不入库', () => {
  const refused = file('坏.xlsx', ['refused', 'new'], 'refused');
  const review = reviewOf(preview('a', refused));
  expect(reviewTotals(review).take).toBe(0);
  expect(applications(review)).toEqual([]);
  expect(isPending(review)).toBe(false);
});

test('补充单位后重新读的文件换下先前被退回的那一次，别的文件的决定还在', () => {
  const good = file('好.xlsx', ['new', 'new']);
  const unnamed = file('无单位.xlsx', [], 'refused');
  let review = reviewOf(preview('a', good, unnamed));
  review = decide(review, good, rowOf(good, 0), 'keep');
  review = addPreview(review, preview('b', file('无单位.xlsx', ['new'])));
  expect(filesOf(review).map(({ fileName, state }) => [fileName, state])).toEqual([
    ['好.xlsx', 'previewed'],
    ['无单位.xlsx', 'previewed'],
  ]);
  const place = { sha256: good.sha256, sheet: '填报表', row: 1 };
  expect(applications(review)).toEqual([
    { previewId: 'a', leftOut: [place], accepted: [] },
    { previewId: 'b', leftOut: [], accepted: [] },
  ]);
});

test('入库后的文件不再入库第二次，没有入库的照旧', () => {
  const [first, second] = [file('一.xlsx', ['new']), file('二.xlsx', ['new'])];
  const before = reviewOf(preview('a', first), preview('b', second));
  const review = markApplied(before, 'a', [{ ...first, state: 'applied' }]);
  expect(applications(review).map(({ previewId }) => previewId)).toEqual(['b']);
  expect(reviewTotals(review).take).toBe(1);
  expect(isPending(review)).toBe(true);
});
