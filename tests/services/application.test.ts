import { expect, test } from 'vitest';
import { schemaVersion } from '#electron/db/migrate.ts';
import type { OpenDatabase } from '#electron/db/sqlite/open.ts';
import { createApplicationService } from '#electron/services/application.service.ts';
import { createLogService } from '#electron/services/log.service.ts';
import { contextWithOperator } from '#electron/services/operator.ts';
import { openSeededDatabase, openTestDatabase, testContext } from '../helpers/database.ts';

/** Nothing is exported here. */
const noExcel = { writeTables: () => Promise.reject(new Error('no workbook is written here')) };

async function serviceOn(open: OpenDatabase, account = testContext.operator) {
  const opener = { ...testContext, operator: account };
  return createApplicationService(open, await contextWithOperator(open.database, opener));
}

test('the program says what it holds', async () => {
  const open = await openSeededDatabase();
  const { units, ...counts } = (await (await serviceOn(open)).summary()).counts;
  expect(counts).toEqual({ documents: 1, tasks: 197, reports: 0 });
  expect(units).toBeGreaterThan(80);
  expect(await (await serviceOn(open)).summary()).toMatchObject({
    operator: '测试员',
    schemaVersion,
  });
});

test('a preference is remembered, replaced, and still there when the program starts again', async () => {
  const open = await openTestDatabase();
  const service = await serviceOn(open);
  expect(await service.readPreference('tasks.columns')).toBeNull();
  await service.writePreference('tasks.columns', '{"code":80}');
  await service.writePreference('tasks.columns', '{"code":96}');
  const again = await serviceOn(await openTestDatabase(open.directory));
  expect(await again.readPreference('tasks.columns')).toBe('{"code":96}');
  expect(await again.readPreference('tasks')).toBeNull();
});

test('a name from before each account had its own belongs to nobody else once its owner has set it', async () => {
  const open = await openTestDatabase();
  open.raw.prepare("insert into preference (key, value) values ('operator.name', '张三')").run();
  const owner = await serviceOn(open);
  expect((await owner.summary()).operator).toBe('张三');
  await owner.setOperator('张三');
  expect((await (await serviceOn(open)).summary()).operator).toBe('张三');
  expect((await (await serviceOn(open, '李四的账户')).summary()).operator).toBe('李四的账户');
});

test('the operator is who the account says until a name is set, which the log keeps', async () => {
  const open = await openTestDatabase();
  const service = await serviceOn(open);
  expect((await service.summary()).operator).toBe('测试员');
  await service.setOperator(' 王督查 ');
  expect((await service.summary()).operator).toBe('王督查');
  expect((await (await serviceOn(open)).summary()).operator).toBe('王督查');
  // Whoever else works on this folder under another account is not called so.
  expect((await (await serviceOn(open, '李四的账户')).summary()).operator).toBe('李四的账户');
  const { entries } = await createLogService(open.database, noExcel).search({
    filter: {},
    offset: 0,
    limit: 10,
  });
  expect(entries).toMatchObject([{ actor: '测试员', action: '更改操作人', after: { name: '王督查' } }]);
  await expect(service.setOperator('  ')).rejects.toThrow(/不能为空/);
});
