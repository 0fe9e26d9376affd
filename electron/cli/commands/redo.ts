import { placeText } from '#shared/domain/return/redo-problems.ts';
import { unattendedJob } from '../../services/job.ts';
import type { Command } from '../command.ts';
import { findUnit } from '../find-named.ts';

export const redo: Command = {
  name: 'redo',
  summary: '退回一份有错的回表：写出标注过的副本和退回说明，并记入未报名单',
  usage:
    '--file 回表 --out 标注副本.xlsx [--note 退回说明.docx] [--period 2024-06] [--unit 单位] [--remark 文字] [--answer-by 2024-07-05]',
  options: {
    file: { type: 'string' },
    out: { type: 'string' },
    note: { type: 'string' },
    period: { type: 'string' },
    unit: { type: 'string' },
    remark: { type: 'string' },
    'answer-by': { type: 'string' },
  },
  allowsFiles: false,
  prepare: (args) => {
    const file = args.requiredPath('file');
    const copy = args.requiredPath('out');
    const note = args.text('note') === undefined ? undefined : args.requiredPath('note');
    const period = args.optionalPeriod();
    const unit = args.text('unit');
    const remark = args.text('remark') ?? '';
    const answerBy = args.optionalDay('answer-by') ?? null;
    return async (application) => {
      const unitId = unit === undefined ? undefined : (await findUnit(application, unit)).id;
      const request = { file, copy, note, period, unitId, remark, answerBy };
      const result = await application.redoFiles.redoFile(request, unattendedJob);
      const problems = result.problems.map((place) => `    ${placeText(place)}：${place.message}`);
      const written = [result.copy, result.note].flatMap((path) => path ?? []);
      const head = `已退回 ${result.unit}，${result.problems.length} 处问题：`;
      return {
        value: result,
        text: [head, ...problems, ...written.map((path) => `写出 ${path}`)].join('\n'),
      };
    };
  },
};
