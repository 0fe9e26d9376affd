import type { Command } from '../command.ts';

export const check: Command = {
  name: 'check',
  summary: '检查数据库、回表原件和备份是否完好，列出数据版本和各类数量；有问题时退出码为 1',
  usage: '',
  options: {},
  allowsFiles: false,
  prepare: () => async (application) => {
    const { checkDatabase } = await import('../../services/check.service.ts');
    const result = await checkDatabase(application.open);
    const { counts, problems } = result;
    const lines = [
      `完整性：${result.integrity === 'ok' ? '完好' : '已损坏'}    数据版本：${result.schemaVersion}`,
      `文件 ${counts.documents}，任务 ${counts.tasks}（重点工作 ${counts.keyTasks}，民生实事 ${counts.livelihoodTasks}），单位 ${counts.units}，进展 ${counts.reports} 条，回表原件 ${counts.originals} 份，备份 ${counts.backups} 份`,
      ...problems.map((problem) => `问题：${problem}`),
    ];
    const answer = { value: result, text: lines.join('\n') };
    if (result.ok) return answer;
    return { ...answer, complaint: `检查发现 ${problems.length} 个问题：${problems[0]}` };
  },
};
