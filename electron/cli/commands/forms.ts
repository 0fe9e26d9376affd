import type { FormRole } from '#shared/contract/exports.ts';
import { unattendedJob } from '../../services/job.ts';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { findUnitId } from '../find-named.ts';
import { textTable } from '../text-table.ts';

function readRole(args: Arguments): FormRole {
  const role = args.text('role') ?? 'lead';
  if (role === 'lead' || role === 'all') return role;
  throw args.misuse(`--role 应为 lead（牵头任务）或 all（全部任务），不是“${role}”。`);
}

export const forms: Command = {
  name: 'forms',
  summary: '给每个单位导出一份填报表（xlsx）',
  usage: '--period 2024-06 --out 文件夹 [--unit 单位] [--role lead|all]',
  options: {
    period: { type: 'string' },
    out: { type: 'string' },
    unit: { type: 'string' },
    role: { type: 'string' },
  },
  allowsFiles: false,
  prepare: (args) => {
    const period = args.requiredPeriod();
    const directory = args.requiredPath('out');
    const role = readRole(args);
    const unit = args.text('unit');
    return async (application) => {
      const unitIds = unit === undefined ? {} : { unitIds: [await findUnitId(application, unit)] };
      const request = { period, directory, role, ...unitIds };
      const files = await application.forms.exportForms(request, unattendedJob);
      const rows = files.map((file) => [file.unit, String(file.tasks), file.file]);
      const table = textTable(['单位', '任务', '文件'], rows);
      return { value: files, text: `${table}\n共 ${files.length} 份` };
    };
  },
};
