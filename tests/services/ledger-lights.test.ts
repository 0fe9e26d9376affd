/** 亮灯 in the ledger, and what held on its period's last day. */
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { unattendedJob } from '#electron/services/job.ts';
import { createLedgersService } from '#electron/services/ledgers.service.ts';
import type { LedgerScope } from '#shared/contract/exports.ts';
import { temporaryDirectory, testContext } from '../helpers/database.ts';
import { shareExcelWorker } from '../helpers/excel-worker.ts';
import { openLightServices, wholeYear } from '../helpers/light-services.ts';

const excel = shareExcelWorker();

interface Cell {
  text: string;
  fill: string | undefined;
}

/** The first sheet's rows by heading, read back by the library that did not write them for the program. */
async function readKeySheet(file: string): Promise<{ countLine: string; rows: Record<string, Cell>[] }> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  const headings = (sheet.getRow(3).values as string[]).slice(1);
  const rows = (sheet.getRows(4, sheet.rowCount - 3) ?? []).map((row) =>
    Object.fromEntries(
      headings.map((heading, index) => {
        const cell = row.getCell(index + 1);
        const fill = cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined;
        return [heading, { text: cell.text, fill }];
      }),
    ),
  );
  const line = (sheet.getRow(2).values as string[]).findLast((value) => value?.startsWith('共')) ?? '';
  return { countLine: line, rows };
}

async function openLedgers() {
  const services = await openLightServices();
  const ledgers = createLedgersService({ database: services.database, excel, context: testContext });
  return {
    ...services,
    async ledger(period = '2024-06', scope: LedgerScope = { type: 'all' }) {
      const file = join(temporaryDirectory(), '台账.xlsx');
      const result = await ledgers.exportLedger({ period, scope, file }, unattendedJob);
      const { countLine, rows } = await readKeySheet(file);
      const find = (content: string) => rows.find((row) => row.重点工作?.text.startsWith(content));
      return { result, countLine, rows, find };
    },
    async leaderId(name: string): Promise<number> {
      const { leaders } = await services.tasks.filterOptions({});
      return leaders.find((leader) => leader.name === name)?.id ?? 0;
    },
  };
}

const code = 'Z02-02';
const unit = '区财政局';
const content = '一般公共预算收入';

test('亮灯 has the word, the movement and a fill that differs by light', async () => {
  const { ledger, save } = await openLedgers();
  await save({ unit, code, period: '2024-05', values: { percent: 41 } });
  await save({ unit, code, period: '2024-06', values: { percent: 28 } });
  await save({ unit: '区发改局', code: 'Z02-01', period: '2024-05', values: { percent: 30 } });
  await save({ unit: '区发改局', code: 'Z02-01', period: '2024-06', values: { percent: 55 } });
  await save({ unit: '区发改局', code: 'Z02-05', period: '2024-05', values: { percent: 2 } });
  await save({ unit: '区发改局', code: 'Z02-05', period: '2024-06', values: { percent: 2 } });
  const { find } = await ledger();
  expect(find(content)?.亮灯?.text).toBe('黄灯\n↓降');
  expect(find('地区生产总值')?.亮灯?.text).toBe('绿灯\n↑升');
  expect(find('力争创成省级特色鞋艺小镇')?.亮灯?.text).toBe('红灯\n→平');
  const fills = [content, '地区生产总值', '力争创成省级特色鞋艺小镇'].map((start) => find(start)?.亮灯?.fill);
  expect(new Set(fills).size).toBe(3);
  expect(fills).not.toContain(undefined);
  expect(find(content)?.完成比例?.fill).toBeUndefined();
});

test('a person’s light is marked, and 备注 says who, until when and why', async () => {
  const { ledger, lights, taskId } = await openLedgers();
  const dates = { from: '2024-06-01', until: '2024-07-31' };
  await lights.override({ taskId: taskId(code), unitId: null, light: 'red', reason: '多次未报', ...dates });
  const row = (await ledger()).find(content);
  expect(row?.亮灯?.text).toBe('红灯\n人工\n原未报');
  expect(row?.备注?.text).toContain('改为红灯（测试员，至2024-07-31）：多次未报。');
  expect((await ledger('2024-08')).find(content)?.亮灯?.text).toBe('未报');
});

test('a withdrawn task stays listed with its state and is not counted; an earlier ledger is as it was', async () => {
  const { ledger, move } = await openLedgers();
  move(code, 'withdraw', 'withdrawn', '2024-06-30', '上级调整');
  const june = await ledger();
  expect(june.find(content)).toMatchObject({
    亮灯: { text: '已撤销' },
    本期进展: { text: '' },
    备注: { text: '2024年6月30日撤销：上级调整。' },
  });
  expect(june.countLine).toContain('共163项（列示165项，其中重复1项，撤销、拆分或合并1项）');
  const may = await ledger('2024-05');
  expect(may.find(content)?.亮灯?.text).toBe('未报');
  expect(may.countLine).toContain('共164项（列示165项，其中重复1项）');
});

test('a task not yet listed on the last day is left out', async () => {
  const { ledger, listFrom } = await openLedgers();
  listFrom(code, '2024-07-01');
  expect((await ledger('2024-06')).result.rows).toBe(196);
  expect((await ledger('2024-07')).result.rows).toBe(197);
});

test('leader and words are those of the period’s end, and so is a leader’s own ledger', async () => {
  const { ledger, succeed, reword, leaderId } = await openLedgers();
  succeed(code, '张伟', '2024-07-01');
  reword(code, '改写后的任务。', '2024-07-01');
  const successor: LedgerScope = { type: 'leader', leaderId: await leaderId('张伟') };
  expect((await ledger('2024-06')).find(content)?.牵头领导?.text).toBe('林杰');
  expect((await ledger('2024-06', successor)).find(content)).toBeUndefined();
  const july = await ledger('2024-07', successor);
  expect(july.find('改写后的任务')?.牵头领导?.text).toBe('张伟');
});

test('完成时限 is the plan’s, as it stood on the last day', async () => {
  const { ledger, confirmPlan, raw, taskId } = await openLedgers();
  const dueIn = async (period: string) => (await ledger(period)).find(content)?.完成时限?.text;
  expect(await dueIn('2024-05')).toBe('2024年12月底');
  confirmPlan(code, { ...wholeYear, due: '2024-09-15' });
  expect(await dueIn('2024-05')).toBe('2024年9月15日');
  const at = '2024-06-10T01:00:00.000Z';
  raw
    .prepare(
      `insert into earlier_plan (task_id, until_date, status, reason, trajectory, milestones, superseded_at,
         superseded_by) values (?, '2024-06-10', 'proposed', '', ?, '[]', ?, '测试员')`,
    )
    .run(taskId(code), JSON.stringify(wholeYear), at);
  expect(await dueIn('2024-05')).toBe('2024年12月底');
  expect(await dueIn('2024-06')).toBe('2024年9月15日');
});
