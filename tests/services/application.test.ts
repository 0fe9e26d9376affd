import { expect, test } from 'vitest';
import { schemaVersion } from '#electron/db/migrate.ts';
import { createApplicationService } from '#electron/services/application.service.ts';
import { openSeededDatabase, openTestDatabase, testContext } from '../helpers/database.ts';

test('the program says what it holds', async () => {
  const open = await openSeededDatabase();
  const { units, ...counts } = (await createApplicationService(open, testContext).summary()).counts;
  expect(counts).toEqual({ documents: 1, tasks: 197, reports: 0 });
  expect(units).toBeGreaterThan(80);
  expect(await createApplicationService(open, testContext).summary()).toMatchObject({
    operator: '测试员',
    schemaVersion,
  });
});

test('a preference is remembered, replaced, and still there when the program starts again', async () => {
  const open = await openTestDatabase();
  const service = createApplicationService(open, testContext);
  expect(await service.readPreference('tasks.columns')).toBeNull();
  await service.writePreference('tasks.columns', '{"code":80}');
  await service.writePreference('tasks.columns', '{"code":96}');
  const again = createApplicationService(await openTestDatabase(open.directory), testContext);
  expect(await again.readPreference('tasks.columns')).toBe('{"code":96}');
  expect(await again.readPreference('tasks')).toBeNull();
});
