import { expect, test } from 'vitest';
import {
  acceptedTotals,
  countStates,
  filterFiles,
  keepOrder,
  nextNeedingPerson,
  sortedIds,
} from '#renderer/features/returns/desk-order.ts';
import { hindrance } from '#renderer/features/returns/desk-words.ts';
import { answersAll, sharingLack, toldFacts } from '#renderer/features/returns/told-facts.ts';
import type { DeskCounts, DeskFile } from '#shared/contract/desk.ts';

const noCounts: DeskCounts = {
  ...{ taken: 0, fresh: 0, changed: 0, conflict: 0, refused: 0, unmatched: 0, unchanged: 0 },
};

function file(id: number, change: Partial<DeskFile> = {}): DeskFile {
  return {
    ...{ id, fileName: `第${id}份.xlsx`, source: '/回表', sha256: '', addedAt: '', receivedOn: '2024-07-01' },
    ...{ state: 'ready', reason: null, missing: [], period: '2024-06', notices: [], accepted: false },
    unit: { id: 7, name: '区统计局' },
    counts: { ...noCounts, taken: 3, fresh: 3 },
    ...change,
  };
}

const idsOf = (files: readonly DeskFile[]) => files.map(({ id }) => id);

test('有错的排最前，可直接入库的排最后；同一状态按文件名，数字按大小', () => {
  const files = [
    file(1, { state: 'ready' }),
    file(2, { state: 'confirm', fileName: '10月.xlsx' }),
    file(3, { state: 'confirm', fileName: '9月.xlsx' }),
    file(4, { state: 'faulty' }),
    file(5, { state: 'waiting' }),
  ];
  expect(sortedIds(files, 'worst')).toEqual([4, 3, 2, 5, 1]);
  expect(sortedIds(files, 'name')).toEqual([3, 2, 1, 4, 5]);
});

test('排好以后状态变了也不跳；新来的在末尾，移走的不留空', () => {
  const files = [file(1), file(2), file(4)];
  expect(idsOf(keepOrder([3, 2, 1], files))).toEqual([2, 1, 4]);
});

test('按状态筛选时，正在看的一份处理好了也还在', () => {
  const files = [file(1, { state: 'ready' }), file(2, { state: 'confirm' }), file(3, { state: 'ready' })];
  expect(idsOf(filterFiles(files, 'confirm', 1))).toEqual([1, 2]);
  expect(idsOf(filterFiles(files, null, null))).toEqual([1, 2, 3]);
});

test('每种状态几份，没有的不列', () => {
  const files = [file(1), file(2, { state: 'faulty' }), file(3)];
  expect(countStates(files)).toEqual([
    { state: 'faulty', count: 1 },
    { state: 'ready', count: 2 },
  ]);
});

test('下一份要看的只往后找：标记过的、重复的跳过，到头就没有', () => {
  const files = [
    file(1, { state: 'confirm' }),
    file(2, { state: 'ready', accepted: true }),
    file(3, { state: 'duplicate' }),
    file(4, { state: 'faulty' }),
  ];
  expect(nextNeedingPerson(files, 1)?.id).toBe(4);
  expect(nextNeedingPerson(files, 4)).toBeNull();
  expect(nextNeedingPerson(files.slice(1, 3), 2)).toBeNull();
});

test('入库的份数和行数只算标记了的；全部与已存的相同的也算一份，零行', () => {
  const files = [
    file(1, { accepted: true }),
    file(2),
    file(3, { accepted: true, counts: { ...noCounts, unchanged: 5 } }),
    file(4, { accepted: true, counts: { ...noCounts, conflict: 2 } }),
  ];
  const totals = acceptedTotals(files);
  expect(idsOf(totals.files)).toEqual([1, 3]);
  expect(totals.rows).toBe(3);
});

test.each([
  ['可直接入库', file(1), null],
  ['没有读', file(1, { state: 'waiting' }), '还没有读取。'],
  ['缺单位', file(1, { state: 'confirm', missing: ['unit'] }), '先补上单位或报告期。'],
  ['重复', file(1, { state: 'duplicate' }), '这份文件不用入库。'],
  ['读不出', file(1, { state: 'faulty', counts: noCounts }), '这份文件读不出来，请退回单位。'],
  ['一行也没采纳', file(1, { state: 'confirm', counts: { ...noCounts, conflict: 1 } }), '没有采纳任何一行。'],
  [
    '有错但有好的行',
    file(1, { state: 'faulty', counts: { ...noCounts, taken: 1, fresh: 1, refused: 1 } }),
    null,
  ],
])('能不能入库：%s', (_, given, reason) => {
  expect(hindrance(given)).toBe(reason);
});

test('缺什么问什么；文件自己写明的不替它改', () => {
  const asked = file(1, { unit: null, missing: ['unit'] });
  expect(answersAll(asked, { unitId: null, period: '2024-06' })).toBe(false);
  expect(answersAll(asked, { unitId: 9, period: '2024-06' })).toBe(true);
  expect(toldFacts(asked, { unitId: 9, period: '2024-06' })).toEqual({ unitId: 9 });
});

test('期次不符的，选定同一期也算说过', () => {
  const other = file(1, { state: 'wrong_period', period: '2024-05' });
  expect(toldFacts(other, { unitId: 7, period: '2024-05' })).toEqual({ period: '2024-05' });
  expect(toldFacts(other, { unitId: 7, period: '2024-06' })).toEqual({ period: '2024-06' });
});

test('勾选的里面缺同样东西的一起说；没有勾选就只说这一份', () => {
  const one = file(1, { missing: ['unit'] });
  const files = [one, file(2, { missing: ['unit'] }), file(3, { missing: ['unit', 'period'] }), file(4)];
  expect(idsOf(sharingLack(one, files, new Set([1, 2, 3, 4])))).toEqual([2]);
  expect(sharingLack(one, files, new Set([2]))).toEqual([]);
});
