import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stateDiagram } from '#shared/domain/supervision/state-diagram.ts';
import { applyMove, checkConditions, type MoveFacts } from '#shared/domain/supervision/task-move.ts';
import {
  allowedMoves,
  firstTaskState,
  type TaskMove,
  type TaskMoveKey,
  type TaskState,
  taskMoves,
  taskStateLabels,
  taskStates,
} from '#shared/domain/supervision/task-state.ts';

const nothingGiven: MoveFacts = {
  code: 'Z02-18',
  date: '2024-09-10',
  previousOn: '2024-09-01',
  reason: '',
  materials: 0,
  requester: '',
  reviewer: '',
  into: [],
  targets: [],
  milestones: [],
  openOrders: [],
  livingParts: [],
};

const inOrder: MoveFacts = {
  ...nothingGiven,
  reason: '区政府常务会议决定',
  materials: 1,
  requester: '王明',
  reviewer: '李华',
  targets: [{ words: '新增规上企业18家，目标15家', isMet: true }],
  milestones: [{ title: '开工', isDone: true }],
};

/** Facts with which every need of the move is met. */
function enoughFor(move: TaskMove): MoveFacts {
  if (move.needs.includes('parts')) return { ...inOrder, into: ['Z02-40', 'Z02-41'] };
  return move.needs.includes('survivor') ? { ...inOrder, into: ['Z03-01'] } : inOrder;
}

const pairs = taskStates.flatMap((state) =>
  [...new Set(taskMoves.map(({ move }) => move))].map((move) => [state, move] as const),
);

test.each(
  taskMoves.map((move) => [taskStateLabels[move.from], move.label, taskStateLabels[move.to], move] as const),
)('%s can be %s and is then %s', (_from, _label, _to, move) => {
  expect(applyMove(move.from, move.move, enoughFor(move))).toEqual({ ok: true, state: move.to });
});

test('every other move is refused, whatever is given, and the answer names what is possible', () => {
  const impossible = pairs.filter(
    ([state, move]) => !taskMoves.some((row) => row.from === state && row.move === move),
  );
  expect(impossible.length + taskMoves.length).toBe(pairs.length);
  for (const [state, move] of impossible) {
    const result = applyMove(state, move, { ...inOrder, into: ['Z02-40', 'Z02-41'] });
    const sentence = result.ok ? '' : result.sentence;
    expect(sentence).toContain(`任务现为“${taskStateLabels[state]}”，不能办理`);
    for (const { label } of allowedMoves(state)) expect(sentence).toContain(label);
  }
});

test('a state has one row per move, and no state is a dead end', () => {
  const rows = taskMoves.map(({ from, move }) => `${from} ${move}`);
  expect(new Set(rows).size).toBe(rows.length);
  for (const state of taskStates) expect(allowedMoves(state)).not.toEqual([]);
});

