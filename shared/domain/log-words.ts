/** 变更记录 in words: what an entry is about, what its values are called, and what they mean. */
import { lightNameLabels } from './lights/light-names.ts';
import { progressStatusLabels } from './progress.ts';
import { actionKindLabels } from './supervision/action.ts';
import { answerPaperLabels } from './supervision/action-settings.ts';
import { actionStateLabels } from './supervision/action-state.ts';
import { lightFlagLabels, lightSettingLabels } from './supervision/light-settings.ts';
import { orderColourLabels } from './supervision/order-colour.ts';
import { planStatusLabels } from './supervision/plan.ts';
import { ruleKindLabels } from './supervision/rule-settings.ts';

const entityLabels: Readonly<Record<string, string>> = {
  task: '任务',
  progress: '进展',
  unit: '单位',
  desk_file: '回表',
  batch: '导入批次',
  plan_sheet: '计划表',
  document: '文件',
  period: '报告期',
  action: '督办动作',
  rule_setting: '规则',
  /** Before 0.3 only the lights had settings. */
  light_setting: '亮灯规则',
  score_rules: '考核规则',
  publication: '发布',
  preference: '设置',
  templates: '文书模板',
};

/** Words that versions before 0.4 logged. */
const earlierActions: Readonly<Record<string, string>> = { apply_batch: '回表入库', undo_batch: '撤销入库' };

const originLabels = { window: '窗口', command_line: '命令行', seed: '随带的通知' } as const;

export function logEntityLabel(entity: string): string {
  return entityLabels[entity] ?? entity;
}

/** 「任务 Z02-01」, 「回表 13」, 「设置」: by its name, else by its number; settings have neither. */
export function logSubjectText({
  entity,
  entityId,
  subject,
}: {
  entity: string;
  entityId: number;
  subject: string;
}): string {
  const label = logEntityLabel(entity);
  if (subject !== '') return `${label} ${subject}`;
  return entityId === 0 ? label : `${label} ${entityId}`;
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
  source: '来源',
  sha256: '校验值',
  receivedOn: '收到日期',
  accepted: '标记入库',
  sheet: '工作表',
  row: '行',
  form: '填报表编号',
  tasks: '任务',
  cells: '格数',
  papers: '文书',
  file: '文件',
  title: '标题',
  colour: '颜色',
  kind: '种类',
  light: '灯',
  number: '编号',
  actedOn: '日期',
  answer: '答复',
  answerDue: '答复期限',
  answeredOn: '答复日期',
  returnFileId: '回表序号',
  oldDue: '原完成时限',
  newDue: '新完成时限',
  decider: '批示人',
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
  listedFrom: '列入日期',
  note: '说明',
  name: '名称',
  account: '系统账户',
  office: '落款单位',
  prefix: '机关代字',
  code: '任务编号',
  confirmedAt: '确认时间',
  confirmedBy: '确认人',
  unitId: '单位序号',
  overrideId: '改灯序号',
  until: '截止日期',
  edition: '版次',
  mark: '分值',
  year: '年度',
  base: '基础分',
  floor: '最低分',
  ceiling: '最高分',
  rules: '评分项',
  effectiveFrom: '起算',
  triedOn: '试算的报告期',
  changes: '试算的变化',
  nearDueDays: '蓝色督办单的临期天数',
  answerDays: '答复天数',
  frontLoaded: '前快后慢的点',
  backLoaded: '前慢后快的点',
  ...answerPaperLabels,
  ...lightSettingLabels,
  ...lightFlagLabels,
};

/** What a stored word says, by the value's name; a word that is not here is plain Chinese already. */
const valueWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: { ...actionKindLabels, ...ruleKindLabels },
  colour: orderColourLabels,
  state: { ...actionStateLabels, applied: '已入库', undone: '已撤销入库' },
  status: { ...progressStatusLabels, ...planStatusLabels },
  light: lightNameLabels,
  missedMilestoneLight: lightNameLabels,
  targetUnmetLight: lightNameLabels,
};

/** 「逾期报送0.5」 for a rule, 「50%→30%」 for a point of a curve, 「催办：3」 for each member of anything else. */
function shownItem(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const members = item as Readonly<Record<string, unknown>>;
  const { label, points, weight, time, work } = members;
  if (label !== undefined) return `${label}${points ?? weight ?? ''}`;
  if (time !== undefined) return `${time}%→${work}%`;
  return Object.entries(members)
    .map(([name, value]) => `${logFieldLabel(name)}：${value}`)
    .join('、');
}

function shown(name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map(shownItem).join('、') || '（空）';
  return valueWords[name]?.[String(value)] ?? shownItem(value);
}

export function logFieldLabel(name: string): string {
  return fieldLabels[name] ?? name;
}

/** 「完成比例：50 → 80」 a line for each value that differs; values that did not change are left out. */
export function logChangeLines(
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>> | null,
): string[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names.flatMap((name) => {
    const [old, now] = [shown(name, before?.[name]), shown(name, after?.[name])];
    if (old === now) return [];
    const label = logFieldLabel(name);
    return [before === null || !(name in before) ? `${label}：${now}` : `${label}：${old} → ${now}`];
  });
}
