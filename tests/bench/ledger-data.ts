/** A ledger of 10,000 tasks with texts as long as those of a real notice and of real returns. Deterministic. */
import {
  type LedgerColumnKey,
  type LedgerEntry,
  type LedgerValue,
  type LedgerWorkbook,
  ledgerColumns,
} from '#shared/domain/ledger.ts';

export const ledgerTasks = 10_000;
const tasksPerGroup = 20;
/** As electron/services/ledger-sheets.ts hands them over. */
const tasksPerChunk = 250;

const units = [
  '区发改局',
  '区住建局',
  '区商务局',
  '区经信局',
  '滨江街道',
  '区农业农村局',
  '五马街道',
  '区文广旅体局',
];
const leaders = ['林一', '张二三', '陈四', '伍五六', '滕七'];
const contents = [
  '扎实推进老旧小区改造提升，完成改造 12 个以上，惠及居民 4000 户。',
  '深入实施服务业扩容提质行动，新增规上服务业企业 60 家以上，限上批零住餐企业 80 家以上，健全“月度入库、季度评估、年度考核”的梯度培育机制。',
  '打通断头路 5 条，加快滨江商务区路网建设，年内建成通车里程 3.2 公里以上，同步完善慢行系统、公交站点和停车设施，缓解片区交通拥堵。',
  '落地亿元以上产业项目 15 个以上、10 亿元以上 2 个以上。',
];
const targets = [
  '改造老旧小区 ≥12个',
  '新增规上服务业企业 ≥60家；限上企业 ≥80家',
  '通车里程 ≥3.2公里（10月底）',
  '',
];
const narratives = [
  '已完成 8 个小区的改造并通过验收，其余 4 个正在施工，外立面和管网改造完成七成，预计 9 月底前全部完工。',
  '截至本月底已新增规上企业 37 家，完成年度目标的 61.7%。联合税务、统计部门排摸准入库企业 52 家，逐家上门辅导，已有 15 家提交材料；召开专题推进会两次，协调解决企业用地、融资等问题 9 件。',
  '施工图审查已完成，正在办理施工许可。',
  '区里组织专班到现场督导三次，进度符合节点要求。一期主体结构已结顶，二期桩基施工完成过半，配套道路同步进场；征迁工作剩余 3 户正在签约。',
];
const problems = [
  '',
  '个别地块征迁尚未完成，影响进场。',
  '',
  '资金拨付较慢，部分施工单位垫资压力大，进度受到影响。',
];
const steps = [
  '倒排工期，逐周调度，确保按期完成。',
  '继续排摸入库企业，争取 9 月底前完成全年任务的 80%。',
  '',
  '加快签约。',
];

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

function unitList(from: number, count: number): string {
  return Array.from({ length: count }, (_, step) => pick(units, from + step)).join('、');
}

function cellsOf(index: number): Record<LedgerColumnKey, LedgerValue> {
  return {
    ordinal: index + 1,
    project: null,
    content: pick(contents, index),
    target: pick(targets, index * 3),
    leader: pick(leaders, Math.floor(index / tasksPerGroup)),
    leads: unitList(index, (index % 3) + 1),
    others: unitList(index + 3, index % 6),
    due: `2024年${(index % 12) + 1}月`,
    // The number makes the texts differ, as real ones do.
    progress: `${(index % 97) + 1}．${pick(narratives, index * 5 + Math.floor(index / 7))}`,
    percent: index % 101,
    light: pick(['绿灯', '黄灯', '绿灯', '红灯'], index),
    problems: pick(problems, index + Math.floor(index / 4)),
    next: pick(steps, index + Math.floor(index / 3)),
    remark: index % 15 === 0 ? '省民生实事' : '',
  };
}

const cells = Array.from({ length: ledgerTasks }, (_, index) => cellsOf(index));

/** The values of every row in the columns' order: what both sides write. */
export const ledgerValues: readonly LedgerValue[][] = cells.map((row) =>
  ledgerColumns.key.map(({ key }) => row[key]),
);

function* chunks(): Generator<LedgerEntry[]> {
  for (let from = 0; from < cells.length; from += tasksPerChunk) {
    yield cells.slice(from, from + tasksPerChunk).flatMap((row, position): LedgerEntry[] => {
      const index = from + position;
      const task: LedgerEntry = { kind: 'task', task: { cells: row, unreported: index % 11 === 0 } };
      if (index % tasksPerGroup !== 0) return [task];
      const group = Math.floor(index / tasksPerGroup) + 1;
      return [{ kind: 'group', text: `${group}、副区长牵头重点工作（${tasksPerGroup}项）` }, task];
    });
  }
}

/** The same rows under a group row for every 20 of them. */
export function ledgerWorkbook(): LedgerWorkbook {
  const head = {
    name: '重点工作',
    columns: 'key' as const,
    title: '2024年政府工作报告重点工作督办台账',
    scopeLine: '报告期：2024年6月　范围：全部　打印：2024年6月28日',
    countLine: `共${ledgerTasks}项`,
  };
  return { sheets: [{ ...head, tasks: ledgerTasks, entries: chunks() }] };
}
