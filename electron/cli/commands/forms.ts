import { AppError } from '#shared/contract/errors.ts';
import type { FormRole, FormsResult } from '#shared/contract/exports.ts';
import { type Period, periodLabel } from '#shared/domain/period.ts';
import type { Application } from '../../open-application.ts';
import { unattendedJob } from '../../services/job.ts';
import type { Arguments } from '../arguments.ts';
import type { Answer, Command } from '../command.ts';
import { findUnit } from '../find-named.ts';
import { textTable } from '../text-table.ts';

function readRole(args: Arguments): FormRole {
  const role = args.text('role') ?? 'lead';
  if (role === 'lead' || role === 'all') return role;
  throw args.misuse(`--role 应为 lead（牵头任务）或 all（全部任务），不是“${role}”。`);
}

/** Without a .zip the JSON is the plain list of files, as scripts have read it before there was one. */
function answerFor({ files, zip }: FormsResult): Answer {
  const rows = files.map((file) => [file.unit, String(file.tasks), file.file]);
  const table = textTable(['单位', '任务', '文件'], rows);
  const packed = zip === null ? '' : `，压缩包 ${zip}`;
  return { value: zip === null ? files : { files, zip }, text: `${table}\n共 ${files.length} 份${packed}` };
}

/**
 * The units whose last form of this scope shows what no longer holds.
 * @throws AppError `not_found` when there is none
 */
async function findStaleUnits(application: Application, period: Period, role: FormRole): Promise<number[]> {
  const issues = await application.forms.formIssues({ period });
  const stale = issues.filter((issue) => issue.role === role && issue.stale.length > 0);
  if (stale.length > 0) return [...new Set(stale.map(({ unit }) => unit.id))];
  const sent = issues.filter((issue) => issue.role === role).length;
  throw new AppError('not_found', `${periodLabel(period)}已发的 ${sent} 份填报表都没有过期，不用补发。`);
}

export const forms: Command = {
  name: 'forms',
  summary: '给每个单位导出一份填报表（xlsx）；--zip 另打一个压缩包，--stale-only 只补发已过期的',
  usage: '--period 2024-06 --out 文件夹 [--unit 单位 | --stale-only] [--role lead|all] [--zip]',
  options: {
    period: { type: 'string' },
    out: { type: 'string' },
    unit: { type: 'string' },
    role: { type: 'string' },
    zip: { type: 'boolean' },
    'stale-only': { type: 'boolean' },
  },
  allowsFiles: false,
  prepare: (args) => {
    const period = args.requiredPeriod();
    const directory = args.requiredPath('out');
    const role = readRole(args);
    const unit = args.text('unit');
    const zip = args.flag('zip');
    const staleOnly = args.flag('stale-only');
    if (unit !== undefined && staleOnly) throw args.misuse('--unit 和 --stale-only 只能写一个。');
    return async (application) => {
      const chosen = unit === undefined ? undefined : [(await findUnit(application, unit)).id];
      const unitIds = staleOnly ? await findStaleUnits(application, period, role) : chosen;
      const request = { period, directory, role, zip, ...(unitIds === undefined ? {} : { unitIds }) };
      return answerFor(await application.forms.exportForms(request, unattendedJob));
    };
  },
};
