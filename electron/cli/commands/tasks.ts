import { roleLabels } from '#shared/domain/task.ts';
import type { CatalogueTask } from '../../services/tasks-catalogue.service.ts';
import type { Command } from '../command.ts';
import { textTable } from '../text-table.ts';

function tableRow(task: CatalogueTask): string[] {
  const units = task.units.map((unit) => `${unit.printed}(${roleLabels[unit.role]})`).join('、');
  return [task.code, task.content, task.leader ?? '', units];
}

export const tasks: Command = {
  name: 'tasks',
  summary: '列出全部任务',
  usage: '',
  options: {},
  allowsFiles: false,
  prepare: () => async (application) => {
    const catalogue = await application.tasks.catalogue();
    const table = textTable(['编号', '内容', '牵头领导', '单位'], catalogue.map(tableRow));
    return { value: catalogue, text: `${table}\n共 ${catalogue.length} 项` };
  },
};
