import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unattendedJob } from '#electron/services/job.ts';
import { createLedgersService } from '#electron/services/ledgers.service.ts';
import type { LedgerScope } from '#shared/contract/exports.ts';
import type { PlainSheet } from '#shared/domain/sheet.ts';
import { temporaryDirectory, testContext } from '../helpers/database.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { openLedgerServices } from '../helpers/ledger-services.ts';

const excel = shareExcelWorker();

/** The sheet's table below its title, by heading; cells by their text. */
function tableOf(sheet: PlainSheet | undefined): Record<string, string>[] {
  const [headings = [], ...rows] = sheet?.rows.slice(2) ?? [];
  return rows.map((row) =>
    Object.fromEntries(headings.map((heading, column) => [heading?.text ?? '', row[column]?.text ?? ''])),
  );
}

async function openLedgers() {
  const services = await openLedgerServices();
  const ledgers = createLedgersService({ database: services.database, excel, context: testContext });
  return {
    ...services,
    ledgers,
    async leaderId(name: string): Promise<number> {
      const { leaders } = await services.tasks.filterOptions({});
      return leaders.find((leader) => leader.name === name)?.id ?? 0;
    },
    /** Exports and reads back. */
    async ledger(scope: LedgerScope = { type: 'all' }, period = '2024-06') {
      const file = join(temporaryDirectory(), '台账.xlsx');
      const result = await ledgers.exportLedger({ period, scope, file }, unattendedJob);
      const { sheets } = await excel.readWorkbook(file);
      return { result, sheets, key: tableOf(sheets[0]), livelihood: tableOf(sheets[1]) };
    },
  };
}

test('every task of the notice is listed once, under its section or project', async () => {
  const { ledger } = await openLedgers();
  const { result, sheets, key, livelihood } = await ledger();
  expect(result).toMatchObject({ rows: 197, reported: 0 });
  expect(sheets.map(({ name }) => name)).toEqual(['重点工作', '民生实事']);
  expect(key.filter((row) => row.重点工作 !== '')).toHaveLength(165);
  const groups = key.filter((row) => row.重点工作 === '').map((row) => row.序号);
  expect(groups).toHaveLength(11);
  expect(groups.slice(0, 2)).toEqual([
    '一、张崇波区长牵头重点工作：总负责。',
    '二、林杰常委、常务副区长牵头重点工作（39项）',
  ]);
  expect(livelihood).toHaveLength(32);
  expect(livelihood.map((row) => row.项目名称).filter((name) => name !== '')).toHaveLength(12);
  expect(key.every((row) => row.重点工作 === '' || row.本期进展 === '未报' || row.本期进展 === '')).toBe(
    true,
  );
});

test('roles, targets, due dates and remarks stand in their columns', async () => {
  const { ledger } = await openLedgers();
  const { key, livelihood } = await ledger();
  const find = (start: string) => key.find((row) => row.重点工作?.startsWith(start));
  expect(find('新增规上服务业企业')).toMatchObject({
    序号: '8',
    年度目标: '新增规上服务业企业50家以上',
    牵头领导: '林杰',
    牵头单位: '区发改局',
    配合单位: expect.stringMatching(/^区经信局、.*相关街镇（待明确）$/),
    完成时限: '2024年12月底',
    亮灯: '未报',
  });
  expect(find('全力争取省市投资“赛马”激励')).toMatchObject({ 完成时限: '2024年10月底' });
  expect(find('新增共富工坊')).toMatchObject({
    牵头单位: '区委组织部（区委牵头）',
    配合单位: '区发改局（区委社建委）',
    备注: '根据区委工作安排，由区委组织部牵头。',
  });
  expect(find('坚持量质并举')?.备注).toContain('勘误：原文“500 强项”');
  expect(find('推动“千年斗城”')?.备注).toBe('与Z07-01为同一工作。');
  expect(livelihood.find((row) => row.项目内容?.includes('青少年宫'))?.备注).toContain('青少年官');
});

test('the title comes from the notice, the lines say period, scope and counts, the repeated work once', async () => {
  const { ledger, save } = await openLedgers();
  await save({ unit: '区发改局', code: 'Z02-01', period: '2024-06', values: { percent: 50 } });
  const [key, livelihood] = (await ledger()).sheets.map((sheet) =>
    sheet.rows.slice(0, 2).map((row) => row.flatMap((cell) => cell?.text ?? [])),
  );
  expect(key).toEqual([
    ['2024年政府工作报告重点工作督办台账'],
    [
      '报告期：2024年6月　　范围：全部　　制表日期：2024年6月20日',
      '共164项（列示165项，其中重复1项），已报1项，未报163项　　单位：项',
    ],
  ]);
  expect(livelihood?.[0]).toEqual(['2024年民生实事项目督办台账']);
});

test('a ledger prints the current revision of its own period', async () => {
  const { ledger, save } = await openLedgers();
  const report = { unit: '区发改局', code: 'Z02-01' };
  await save({ ...report, period: '2024-05', values: { narrative: '五月', percent: 40 } });
  const draft = await save({ ...report, period: '2024-06', values: { narrative: '初稿', percent: 45 } });
  const values = { narrative: '增长6.1%', percent: 50.5, problems: '外需不足', next: '稳外贸' };
  await save({ ...report, period: '2024-06', values, basedOnReport: draft.reportId });
  const row = (await ledger()).key.find(({ 重点工作 }) => 重点工作?.startsWith('地区生产总值'));
  expect(row).toMatchObject({
    本期进展: '增长6.1%',
    完成比例: '50.5%',
    存在问题: '外需不足',
    下一步措施: '稳外贸',
  });
  const may = (await ledger({ type: 'all' }, '2024-05')).key.find(({ 本期进展 }) => 本期进展 === '五月');
  expect(may).toMatchObject({ 完成比例: '40%' });
});