describe('what a move needs', () => {
  const refusals = (state: TaskState, move: TaskMoveKey, facts: Partial<MoveFacts>) => {
    const result = applyMove(state, move, { ...inOrder, ...facts });
    return result.ok ? [] : result.reasons;
  };

  test.each([
    ['active', 'request_completion', { materials: 0 }, '没有办结材料，请附上。'],
    ['active', 'request_completion', { requester: ' ' }, '没有办结申请人，请填写。'],
    ['completion_requested', 'approve', { reviewer: '' }, '没有指定审核人，请填写。'],
    ['completion_requested', 'approve', { reviewer: '王 明' }, '审核人不能是办结申请人王明，请另指定一人。'],
    ['completion_requested', 'reject', { reviewer: '王明' }, '审核人不能是办结申请人王明，请另指定一人。'],
    ['reviewed', 'close', { openOrders: ['〔2024〕3号'] }, '督办单〔2024〕3号尚未办结。'],
    ['closed', 'reopen', { reason: '  ' }, '重新启动须写明理由，请填写。'],
    ['withdrawn', 'restore', { reason: '' }, '恢复须写明理由，请填写。'],
    ['active', 'split', { into: ['Z02-40'] }, '拆分须列出至少两项拆出的任务，请补上任务编号。'],
    ['active', 'split', { into: ['Z02-40', 'Z02-40'] }, '拆分须列出至少两项拆出的任务，请补上任务编号。'],
    ['active', 'merge', { into: ['Z02-18'] }, '合并须指明并入哪一项任务，只能有一项，也不能是它自己。'],
    [
      'split',
      'restore',
      { livingParts: ['Z02-40'] },
      '拆出的任务Z02-40仍在推进，请先撤销它，以免同一工作计两次。',
    ],
    [
      'active',
      'withdraw',
      { date: '2024-02-30' },
      '撤销/调出的日期“2024-02-30”不是有效日期，请按“2024-06-30”的格式填写。',
    ],
    ['active', 'withdraw', { date: '2024-08-31' }, '撤销/调出的日期早于上一步（2024年9月1日），请修改。'],
  ] as const)('%s: %s', (state, move, facts, sentence) => {
    expect(refusals(state, move, facts)).toEqual([sentence]);
  });

  test('the day of the last move is not too early, and the first move has none before it', () => {
    expect(refusals('active', 'withdraw', { date: '2024-09-01' })).toEqual([]);
    expect(refusals('active', 'withdraw', { date: '2024-01-01', previousOn: null })).toEqual([]);
  });

  test('everything in the way is listed at once', () => {
    const reasons = refusals('completion_requested', 'approve', {
      materials: 0,
      targets: [
        { words: '新增规上企业12家，目标15家', isMet: false },
        { words: '失业率4.1%，目标5%以内', isMet: true },
      ],
      milestones: [{ title: '竣工', isDone: false }],
      openOrders: ['〔2024〕3号', '〔2024〕7号'],
      requester: '',
    });
    expect(reasons).toEqual([
      '没有办结材料，请附上。',
      '指标未达到：新增规上企业12家，目标15家。',
      '节点“竣工”尚未完成。',
      '督办单〔2024〕3号尚未办结。',
      '督办单〔2024〕7号尚未办结。',
      '没有记下办结申请人，请先补上。',
    ]);
  });

  test('the page lists the conditions beside the button, met ones too', () => {
    const close = allowedMoves('reviewed').find(({ move }) => move === 'close') as TaskMove;
    const checked = checkConditions(close, { ...inOrder, milestones: [{ title: '竣工', isDone: false }] });
    expect(checked.map(({ label, obstacles }) => [label, obstacles.length])).toEqual([
      ['指标已达到', 0],
      ['节点已完成', 1],
      ['没有未办结的督办单', 0],
      ['审核人不是申请人', 0],
    ]);
  });
});

test('no sequence of moves leaves the table, and 销号 is never reached but through 审核', () => {
  const keys = [...new Set(taskMoves.map(({ move }) => move))];
  const step = fc.record({
    key: fc.constantFrom(...keys),
    given: fc.constantFrom(
      nothingGiven,
      inOrder,
      { ...inOrder, into: ['A', 'B'] },
      { ...inOrder, into: ['A'] },
    ),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let state: TaskState = firstTaskState;
      for (const { key, given } of steps) {
        const before: TaskState = state;
        const result = applyMove(before, key, given);
        if (!result.ok) {
          expect(result.reasons).not.toEqual([]);
          continue;
        }
        state = result.state;
        expect(taskMoves.some((row) => row.from === before && row.move === key && row.to === state)).toBe(
          true,
        );
        if (state === 'closed') expect(before).toBe('reviewed');
      }
    }),
  );
});

test('the help page draws every state and every move of the table', () => {
  const { nodes, edges } = stateDiagram();
  expect(nodes.map(({ label }) => label)).toEqual([
    '推进中',
    '办结待审',
    '审核通过待销号',
    '已销号',
    '已撤销/调出',
    '已拆分',
    '已合并',
  ]);
  expect(nodes.filter(({ isFirst }) => isFirst).map(({ state }) => state)).toEqual(['active']);
  expect(edges.map(({ from, move, to }) => [from, move, to])).toEqual(
    taskMoves.map(({ from, move, to }) => [from, move, to]),
  );
  expect(edges.find(({ move }) => move === 'close')).toMatchObject({
    label: '销号',
    needs: ['日期', '审核人', '办结材料'],
    conditions: ['指标已达到', '节点已完成', '没有未办结的督办单', '审核人不是申请人'],
  });
});
