/** 任务 (domain.md, Words): one row of a notice's annexes. */

/** 重点工作 of 附件1, or 民生实事 of 附件2. */
export type TaskKind = 'key' | 'livelihood';

export const taskKindLabels: Record<TaskKind, string> = { key: '重点工作', livelihood: '民生实事' };

/** 角色: what a unit does in a task. `support` comes from 「请…予以支持」, `party_lead` from 「根据区委工作安排」. */
export type Role = 'lead' | 'member' | 'party_lead' | 'support';

export const roleLabels: Record<Role, string> = {
  lead: '牵头',
  member: '责任',
  party_lead: '区委牵头',
  support: '支持',
};

export const roles: readonly Role[] = ['lead', 'member', 'party_lead', 'support'];

const codePrefixes: Record<TaskKind, string> = { key: 'Z', livelihood: 'M' };

/**
 * The task's code: `Z02-18` is 重点工作, section 二, row 18; `M04-03` is 民生实事, project 4, item 3.
 * @param sectionOrdinal the section's or project's number, 1 to 99
 * @param row the row inside it, 1 to 99
 */
export function taskCode(kind: TaskKind, sectionOrdinal: number, row: number): string {
  return `${codePrefixes[kind]}${String(sectionOrdinal).padStart(2, '0')}-${String(row).padStart(2, '0')}`;
}

/** A task code anywhere in a text, full-width and lower-case forms already folded. */
export const taskCodePattern = /\b([ZM])(\d{2})-(\d{2,3})\b/;
