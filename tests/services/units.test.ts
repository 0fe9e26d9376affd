import { expect, test } from 'vitest';
import { openLedgerServices } from '../helpers/ledger-services.ts';

test('the directory shows aliases, offices, groups, counts and initials', async () => {
  const { units } = await openLedgerServices();
  const all = new Map((await units.list({})).map((unit) => [unit.name, unit]));
  expect(all.get('区人力社保局')?.aliases ?? all.get('区人社局')?.aliases).toHaveLength(1);
  expect(all.get('区发改局')).toMatchObject({
    initials: 'qfgj',
    parent: null,
    taskCounts: { lead: 25 },
    members: [],
  });
  expect(all.get('区发改局')?.offices).toContain('区委社建委');
  expect(all.get('区委社建委')?.parent).toMatchObject({ name: '区发改局' });
  const towns = all.get('各街镇');
  expect([towns?.membership, towns?.members.length, towns?.taskCounts.member]).toEqual(['fixed', 14, 26]);
  expect(towns?.reportingCount).toBe(0);
  expect(all.get('五马街道')?.reportingCount).toBe(10);
});

test('a unit’s page lists the same tasks as the table filtered by it', async () => {
  const { units, unitId, codes } = await openLedgerServices();
  for (const name of ['区发改局', '五马街道', '区委办公室', '区委社建委', '各街镇', '区法院']) {
    const detail = await units.detail({ unitId: unitId(name) });
    const listed = [...new Set(detail.tasks.map(({ task }) => task.code))];
    expect(listed, name).toEqual(await codes({ unitId: unitId(name) }));
  }
});

test('a task held through a group says which', async () => {
  const { units, unitId } = await openLedgerServices();
  const { tasks } = await units.detail({ unitId: unitId('五马街道') });
  const via = (code: string) => tasks.filter(({ task }) => task.code === code).map((entry) => entry.viaGroup);
  expect(via('Z02-11')).toEqual(['各街镇']);
  expect(via('Z03-01')).toEqual([null]);
});

test('an alias is added and removed again', async () => {
  const { units, unitId } = await openLedgerServices();
  const change = { unitId: unitId('区发改局'), alias: '鹿城区发展和改革局' };
  expect((await units.addAlias(change)).aliases).toContain(change.alias);
  expect((await units.removeAlias(change)).aliases).not.toContain(change.alias);
  await expect(units.removeAlias(change)).rejects.toMatchObject({ code: 'not_found' });
});

test.each([
  ['another unit’s name', '区财政局', '一个单位的名称'],
  ['its own name', '区发改局', '一个单位的名称'],
  ['a name that differs by width only', '区委宣传部 ', '一个单位的名称'],
  ['two names in one', '区发改委、区发展局', '顿号'],
  ['nothing but stars', '***', '星号'],
])('an alias cannot be %s', async (_, alias, message) => {
  const { units, unitId } = await openLedgerServices();
  const adding = units.addAlias({ unitId: unitId('区发改局'), alias });
  await expect(adding).rejects.toMatchObject({
    code: 'bad_input',
    message: expect.stringContaining(message),
  });
});

test('an alias of one unit cannot become another’s', async () => {
  const { units, unitId } = await openLedgerServices();
  await units.addAlias({ unitId: unitId('区发改局'), alias: '区发展改革局' });
  const adding = units.addAlias({ unitId: unitId('区财政局'), alias: ' 区发展改革局' });
  await expect(adding).rejects.toMatchObject({
    code: 'bad_input',
    message: expect.stringContaining('已是区发改局的别名'),
  });
});

test('an alias that the notice prints stays, and the refusal names the task', async () => {
  const { units, unitId } = await openLedgerServices();
  const all = await units.list({});
  const person = all.find(
    (unit) => unit.aliases.includes('区人社局') || unit.aliases.includes('区人力社保局'),
  );
  const alias = person?.aliases[0] ?? '';
  const removing = units.removeAlias({ unitId: person?.id ?? 0, alias });
  await expect(removing).rejects.toMatchObject({
    code: 'bad_input',
    message: expect.stringContaining('温鹿政办〔2024〕16号'),
  });
  // 网信办 stands in its unit's bracket.
  const office = { unitId: unitId('区网信办'), alias: '网信办' };
  await expect(units.removeAlias(office)).rejects.toMatchObject({ details: { code: 'Z08-16' } });
});

test('a unit that is not there is said to be missing', async () => {
  const { units } = await openLedgerServices();
  await expect(units.detail({ unitId: 9_999 })).rejects.toMatchObject({ code: 'not_found' });
});
