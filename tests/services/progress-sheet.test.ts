import { expect, test } from 'vitest';
import { openLedgerServices } from '../helpers/ledger-services.ts';

test('a unit’s sheet lists what it reports on; `all` adds every other role, groups included', async () => {
  const { sheet } = await openLedgerServices();
  const lead = (await sheet('五马街道', '2024-06')).map((row) => row.code);
  expect(lead).toHaveLength(10);
  expect(lead.slice(0, 3)).toEqual(['Z02-38', 'Z02-39', 'Z11-01']);
  const all = (await sheet('五马街道', '2024-06', 'all')).map((row) => row.code);
  expect(all).toHaveLength(31);
  // Named itself, through 各街镇, and not through 相关街镇.
  expect(all).toContain('Z03-01');
  expect(all).toContain('Z02-11');
  expect(all).not.toContain('Z02-08');
});

test('a group itself reports nothing: its members do', async () => {
  const { sheet } = await openLedgerServices();
  expect(await sheet('各街镇', '2024-06', 'all')).toEqual([]);
});

test('a row carries role, targets and leader of its task', async () => {
  const { sheet } = await openLedgerServices();
  const rows = await sheet('区科技局', '2024-06', 'all');
  const row = rows.find((candidate) => candidate.code === 'Z02-04');
  expect(row).toMatchObject({ role: 'lead', leader: '林杰', unit: '区科技局', revision: 0, source: null });
  expect(row?.targets.length).toBeGreaterThan(0);
  expect(rows.find((candidate) => candidate.code === 'Z02-06')?.role).toBe('member');
});

test('a leader’s sheet has a row for every reporting unit of the leader’s tasks', async () => {
  const { tasks, progress } = await openLedgerServices();
  const { leaders } = await tasks.filterOptions({});
  const leaderId = leaders.find((leader) => leader.name === '林杰')?.id ?? 0;
  const rows = await progress.sheet({ period: '2024-06', leaderId, scope: 'lead' });
  const joint = rows.filter((row) => row.code === 'Z02-04').map((row) => row.unit);
  expect(joint).toEqual(['区科技局', '区财政局']);
  expect(rows.map((row) => row.code)).toContain('M04-03');
  expect(rows.every((row) => row.leader === '林杰')).toBe(true);
});

test('a sheet has only tasks of the period’s year', async () => {
  const { sheet } = await openLedgerServices();
  expect(await sheet('区发改局', '2024-01')).not.toEqual([]);
  expect(await sheet('区发改局', '2025-01', 'all')).toEqual([]);
});

async function previousOf(period: string, reported: Record<string, string>) {
  const { save, sheet } = await openLedgerServices();
  for (const [reportedPeriod, narrative] of Object.entries(reported)) {
    const report = { unit: '区发改局', code: 'Z02-01', period: reportedPeriod };
    await save({ ...report, values: { narrative, percent: 10 } });
  }
  return (await sheet('区发改局', period)).find((row) => row.code === 'Z02-01')?.previous;
}

test('上期进展 is the last report of an earlier period, gaps skipped', async () => {
  const reported = { '2024-01': '一月', '2024-03': '三月', '2024-07': '七月' };
  expect(await previousOf('2024-06', reported)).toEqual({
    period: '2024-03',
    narrative: '三月',
    percent: 10,
  });
  expect(await previousOf('2024-01', reported)).toBeNull();
});

test('上期进展 of a quarter is the last month that ended before it, or the last quarter', async () => {
  expect(await previousOf('2024-Q2', { '2024-05': '五月', '2024-06': '六月' })).toMatchObject({
    period: '2024-05',
  });
  expect(await previousOf('2024-Q2', { '2024-Q1': '一季度', '2024-02': '二月' })).toMatchObject({
    period: '2024-Q1',
  });
});

test('a month does not precede the quarter it closes, nor the quarter the month', async () => {
  expect(await previousOf('2024-Q2', { '2024-06': '六月' })).toBeNull();
  expect(await previousOf('2024-06', { '2024-Q2': '二季度' })).toBeNull();
  expect(await previousOf('2024-07', { '2024-Q2': '二季度', '2024-06': '六月' })).toMatchObject({
    period: '2024-Q2',
  });
});

test('上期进展 is the unit’s own, in its last revision', async () => {
  const { save, sheet } = await openLedgerServices();
  const report = { unit: '区科技局', code: 'Z02-04', period: '2024-05' };
  const { reportId } = await save({ ...report, values: { narrative: '初稿' } });
  await save({ ...report, basedOnReport: reportId, values: { narrative: '定稿' } });
  const previous = async (unit: string) =>
    (await sheet(unit, '2024-06')).find((row) => row.code === 'Z02-04')?.previous;
  expect(await previous('区科技局')).toMatchObject({ narrative: '定稿' });
  expect(await previous('区财政局')).toBeNull();
});

test('periods are the year’s months and quarters in time order, with counts of reporting pairs', async () => {
  const { save, progress } = await openLedgerServices();
  const report = { code: 'Z02-04', period: '2024-06' };
  const { reportId } = await save({ ...report, unit: '区科技局', values: { narrative: '一' } });
  await save({ ...report, unit: '区科技局', basedOnReport: reportId, values: { narrative: '二' } });
  await save({ ...report, unit: '区财政局', values: { narrative: '三' } });
  const periods = await progress.periods({});
  expect(periods.map((summary) => summary.period).slice(4, 9)).toEqual([
    '2024-04',
    '2024-05',
    '2024-06',
    '2024-Q2',
    '2024-07',
  ]);
  expect(periods).toHaveLength(16);
  expect(periods.filter((summary) => summary.reported > 0)).toEqual([
    { period: '2024-06', label: '2024年6月', deadline: '2024-06-28', reported: 2 },
  ]);
});
