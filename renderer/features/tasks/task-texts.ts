/** What the columns of the 任务总表 say, as plain text: for sorting, for row heights, and for the cells. */
import type { TaskRow, TaskUnit } from '#shared/contract/tasks.ts';
import { firstTaskState, taskStateLabels } from '#shared/domain/supervision/task-state.ts';
import { roleLabels } from '#shared/domain/task.ts';
import { periodName } from '../../components/format.ts';
import { unitNamesText } from '../../components/UnitNames.tsx';

export function leadUnits(task: TaskRow): TaskUnit[] {
  return task.units.filter((unit) => unit.role === 'lead');
}

export function memberUnits(task: TaskRow): TaskUnit[] {
  return task.units.filter((unit) => unit.role === 'member');
}

/** 「区委宣传部（区委牵头）、区法院（支持）」 */
export function otherRolesText(task: TaskRow): string {
  return task.units
    .filter((unit) => unit.role === 'party_lead' || unit.role === 'support')
    .map((unit) => `${unit.name}（${roleLabels[unit.role]}）`)
    .join('、');
}

/** 「二」 of 附件1; 「出行畅通」 of 附件2, whose number the code says already. */
export function sectionText(task: TaskRow): string {
  return task.project ?? task.sectionLabel;
}

/** The words of the latest period; who says them stands before them where several do. */
export function latestLines(task: TaskRow): string[] {
  const reports = task.latest?.reports ?? [];
  const single = reports.length === 1;
  return reports.map(({ unit, narrative }) => (single ? narrative : `${unit}：${narrative}`));
}

export function latestText(task: TaskRow): string {
  if (task.latest === null) return '';
  return [periodName(task.latest.period), ...latestLines(task)].join('\n');
}

/** Empty while the task is under way, as nearly all are. */
export function stateText({ state }: TaskRow): string {
  return state === firstTaskState ? '' : taskStateLabels[state];
}

/** A line more where the code carries a 勘误 mark or a state under it. */
export function codeText(task: TaskRow): string {
  return [task.code, task.corrected ? '勘误' : '', stateText(task)].filter((text) => text !== '').join('\n');
}

export const leadUnitsText = (task: TaskRow) => unitNamesText(leadUnits(task));
export const memberUnitsText = (task: TaskRow) => unitNamesText(memberUnits(task));
