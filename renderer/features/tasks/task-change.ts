/** What an entry of the change log says, in words. */
import type { TaskChange } from '#shared/contract/tasks.ts';

export interface ChangedField {
  label: string;
  before: string;
  after: string;
}

const fieldLabels: Readonly<Record<string, string>> = {
  content: '重点工作',
  targets: '指标',
  light: '亮灯',
  remark: '备注',
  responsibleLeader: '责任领导',
  responsiblePerson: '责任人',
  contact: '联系人',
  contactPhone: '联系人电话',
  workPlan: '工作计划',
  start: '开始日期',
  due: '完成时限',
  shape: '序时方式',
  points: '序时点',
  milestones: '节点',
  state: '状态',
  leader: '牵头领导',
  reviewer: '审核人',
  requester: '申请人',
  into: '拆成或并入',
  group: '统称',
  units: '具体单位',
};

function readFields(json: string | null): Readonly<Record<string, unknown>> {
  if (json === null) return {};
  const parsed: unknown = JSON.parse(json);
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The texts a change has changed; what is kept beside them for the record (the version) is left out. */
export function changedFields(change: Pick<TaskChange, 'before' | 'after'>): ChangedField[] {
  const before = readFields(change.before);
  const after = readFields(change.after);
  return Object.entries(fieldLabels)
    .map(([field, label]) => ({ label, before: textOf(before[field]), after: textOf(after[field]) }))
    .filter((field) => field.before !== field.after);
}