test('each lead of a joint task speaks for itself', async () => {
  const { ledger, save } = await openLedgers();
  await save({
    unit: '区科技局',
    code: 'Z02-04',
    period: '2024-06',
    values: { narrative: '已设2支', percent: 60 },
  });
  const row = (await ledger()).key.find(({ 重点工作 }) => 重点工作?.startsWith('完善科技创新基金'));
  expect(row).toMatchObject({
    本期进展: '【区科技局】已设2支\n【区财政局】未报',
    完成比例: '区科技局\n60%\n区财政局\n未报',
    亮灯: '未报',
  });
});

test('the words of many units stand on a sheet of their own', async () => {
  const { ledger, save, sheet, unitId } = await openLedgers();
  const units = ['五马街道', '七都街道', '滨江街道', '南汇街道', '蒲鞋市街道', '南郊街道', '双屿街道'];
  for (const unit of units) {
    await save({ unit, code: 'Z11-01', period: '2024-06', values: { narrative: `${unit}已落实` } });
  }
  expect((await sheet('五马街道', '2024-06')).map((row) => row.code)).toContain('Z11-01');
  const { result, sheets, key } = await ledger();
  expect(result).toMatchObject({ rows: 197, reported: 1 });
  expect(sheets.map(({ name }) => name)).toEqual(['重点工作', '民生实事', '各单位进展']);
  expect(key.find(({ 重点工作 }) => 重点工作?.startsWith('巩固拓展主题教育'))?.本期进展).toContain(
    '已报（7家）：见“各单位进展”表。',
  );
  const words = tableOf(sheets[2]);
  expect(words[0]?.序号).toMatch(/^Z11-01/);
  expect(words.filter((row) => row.本期进展?.endsWith('已落实')).map((row) => row.单位)).toEqual(units);
  const own = await ledger({ type: 'unit', unitId: unitId('五马街道') });
  expect(own.sheets.map(({ name }) => name)).toContain('各单位进展');
});

test('a leader gets the tasks of both annexes', async () => {
  const { ledger, ledgers, leaderId } = await openLedgers();
  const scope = { type: 'leader', leaderId: await leaderId('林杰') } as const;
  const { result, sheets, key, livelihood } = await ledger(scope);
  expect(result.rows).toBe(46);
  expect(new Set([...key.slice(1), ...livelihood].map((row) => row.牵头领导))).toEqual(new Set(['林杰']));
  expect(sheets[0]?.rows[1]?.[0]?.text).toContain('范围：林杰（常委、常务副区长）');
  expect(await ledgers.suggestLedgerName({ period: '2024-06', scope })).toBe(
    '2024年6月督办台账（林杰）.xlsx',
  );
});

test('a unit sees what it leads before what it takes part in, through its groups too', async () => {
  const { ledger, unitId } = await openLedgers();
  const { key } = await ledger({ type: 'unit', unitId: unitId('七都街道') });
  const groups = key.filter((row) => row.重点工作 === '').map((row) => row.序号);
  expect(groups).toEqual([expect.stringMatching(/^一、配合任务（\d+项）$/)]);
  expect(key.some((row) => row.重点工作?.startsWith('高质量完成第五次全国经济普查'))).toBe(true);
  const leads = await ledger({ type: 'unit', unitId: unitId('区发改局') });
  expect(leads.key[0]?.序号).toBe('一、牵头任务（24项）');
  expect(leads.key[1]).toMatchObject({ 序号: '1', 重点工作: '地区生产总值增长 6%以上。' });
});

test('a leader without tasks still gets what the notice says of him', async () => {
  const { ledger, leaderId } = await openLedgers();
  const { result, key } = await ledger({ type: 'leader', leaderId: await leaderId('张崇波') });
  expect(result.rows).toBe(0);
  expect(key.map((row) => row.序号)).toEqual(['一、张崇波区长牵头重点工作：总负责。']);
});

test('a year without a notice and a unit without tasks are said, and nothing is written', async () => {
  const { ledgers, database } = await openLedgers();
  const directory = temporaryDirectory();
  const file = join(directory, '台账.xlsx');
  const year = ledgers.exportLedger({ period: '2023-12', scope: { type: 'all' }, file }, unattendedJob);
  await expect(year).rejects.toMatchObject({ code: 'not_found', message: expect.stringContaining('2023年') });
  const { id } = await database
    .insertInto('unit')
    .values({ name: '区某办', kind: 'department', parent_id: null, membership: null, position: 999 })
    .returning('id')
    .executeTakeFirstOrThrow();
  const unit = ledgers.exportLedger(
    { period: '2024-06', scope: { type: 'unit', unitId: id }, file },
    unattendedJob,
  );
  await expect(unit).rejects.toMatchObject({ code: 'not_found', message: expect.stringContaining('区某办') });
  const nobody = ledgers.suggestLedgerName({ period: '2024-06', scope: { type: 'leader', leaderId: 9_999 } });
  await expect(nobody).rejects.toMatchObject({ code: 'not_found' });
  expect(readdirSync(directory)).toEqual([]);
});
