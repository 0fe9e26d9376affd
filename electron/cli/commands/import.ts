import type { ReturnFile } from '#shared/contract/returns.ts';
import type { Application } from '../../open-application.ts';
import { unattendedJob } from '../../services/job.ts';
import type { Answer, Command } from '../command.ts';
import { findUnitId } from '../find-named.ts';
import { describeReturns, type ReturnReport, reportReturn } from '../return-report.ts';
import { expandFolders } from '../spreadsheet-files.ts';

/** Everything without a question: rows in conflict keep what is stored. */
async function applyPreview(
  application: Application,
  previewId: string,
  files: readonly ReturnFile[],
): Promise<ReturnReport[]> {
  if (files.every((file) => file.state === 'refused')) return files.map((file) => reportReturn(file, null));
  const applied = await application.returns.apply({ previewId, leftOut: [], accepted: [] }, unattendedJob);
  return applied.files.map((file) => reportReturn(file, applied.batchId));
}

function answerFor(reports: ReturnReport[]): Answer {
  const answer = { value: reports, text: describeReturns(reports) };
  if (reports.some((report) => report.state !== 'refused')) return answer;
  return { ...answer, complaint: `没有导入任何文件：${reports[0]?.error ?? '文件都不能读取。'}` };
}

export const importReturns: Command = {
  name: 'import',
  summary: '导入单位交回的填报表（文件或文件夹）；--dry-run 只看不改',
  usage: '[--dry-run] [--period 2024-06] [--unit 单位] 文件…',
  options: { 'dry-run': { type: 'boolean' }, period: { type: 'string' }, unit: { type: 'string' } },
  allowsFiles: true,
  prepare: (args) => {
    const period = args.optionalPeriod();
    const unit = args.text('unit');
    if (args.files.length === 0) throw args.misuse('没有写要导入的文件。');
    return async (application) => {
      const files = expandFolders(args.files);
      const unitId = unit === undefined ? undefined : await findUnitId(application, unit);
      const preview = await application.returns.preview({ files, period, unitId }, unattendedJob);
      if (args.flag('dry-run')) return answerFor(preview.files.map((file) => reportReturn(file, null)));
      return answerFor(await applyPreview(application, preview.previewId, preview.files));
    };
  },
};
