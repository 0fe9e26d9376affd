import type { LedgerScope } from '#shared/contract/exports.ts';
import type { Application } from '../../open-application.ts';
import { unattendedJob } from '../../services/job.ts';
import type { Command } from '../command.ts';
import { findLeaderId, findUnit } from '../find-named.ts';

async function findScope(
  application: Application,
  leader: string | undefined,
  unit: string | undefined,
): Promise<LedgerScope> {
  if (leader !== undefined) return { type: 'leader', leaderId: await findLeaderId(application, leader) };
  if (unit !== undefined) return { type: 'unit', unitId: (await findUnit(application, unit)).id };
  return { type: 'all' };
}

export const ledger: Command = {
  name: 'ledger',
  summary: '导出会议台账（xlsx）',
  usage: '--period 2024-06 --out 台账.xlsx [--leader 领导 | --unit 单位]',
  options: {
    period: { type: 'string' },
    out: { type: 'string' },
    leader: { type: 'string' },
    unit: { type: 'string' },
  },
  allowsFiles: false,
  prepare: (args) => {
    const period = args.requiredPeriod();
    const file = args.requiredPath('out');
    const leader = args.text('leader');
    const unit = args.text('unit');
    if (leader !== undefined && unit !== undefined) throw args.misuse('--leader 和 --unit 只能写一个。');
    if (!file.toLowerCase().endsWith('.xlsx')) throw args.misuse('--out 的文件名应以 .xlsx 结尾。');
    return async (application) => {
      const scope = await findScope(application, leader, unit);
      const result = await application.ledgers.exportLedger({ period, scope, file }, unattendedJob);
      const text = `已写入 ${result.file}：任务 ${result.rows} 项，其中本期已报 ${result.reported} 项`;
      return { value: result, text };
    };
  },
};
