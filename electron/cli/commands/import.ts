import { sureMatch } from '#shared/domain/return/thresholds.ts';
import { type ConflictRule, conflictRules } from '../../services/import-rules.ts';
import { unattendedJob } from '../../services/job.ts';
import type { Arguments } from '../arguments.ts';
import type { Answer, Command } from '../command.ts';
import { findUnit } from '../find-named.ts';
import { describeReturns, type ReturnReport, reportReturn } from '../return-report.ts';

function readConflictRule(args: Arguments): ConflictRule {
  const text = args.text('on-conflict') ?? 'ours';
  const rule = conflictRules.find((known) => known === text);
  if (rule !== undefined) return rule;
  throw args.misuse(
    `--on-conflict 应为 ours（保留现有）、theirs（采用回表）或 refuse（退回），不是“${text}”。`,
  );
}

function readCertainty(args: Arguments): number {
  const text = args.text('min-certainty');
  if (text === undefined) return sureMatch;
  if (/^(?:0|1|0?\.\d{1,6}|[01]\.0{1,6})$/.test(text)) return Number(text);
  throw args.misuse(`--min-certainty 应为 0 到 1 之间的数，不是“${text}”。`);
}

function complaintOf(reports: readonly ReturnReport[], rule: ConflictRule): string | null {
  if (reports.every((report) => report.state === 'refused')) {
    return `没有导入任何文件：${reports[0]?.error ?? '文件都不能读取。'}`;
  }
  if (rule !== 'refuse') return null;
  const refused = reports.map(({ rows }) => rows.filter(({ conflict }) => conflict).length);
  const count = refused.reduce((sum, rows) => sum + rows, 0);
  return count === 0 ? null : `有 ${count} 行与现有内容不一致，没有导入，请核对后再导入。`;
}

function answerFor(reports: ReturnReport[], rule: ConflictRule): Answer {
  const answer = { value: reports, text: describeReturns(reports) };
  const complaint = complaintOf(reports, rule);
  return complaint === null ? answer : { ...answer, complaint };
}

export const importReturns: Command = {
  name: 'import',
  summary: '导入单位交回的填报表（文件、文件夹或 .zip）；--dry-run 只看不改',
  usage:
    '[--dry-run] [--period 2024-06] [--unit 单位] [--received 2024-06-28] [--on-conflict ours|theirs|refuse] [--min-certainty 0.9] 文件…',
  options: {
    'dry-run': { type: 'boolean' },
    period: { type: 'string' },
    unit: { type: 'string' },
    received: { type: 'string' },
    'on-conflict': { type: 'string' },
    'min-certainty': { type: 'string' },
  },
  allowsFiles: true,
  prepare: (args) => {
    const period = args.optionalPeriod();
    const unit = args.text('unit');
    const onConflict = readConflictRule(args);
    const minCertainty = readCertainty(args);
    const receivedOn = args.optionalDay('received');
    if (args.files.length === 0) throw args.misuse('没有写要导入的文件。');
    return async (application) => {
      const unitId = unit === undefined ? undefined : (await findUnit(application, unit)).id;
      const terms = { period, unitId, receivedOn, onConflict, minCertainty };
      const request = { ...terms, paths: args.files, dryRun: args.flag('dry-run') };
      const files = await application.imports.importReturns(request, unattendedJob);
      return answerFor(files.map(reportReturn), onConflict);
    };
  },
};
