import { expect, test } from 'vitest';
import { createTasksService } from '#electron/services/tasks.service.ts';
import { testContext } from '../helpers/database.ts';
import { openLedgerServices } from '../helpers/ledger-services.ts';

test('a changed content keeps the source text and becomes 勘误 with its reason', async () => {
  const { tasks, task } = await openLedgerServices();
  const before = await task('Z02-12');
  const content = before.content.replace('（原文缺失）', '目 1 个以上。');
  const reason = '据区政府办公室提供的原件补全';
  const { id: taskId, version, remark } = before;
  const after = await tasks.edit({ taskId, version, content, remark, reason });
  expect(after.content).toBe(content);
  expect(after.sourceContent).toBe(before.sourceContent);
  expect(after.targets).toEqual(before.targets);
  expect(after.version).toBe(version + 1);
  const added = after.corrections.at(-1);
  expect(after.corrections).toHaveLength(before.corrections.length + 1);
  expect(added).toMatchObject({ reason, createdBy: '测试员', createdAt: '2024-06-20T01:00:00.000Z' });
  expect(before.content.replace(added?.from ?? '', added?.to ?? '')).toBe(content);
  expect(after.changes[0]).toMatchObject({ actor: '测试员', action: '修改任务' });
  expect(JSON.parse(after.changes[0]?.before ?? '')).toMatchObject({ content: before.content });
  expect(JSON.parse(after.changes[0]?.after ?? '')).toMatchObject({ content, version: version + 1 });
});

test('the edited text is found, the text before it is not', async () => {
  const { tasks, task, codes } = await openLedgerServices();
  const { id: taskId, version, remark } = await task('Z02-05');
  const content = '力争创成省级特色玩具小镇。';
  await tasks.edit({ taskId, version, content, remark, reason: '试改' });
  expect(await codes({ text: '特色玩具' })).toEqual(['Z02-05']);
  expect(await codes({ text: 'tswj' })).toEqual(['Z02-05']);
  expect(await codes({ text: '特色鞋艺' })).toEqual([]);
  expect(await codes({ text: '丰门 Z02-05' })).toEqual(['Z02-05']);
});

test('a changed content needs a reason, and without one nothing is changed', async () => {
  const { tasks, task } = await openLedgerServices();
  const before = await task('Z02-05');
  const { id: taskId, version, remark } = before;
  const edit = { taskId, version, content: '改了', remark, reason: '' };
  await expect(tasks.edit(edit)).rejects.toMatchObject({
    code: 'bad_input',
    message: expect.stringMatching(/Z02-05.*原因/),
  });
  expect(await task('Z02-05')).toEqual(before);
});

test('a changed remark needs none and makes no 勘误', async () => {
  const { tasks, task, codes } = await openLedgerServices();
  const { id: taskId, version, content } = await task('Z02-05');
  const after = await tasks.edit({ taskId, version, content, remark: '已列入挂图作战', reason: '' });
  expect([after.remark, after.corrections, after.corrected]).toEqual(['已列入挂图作战', [], false]);
  expect(after.changes).toHaveLength(1);
  expect(await codes({ text: '挂图作战' })).toEqual(['Z02-05']);
});

test('an edit that changes nothing leaves no trace', async () => {
  const { tasks, task } = await openLedgerServices();
  const before = await task('Z02-05');
  const { id: taskId, version, content, remark } = before;
  expect(await tasks.edit({ taskId, version, content, remark, reason: '没有改' })).toEqual(before);
});

test('the slower of two editors is told who was faster, and loses nothing stored', async () => {
  const { database, tasks, task } = await openLedgerServices();
  const other = createTasksService(database, {
    ...testContext,
    operator: '李四',
    now: () => new Date(2024, 5, 20, 9, 5),
  });
  const { id: taskId, version, remark } = await task('Z02-05');
  await other.edit({ taskId, version, content: '李四的改法', remark, reason: '先改' });
  const edit = { taskId, version, content: '后来的改法', remark, reason: '后改' };
  await expect(tasks.edit(edit)).rejects.toMatchObject({
    code: 'stale',
    message: expect.stringMatching(/Z02-05.*李四.*6月20日 09:05/),
    details: { actor: '李四' },
  });
  expect((await task('Z02-05')).content).toBe('李四的改法');
});

test('a task that is not there is said to be missing', async () => {
  const { tasks } = await openLedgerServices();
  await expect(tasks.detail({ taskId: 99_999 })).rejects.toMatchObject({ code: 'not_found' });
});

test('tasks with the same text in two sections point at each other', async () => {
  const { task } = await openLedgerServices();
  expect((await task('Z03-01')).sharedWith).toMatchObject([{ code: 'Z07-01', leader: '杨丽霞' }]);
  expect((await task('Z07-01')).sharedWith).toMatchObject([{ code: 'Z03-01', leader: '张伟' }]);
  expect((await task('Z02-01')).sharedWith).toEqual([]);
});
