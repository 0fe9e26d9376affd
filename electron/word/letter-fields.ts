/**
 * The letters of 督办 and the named fields their templates hold. A field stands in a template as 「{{单位}}」; the
 * fields of a table's row as 「{{任务.内容}}」, and that row is repeated for each item.
 */

export type LetterKind =
  | 'reminder'
  | 'blue_order'
  | 'yellow_order'
  | 'red_order'
  | 'send_back'
  | 'talk'
  | 'extension_answer'
  | 'scorecard';

/** Also the name of the template's file. */
export const letterNames: Record<LetterKind, string> = {
  reminder: '催办通知',
  blue_order: '蓝色督办单',
  yellow_order: '黄色督办单',
  red_order: '红色督办单',
  send_back: '退回通知',
  talk: '约谈通知',
  extension_answer: '延期批复',
  scorecard: '成绩单',
};

export const letterKinds = Object.keys(letterNames) as readonly LetterKind[];

export interface LetterFields {
  /** A template without one of these would send a letter that does not say what it must. */
  required: readonly string[];
  /** May stand in a template as well. */
  optional: readonly string[];
}

const taskFields = ['任务.序号', '任务.编号', '任务.时限', '任务.应达', '任务.实际', '任务.说明'];
const slip: LetterFields = {
  required: ['单位', '文号', '期限', '任务.内容'],
  optional: ['事由', '落款', '日期', ...taskFields],
};

export const letterFields: Record<LetterKind, LetterFields> = {
  reminder: slip,
  blue_order: slip,
  yellow_order: slip,
  red_order: slip,
  send_back: { required: ['单位', '事由', '期限', '任务.内容'], optional: ['落款', '日期', ...taskFields] },
  talk: {
    required: ['单位', '时间', '地点', '约谈人', '事由'],
    optional: ['落款', '日期', '任务.内容', ...taskFields],
  },
  extension_answer: {
    required: ['单位', '任务编号', '任务内容', '原时限', '申请时限', '意见'],
    optional: ['申请日期', '申请理由', '批准时限', '落款', '日期'],
  },
  scorecard: {
    required: ['单位', '期次', '得分', '名次', '明细.规则', '明细.分值'],
    optional: [
      ...['类别', '参评单位数', '基础分', '考核规则', '截止日期', '说明', '落款', '日期'],
      ...['明细.序号', '明细.次数', '明细.依据'],
    ],
  },
};
