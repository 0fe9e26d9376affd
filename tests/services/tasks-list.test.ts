import { expect, test } from 'vitest';
import { openLedgerServices } from '../helpers/ledger-services.ts';

test('任务总表按印刷顺序排列，重点工作在前', async () => {
  const { codes } = await openLedgerServices();
  const all = await codes({});
  expect(all).toHaveLength(197);
  expect(all[0]).toBe('Z02-01');
  expect(all[38]).toBe('Z02-39');
  expect(all[164]).toBe('Z11-08');
  expect(all[165]).toBe('M01-01');
  expect(all[196]).toBe('M12-02');
});

test('totals say how many match, whatever the page shows', async () => {
  const { tasks } = await openLedgerServices();
  const page = await tasks.list({ filter: {}, offset: 160, limit: 10 });
  expect(page.rows.map((row) => row.code)).toEqual([
    'Z11-04',
    'Z11-05',
    'Z11-06',
    'Z11-07',
    'Z11-08',
    'M01-01',
    'M01-02',
    'M01-03',
    'M02-01',
    'M02-02',
  ]);
  expect([page.total, page.totals]).toEqual([197, { key: 165, livelihood: 32 }]);
  const beyond = await tasks.list({ filter: {}, offset: 197, limit: 10 });
  expect([beyond.rows, beyond.total]).toEqual([[], 197]);
});

test('a row shows units as printed, in printed order, those of the remark last', async () => {
  const { tasks } = await openLedgerServices();
  const page = await tasks.list({ filter: { text: 'Z02-34' }, offset: 0, limit: 5 });
  expect(page.rows[0]).toMatchObject({
    code: 'Z02-34',
    sectionLabel: '二',
    leader: '林杰',
    project: null,
    corrected: false,
    latest: null,
    units: [
      { name: '区发改局', printed: '区发改局（区国动办）', role: 'lead', unspecified: false },
      { name: '区退役军人事务局', role: 'member' },
    ],
  });
});

test('相关街镇 is shown as still to be named, 各街镇 is not', async () => {
  const { task } = await openLedgerServices();
  const named = (await task('Z02-11')).units.find((unit) => unit.printed === '各街镇');
  const unnamed = (await task('Z02-08')).units.find((unit) => unit.printed === '相关街镇');
  expect([named?.unspecified, unnamed?.unspecified]).toEqual([false, true]);
});

test('a livelihood item carries its project and its own leader', async () => {
  const { task } = await openLedgerServices();
  expect(await task('M04-03')).toMatchObject({ project: '出行畅通', leader: '林杰', sectionLabel: '4' });
  expect(await task('M04-02')).toMatchObject({ project: '出行畅通', leader: '陈允岳' });
});

test('a unit is also found through the fixed group it belongs to, never through 相关街镇', async () => {
  const { codes, unitId } = await openLedgerServices();
  const ofTown = await codes({ unitId: unitId('五马街道') });
  expect(ofTown).toContain('Z02-11');
  expect(ofTown).toContain('Z03-01');
  expect(ofTown).not.toContain('Z02-08');
  expect(ofTown).toHaveLength(31);
  expect(await codes({ unitId: unitId('各街镇') })).toHaveLength(26);
  expect(await codes({ unitId: unitId('相关街镇') })).toHaveLength(19);
});

test('an office counts for its unit, and is found in the bracket it is printed in', async () => {
  const { codes, unitId } = await openLedgerServices();
  expect(await codes({ unitId: unitId('区委办公室') })).toEqual(['Z02-23', 'Z02-25', 'Z02-26', 'Z02-27']);
  expect(await codes({ unitId: unitId('区委社建委') })).toEqual(['Z02-28', 'Z02-31', 'Z02-32']);
  // Printed once as 网信办 and twice as 区网信办.
  expect(await codes({ unitId: unitId('区网信办') })).toEqual(['Z04-15', 'Z08-16', 'Z10-01']);
});

test('unit and role narrow together', async () => {
  const { codes, unitId } = await openLedgerServices();
  const lead = await codes({ unitId: unitId('区发改局'), role: 'lead' });
  expect(lead).toContain('Z02-01');
  expect(lead).not.toContain('Z02-11');
  expect(await codes({ unitId: unitId('区法院'), role: 'support' })).toEqual(['Z02-38', 'Z06-18', 'Z09-01']);
  expect(await codes({ unitId: unitId('区法院'), role: 'lead' })).toEqual([]);
});

test('a role without a unit lists the tasks in which somebody has it', async () => {
  const { codes } = await openLedgerServices();
  expect(await codes({ role: 'support' })).toEqual(['Z02-38', 'Z06-18', 'Z09-01']);
});

