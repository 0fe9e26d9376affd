/** A reply to a 催办, 督办单 or 退回 that comes with the unit's return. */
import { expect, test } from 'vitest';
import { createActionsService } from '#electron/services/actions.service.ts';
import { createLightsService } from '#electron/services/lights.service.ts';
import { createProposalMemory } from '#electron/services/lights-plans.ts';
import type { ActionDetail, ActionDraftValues } from '#shared/contract/actions.ts';
import { excelJsBook } from '../fixtures/returns/books.ts';
import { openReturnDesk } from '../fixtures/returns/desk.ts';
import { testContext } from '../helpers/database.ts';

async function openDesk() {
  const desk = await openReturnDesk();
  const { open } = desk;
  const lights = createLightsService(open.database, testContext);
  const actions = createActionsService({
    ...{ open, lights, proposals: createProposalMemory(), context: testContext },
  });
  const order = (change: Partial<ActionDraftValues> = {}): Promise<ActionDetail> =>
    actions.create({
      ...{ kind: 'supervision_order', colour: 'yellow', unitId: desk.unitId('区发改局') },
      ...{ taskIds: [desk.taskId('Z02-18')], title: '督办', reason: '落后于序时进度。' },
      ...{ actedOn: '2024-06-03', answerDue: '2024-06-10', oldDue: null, newDue: null },
      ...change,
    });
  async function bring(rows: (string | number)[][], receivedOn = '2024-06-18', fileName = '回表.xlsx') {
    const head = [['区发改局2024年6月进展情况'], ['任务编号', '进展情况', '完成率', '下一步措施']];
    return desk.importFile(desk.put(fileName, await excelJsBook({ rows: [...head, ...rows] })), {
      receivedOn,
    });
  }
  return {
    ...desk,
    actions,
    order,
    bring,
    again: ({ id }: ActionDetail) => actions.detail({ actionId: id }),
  };
}

const row = ['Z02-18', '已新增 33 家', 66, '下月再增 10 家'];

test('the return answers the paper: with its words, its day and its file; a person still looks at it', async () => {
  const { order, bring, again } = await openDesk();
  const asked = await order();
  const { applied } = await bring([row]);
  expect(applied[0]?.answered).toEqual(['黄色督办单〔2024〕1号']);
  const answered = await again(asked);
  expect(answered).toMatchObject({ state: 'answered', answeredOn: '2024-06-18' });
  expect(answered.answeredWith?.fileName).toBe('回表.xlsx');
  expect(answered.answer).toBe('Z02-18：已新增 33 家\n下一步措施：下月再增 10 家');
  expect(answered.history[0]).toMatchObject({ action: '登记答复', actor: '测试员' });
});

test('催办 and 退回 are answered too; another unit’s paper and a later one are not', async () => {
  const { order, bring, again, unitId } = await openDesk();
  const reminder = await order({ kind: 'reminder', colour: null });
  const sentBack = await order({ kind: 'send_back', colour: null });
  const others = await order({ unitId: unitId('区财政局') });
  const later = await order({ actedOn: '2024-06-19', answerDue: '2024-06-25' });
  const { applied } = await bring([row]);
  expect(applied[0]?.answered).toEqual(['催办〔2024〕1号', '6月3日退回']);
  const states = await Promise.all([reminder, sentBack, others, later].map(again));
  expect(states.map(({ state }) => state)).toEqual(['answered', 'answered', 'open', 'open']);
});

test('a return of an earlier month is no answer to a paper about the last one', async () => {
  const { order, bring, again } = await openDesk();
  const asked = await order({ actedOn: '2024-07-05', answerDue: '2024-07-12' });
  await bring([row], '2024-07-06');
  expect((await again(asked)).state).toBe('answered');
  const later = await order({ actedOn: '2024-08-02', answerDue: '2024-08-09' });
  await bring([[...row.slice(0, 1), '六月的补报', 67, '']], '2024-08-03', '补报.xlsx');
  expect((await again(later)).state).toBe('open');
});

test('a paper about several tasks is answered by a return that speaks of all of them', async () => {
  const { order, bring, again, taskId } = await openDesk();
  const asked = await order({ taskIds: [taskId('Z02-18'), taskId('Z02-01')] });
  await bring([row], '2024-06-18', '一半.xlsx');
  expect((await again(asked)).state).toBe('open');
  await bring(
    [
      ['Z02-18', '已新增 40 家', 80, ''],
      ['Z02-01', '增长 6%', 50, ''],
    ],
    '2024-06-19',
    '全部.xlsx',
  );
  const answered = await again(asked);
  expect([answered.state, answered.answeredWith?.fileName]).toEqual(['answered', '全部.xlsx']);
  expect(answered.answer).toBe('Z02-18：已新增 40 家\n下一步措施：下月再增 10 家\nZ02-01：增长 6%');
});

test('undoing the import takes the answer back; one that was judged by then stays', async () => {
  const { actions, order, bring, again, returns, taskId } = await openDesk();
  const asked = await order();
  const judged = await order({ colour: 'blue', taskIds: [taskId('Z02-18')] });
  const { batchId } = await bring([row]);
  const given = { answer: '', answerDue: '', newDue: '', decider: '', returnFileId: null, reason: '' };
  const { version } = await again(judged);
  await actions.move({ actionId: judged.id, version, move: 'close', date: '2024-06-20', ...given });
  await returns.undo({ batchId });
  expect(await again(asked)).toMatchObject({
    state: 'open',
    answer: '',
    answeredOn: null,
    answerDue: '2024-06-10',
  });
  expect((await again(asked)).history[0]).toMatchObject({ action: '撤回答复' });
  expect((await again(judged)).state).toBe('closed');
});

test('an answer that was recorded by mistake is taken back by hand, with a reason and its old answer date', async () => {
  const { actions, order, again } = await openDesk();
  const asked = await order();
  const given = { answerDue: '', newDue: '', decider: '', returnFileId: null, reason: '' };
  const at = { actionId: asked.id, date: '2024-06-12' };
  await actions.move({ ...given, ...at, version: 1, move: 'answer', answer: '登错了的。' });
  const taken = { ...given, ...at, version: 2, move: 'withdraw_answer', answer: '' } as const;
  await expect(actions.move(taken)).rejects.toThrow('撤回答复须写明理由');
  await actions.move({ ...taken, reason: '登到别的单位了' });
  expect(await again(asked)).toMatchObject({ state: 'open', answer: '', answerDue: '2024-06-10' });
});
