import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read as readWorkbook } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { checkDatabase } from '#electron/services/check.service.ts';
import { createLogService } from '#electron/services/log.service.ts';
import { createUnitsService } from '#electron/services/units.service.ts';
import { openSeededDatabase, testContext } from '../helpers/database.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';

const excel = shareExcelWorker();

/** Two aliases added and one taken away again, by two people on three days. */
async function openWithChanges() {
  const open = await openSeededDatabase();
  const as = (operator: string, at: string) =>
    createUnitsService(open.database, { ...testContext, operator, now: () => new Date(at) });
  const [unit] = await as('测试员', '2024-06-20T01:00:00.000Z').list({});
  if (unit === undefined) throw new Error('no unit');
  await as('张三', '2024-06-21T01:00:00.000Z').addAlias({ unitId: unit.id, alias: '百分之百%局' });
  await as('李四', '2024-06-22T01:00:00.000Z').addAlias({ unitId: unit.id, alias: '又一个名' });
  await as('张三', '2024-06-23T01:00:00.000Z').removeAlias({ unitId: unit.id, alias: '又一个名' });
  const log = createLogService(open.database, excel);
  return { open, unit, log };
}

const all = { offset: 0, limit: 100 };

test('the log lists who changed what, newest first, and narrows by day, person, subject and words', async () => {
  const { log, unit } = await openWithChanges();
  const everything = await log.search({ filter: {}, ...all });
  expect(everything.entries.map(({ actor }) => actor)).toEqual(['张三', '李四', '张三', '测试员']);
  expect(everything.entries[0]).toMatchObject({ entity: 'unit', subject: unit.name });
  const actors = async (filter: object) =>
    (await log.search({ filter, ...all })).entries.map(({ actor }) => actor);
  expect(await actors({ since: '2024-06-22' })).toEqual(['张三', '李四']);
  expect(await actors({ since: '2024-06-21', until: '2024-06-22' })).toEqual(['李四', '张三']);
  expect(await actors({ actor: '李四' })).toEqual(['李四']);
  expect(await actors({ entity: 'document' })).toEqual(['测试员']);
  expect(await actors({ text: '又一个名' })).toEqual(['张三', '李四']);
  expect(await actors({ text: '百%' })).toEqual(['张三', '李四', '张三']);
  expect(await actors({ text: '百_之' })).toEqual([]);
  expect(await actors({ text: `${unit.name} 又一个` })).toEqual(['张三', '李四']);
});

test('an entry that was changed or removed behind the program’s back breaks the chain, and check says so', async () => {
  const { open, log } = await openWithChanges();
  expect(await log.verify({})).toMatchObject({ entries: 4, problem: null });
  open.raw.exec(
    'DROP TRIGGER change_log_is_append_only_update; DROP TRIGGER change_log_is_append_only_delete;',
  );
  open.raw.exec("UPDATE change_log SET actor = '王五' WHERE id = 3");
  expect((await log.verify({})).problem).toMatch('第 3 条变更记录的内容被改动过');
  open.raw.exec("UPDATE change_log SET actor = '李四' WHERE id = 3");
  expect((await log.verify({})).problem).toBeNull();
  open.raw.exec('DELETE FROM change_log WHERE id = 2');
  expect((await log.verify({})).problem).toMatch('第 3 条变更记录与上一条接不上');
  const { ok, problems } = await checkDatabase(open);
  expect(ok).toBe(false);
  expect(problems.join()).toContain('第 3 条变更记录与上一条接不上');
});

test('what the filter shows is exported oldest first, with the changes in words', async () => {
  const { open, log } = await openWithChanges();
  const file = join(open.directory, '变更记录.xlsx');
  expect(await log.exportLog({ filter: { since: '2024-06-21' }, file })).toEqual({ file, entries: 3 });
  const sheet = readWorkbook(readFileSync(file)).Sheets.变更记录;
  expect([4, 5, 6].map((row) => sheet?.[`C${row}`]?.v)).toEqual(['张三', '李四', '张三']);
  expect(sheet?.G5?.v).toContain('又一个名');
});