test('document, kind and leader narrow', async () => {
  const { tasks, codes } = await openLedgerServices();
  const { documents, leaders } = await tasks.filterOptions({});
  expect(documents).toMatchObject([{ number: '温鹿政办〔2024〕16号', year: 2024, taskCount: 197 }]);
  expect(await codes({ documentId: documents[0]?.id ?? 0, kind: 'livelihood' })).toHaveLength(32);
  expect(await codes({ documentId: 999 })).toEqual([]);
  const pan = leaders.find((leader) => leader.name === '潘青来');
  expect(pan?.taskCount).toBe(1);
  expect(await codes({ leaderId: pan?.id ?? 0 })).toEqual(['Z10-01']);
  expect(leaders.find((leader) => leader.name === '张崇波')?.taskCount).toBe(0);
});

test.each([
  ['words of the content', '失业率', ['Z05-01']],
  ['a code', 'Z02-18', ['Z02-18']],
  ['a full-width, lower-case code', 'ｚ０２－１８', ['Z02-18']],
  ['two words that both have to occur', '林杰 鞋', ['Z02-05']],
  ['quotes do not matter', '"十百千"', ['Z02-07']],
  ['a percent sign is itself and no wildcard', '100%', ['Z05-07', 'M06-01', 'M08-01']],
  ['words of the remark', '区人武部', ['Z02-34']],
  ['a project', '放心食安', ['M11-01', 'M11-02']],
  ['nothing like it', '没有这样的词', []],
])('free text: %s', async (_, text, expected) => {
  const { codes } = await openLedgerServices();
  expect(await codes({ text })).toEqual(expected);
});

test('free text: blanks do not narrow', async () => {
  const { codes } = await openLedgerServices();
  expect(await codes({ text: ' 　 ' })).toHaveLength(197);
});

test('pinyin initials find a unit, a leader and both readings of a polyphone', async () => {
  const { codes } = await openLedgerServices();
  expect(await codes({ text: 'qfgj' })).toEqual(await codes({ text: '区发改局' }));
  expect(await codes({ text: 'pql' })).toEqual(['Z10-01']);
  const right = await codes({ text: 'zdxm' });
  const misread = await codes({ text: 'cdxm' });
  expect(right).toContain('Z02-17');
  expect(misread).toContain('Z02-17');
});

test('latest progress is the newest period, with each lead’s word and the lower percent', async () => {
  const { save, task } = await openLedgerServices();
  const both = ['区科技局', '区财政局'] as const;
  for (const unit of both) {
    await save({ unit, code: 'Z02-04', period: '2024-05', values: { narrative: '旧', percent: 90 } });
  }
  await save({
    unit: '区科技局',
    code: 'Z02-04',
    period: '2024-06',
    values: { narrative: '新', percent: 50 },
  });
  expect((await task('Z02-04')).latest).toEqual({
    period: '2024-06',
    percent: 50,
    reports: [{ unit: '区科技局', narrative: '新', percent: 50 }],
  });
  await save({
    unit: '区财政局',
    code: 'Z02-04',
    period: '2024-06',
    values: { narrative: '也新', percent: 40 },
  });
  expect((await task('Z02-04')).latest).toEqual({
    period: '2024-06',
    percent: 40,
    reports: [
      { unit: '区科技局', narrative: '新', percent: 50 },
      { unit: '区财政局', narrative: '也新', percent: 40 },
    ],
  });
});

test('a later revision replaces the word in the table, an earlier period does not', async () => {
  const { save, task } = await openLedgerServices();
  const report = { unit: '区发改局', code: 'Z02-01', period: '2024-06' };
  const { reportId } = await save({ ...report, values: { narrative: '初稿', percent: 50 } });
  await save({ ...report, basedOnReport: reportId, values: { narrative: '更正', percent: 45 } });
  await save({ ...report, period: '2024-03', values: { narrative: '补报三月', percent: 20 } });
  expect((await task('Z02-01')).latest?.reports).toEqual([
    { unit: '区发改局', narrative: '更正', percent: 45 },
  ]);
});

test('what a 配合单位 adds does not hide the lead’s word', async () => {
  const { save, task } = await openLedgerServices();
  await save({
    unit: '区科技局',
    code: 'Z02-04',
    period: '2024-05',
    values: { narrative: '牵头', percent: 30 },
  });
  await save({
    unit: '区金融办',
    code: 'Z02-04',
    period: '2024-06',
    values: { narrative: '配合', percent: 99 },
  });
  expect((await task('Z02-04')).latest).toMatchObject({ period: '2024-05', percent: 30 });
});

test('of a month and the quarter it closes the quarter is shown', async () => {
  const { save, task } = await openLedgerServices();
  const report = { unit: '区发改局', code: 'Z02-01' };
  await save({ ...report, period: '2024-Q2', values: { narrative: '季度', percent: 48 } });
  await save({ ...report, period: '2024-06', values: { narrative: '六月', percent: 49 } });
  expect((await task('Z02-01')).latest).toMatchObject({ period: '2024-Q2', percent: 48 });
});
