/** The words for what came of a row or a file. */
import type { MatchMethod, ReturnRow, ReturnState, RowOutcome } from '#shared/contract/returns.ts';

export const outcomeLabels: Record<RowOutcome, string> = {
  new: '新增',
  changed: '修改',
  unchanged: '无变化',
  conflict: '冲突',
  refused: '有误',
  unmatched: '对不上',
};

export const stateLabels: Record<ReturnState, string> = {
  previewed: '待入库',
  applied: '已入库',
  refused: '未导入',
};

const matchLabels: Record<MatchMethod, string> = {
  hidden_id: '按表内标识',
  code: '按任务编号',
  position: '按序号',
  exact_text: '按任务内容',
  similar_text: '按相近的内容',
  none: '没有找到任务',
};

/** Null where the match is certain and needs no words. */
export function matchWords({ match }: ReturnRow): string | null {
  if (match.how === 'none' || match.certainty >= 1) return null;
  return `${matchLabels[match.how]}对应，把握 ${Math.round(match.certainty * 100)}%，请核对`;
}
