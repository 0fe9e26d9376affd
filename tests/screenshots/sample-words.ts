import type { ProgressValues } from '#shared/domain/progress.ts';

const openings = [
  '已完成方案编制并报区政府常务会议审议通过，细化分解为 12 项具体举措，明确责任科室和完成时限。',
  '本月新开工项目 3 个，累计完成投资 18.6 亿元，占年度计划的 52%。',
  '组织召开专题推进会 2 次，协调解决用地、审批等问题 5 个，整体进度符合预期。',
  '已与 4 家意向企业签订框架协议，其中 2 家完成注册登记，后续政策兑现正在办理。',
];
const problems = ['', '部分地块政策处理进度偏慢，影响进场施工。', '', '专项资金尚未全部到位。'];
const nextSteps = [
  '紧盯关键节点，7 月底前完成主体工程验收。',
  '加强与市级部门对接，争取政策和资金支持。',
  '每周调度、每月通报，确保按期完成。',
];

function pick(words: readonly string[], index: number): string {
  return words[index % words.length] ?? '';
}

/** A made-up report. @param seed chooses the words, so that rows differ and every run is alike */
export function sampleWords(subject: string, period: string, seed: number): ProgressValues {
  const month = Number(period.slice(5));
  const percent = Math.min(100, month * 6 + ((seed * 13 + subject.length) % 31));
  return {
    narrative: pick(openings, seed + subject.length),
    percent,
    status: percent === 100 ? 'completed' : 'in_progress',
    problems: pick(problems, seed),
    next: pick(nextSteps, seed),
    reporter: '王晓敏',
    phone: '0577-88030000',
  };
}
