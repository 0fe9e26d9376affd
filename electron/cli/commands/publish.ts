import { unattendedJob } from '../../services/job.ts';
import type { Command } from '../command.ts';

export const publish: Command = {
  name: 'publish',
  summary: '发布一期：封存数字、亮灯、名次和台账；再次发布须写更正原因',
  usage: '--period 2024-06 [--reason 更正原因]',
  options: { period: { type: 'string' }, reason: { type: 'string' } },
  allowsFiles: false,
  prepare: (args) => {
    const period = args.requiredPeriod();
    const reason = args.text('reason') ?? '';
    return async (application) => {
      const { content, ...edition } = await application.assess.publish({ period, reason }, unattendedJob);
      const text = `已发布 ${edition.label}：${content.lights.length} 个灯，${content.scores.length} 个单位，校验值 ${edition.sha256}`;
      return { value: { ...edition, lights: content.lights.length, units: content.scores.length }, text };
    };
  },
};
