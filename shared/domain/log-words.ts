/** 变更记录 in words: what an entry is about and what its values are called. */

const entityLabels: Readonly<Record<string, string>> = {
  task: '任务',
  progress: '进展',
  unit: '单位',
  batch: '导入批次',
  document: '文件',
  period: '报告期',
  action: '督办动作',
  rule_setting: '规则',
  /** Before 0.3 only the lights had settings. */
  light_setting: '亮灯规则',
  score_rules: '考核规则',
  publication: '发布',
  preference: '设置',
};

/** Words that versions before 0.2 logged. */
const earlierActions: Readonly<Record<string, string>> = { apply_batch: '回表入库', undo_batch: '撤销入库' };

const originLabels = { window: '窗口', command_line: '命令行', seed: '随带的通知' } as const;

export function logEntityLabel(entity: string): string {
  return entityLabels[entity] ?? entity;
}

export function logActionLabel(action: string): string {
  return earlierActions[action] ?? action;
}

export function logOriginLabel(origin: keyof typeof originLabels): string {
  return originLabels[origin];
}

const fieldLabels: Readonly<Record<string, string>> = {
  alias: '别名',
  content: '重点工作',
  targets: '指标',
  remark: '备注',
  version: '版本',
  unit: '单位',
  period: '报告期',
  revision: '第几次修改',
  narrative: '本期进展',
  percent: '完成比例',
  status: '状态',
  problems: '存在问题',
  next: '下一步措施',
  reporter: '填报人',
  phone: '联系电话',
  reason: '原因',
  files: '文件',
  revisions: '入库行数',
  state: '状态',
  undone: '撤回行数',
  kept: '保留行数',
  deadline: '报送截止日期',
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
  leader: '牵头领导',
  reviewer: '审核人',
  requester: '申请人',
  into: '拆成或并入',
  group: '统称',
  units: '具体单位',
  date: '日期',
  from: '自',
  until: '至',
  light: '亮灯',
  listedFrom: '列入日期',
  note: '说明',
  name: '名称',
};

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** 「完成比例：50 → 80」 a line for each value that differs; values that did not change are left out. */
export function logChangeLines(
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>> | null,
): string[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names.flatMap((name) => {
    const [old, now] = [shown(before?.[name]), shown(after?.[name])];
    if (old === now) return [];
    const label = fieldLabels[name] ?? name;
    return [before === null || !(name in before) ? `${label}：${now}` : `${label}：${old} → ${now}`];
  });
}
