/** The words of the return desk. */
import type { DeskCounts, DeskFile, DeskState, TeachableRole } from '#shared/contract/desk.ts';
import type { MatchMethod, ReturnRow, RowOutcome, RowProblem } from '#shared/contract/returns.ts';
import { progressFieldLabels } from '#shared/domain/progress.ts';
import { periodName } from '../../components/format.ts';

export const stateLabels: Record<DeskState, string> = {
  waiting: '待读取',
  not_a_form: '不是填报表',
  duplicate: '重复',
  plan_sheet: '计划表',
  faulty: '有错',
  wrong_period: '期次不符',
  outdated: '版本过旧',
  confirm: '需确认',
  correction: '更正',
  ready: '可直接入库',
};

export const outcomeLabels: Record<RowOutcome, string> = {
  new: '新增',
  changed: '修改',
  unchanged: '无变化',
  conflict: '待确认',
  refused: '有误',
  unmatched: '对不上',
};

export const roleLabels: Record<TeachableRole, string> = {
  content: '重点工作（任务内容）',
  code: '任务编号',
  number: '序号',
  ...progressFieldLabels,
  targets: '指标完成值',
  reportedOn: '填报日期',
  context: '不入库（只作参考）',
};

const matchLabels: Record<MatchMethod, string> = {
  hidden_id: '按表内标识',
  code: '按任务编号',
  position: '按序号',
  exact_text: '按任务内容',
  similar_text: '按相近的内容',
  learned: '按以前的指定',
  chosen: '按你的指定',
  none: '没有找到任务',
};

/** 「按相近的内容对应，把握 86%，请核对」; null where the match is certain and needs no words. */
export function matchWords({ match }: Pick<ReturnRow, 'match'>): string | null {
  if (match.how === 'none' || match.certainty >= 1) return null;
  return `${matchLabels[match.how]}对应，把握 ${Math.round(match.certainty * 100)}%，请核对`;
}

/** 「G7　完成比例」: where the person finds it in the unit's file. */
export function problemPlace({ cell, column }: RowProblem): string {
  return cell === null ? column : `${cell}　${column}`;
}

/** 「区发改局　2024年6月」; a plan sheet is nobody's return. */
export function factsText({ state, unit, period }: Pick<DeskFile, 'state' | 'unit' | 'period'>): string {
  if (state === 'plan_sheet') return '各单位的计划';
  return `${unit?.name ?? '单位不明'}　${period === null ? '报告期不明' : periodName(period)}`;
}

/** 「新增 3　修改 2　待确认 1」; kinds that do not occur are not mentioned. */
export function countsText(counts: DeskCounts): string {
  const parts = [
    ['新增', counts.fresh],
    ['修改', counts.changed],
    ['待确认', counts.conflict],
    ['对不上', counts.unmatched],
    ['有误', counts.refused],
    ['无变化', counts.unchanged],
  ] as const;
  return parts
    .filter(([, number]) => number > 0)
    .map(([label, number]) => `${label} ${number}`)
    .join('　');
}

/** It says something that is not stored yet. */
export function hasNews({ counts }: Pick<DeskFile, 'counts'>): boolean {
  return counts.fresh + counts.changed + counts.conflict + counts.refused + counts.unmatched > 0;
}

/** There is something in it to go into by keyboard. */
export function hasRows(file: Pick<DeskFile, 'counts'>): boolean {
  return hasNews(file) || file.counts.unchanged > 0;
}

/** Nothing of it was read: locked by a password, damaged, too large. */
function isUnreadable(file: DeskFile): boolean {
  return file.state === 'faulty' && !hasRows(file);
}

/** Why 入库 cannot take the file as it stands; null when it can. */
export function hindrance(file: DeskFile): string | null {
  if (file.state === 'waiting') return '还没有读取。';
  if (file.state === 'not_a_form' || file.state === 'duplicate') return '这份文件不用入库。';
  if (file.state === 'plan_sheet') return '计划表在下面核对后单独存入。';
  if (file.missing.length > 0) return '先补上单位或报告期。';
  if (isUnreadable(file)) return '这份文件读不出来，请退回单位。';
  if (file.counts.taken === 0 && hasNews(file)) return '没有采纳任何一行。';
  return null;
}
