/** The many names of a column (excel-notes.md, What units send, 5), full- or half-width, broken over lines. */
import { foldForMatch, foldWidth } from '../text.ts';
import type { ColumnRole, HeadingMeaning, LearnedHeadings } from './column-role.ts';

/** A heading is a word or two; anything longer is a text. */
const longestHeading = 40;

const current =
  '(?:本期|本月|本季度?|本阶段|当期|当前|目前|最新|现阶段|截[至止到].{0,12}?|今年以来|\\d{1,2}月份?底?|第?[一二三四1-4]季度|上半年|下半年|全年|年度)';
const about =
  '(?:工作|任务|项目|事项|重点|主要|总体|整体|具体|实际|累计|推进|落实|完成|实施|进展|目标|年度|指标|的)';
const separator = '(?:和|及|与|以及|或|、)?';

interface Word {
  role: ColumnRole;
  rank: number;
  pattern: RegExp;
  decidedByCells?: true;
}

const word = (role: ColumnRole, rank: number, source: string, decidedByCells?: true): Word => ({
  role,
  rank,
  pattern: new RegExp(`^(?:${source})$`),
  ...(decidedByCells === undefined ? {} : { decidedByCells }),
});

const narrative =
  '(?:进展|进展情况|推进情况|推进落实情况|落实情况|实施情况|执行情况|办理情况|开展情况|建设情况|进度情况|工作情况|成效|进展成效|工作成效|推进成效|进展描述|进展说明|情况说明)';
const obstacle = '(?:困难|问题|难点|堵点|难点堵点|瓶颈|卡点|制约因素|短板|不足)';
const step = '(?:措施|举措|打算|安排|计划|思路|建议)';

const combined = '.*(?:问题|困难|难点).*(?:下一步|下步|措施|举措|打算|计划).*';

/** The first word that fits decides; what looks backwards or forwards stands before what is about now. */
const words: readonly Word[] = [
  word('context', 1, '.*(?:上期|上月|上季度?|上一期|上年|去年|前期|往期|同期).*'),
  word('context', 1, '序时进度.*|计划进度|目标进度|应完成.*|时序进度'),
  word('context', 1, '.*(?:需.{0,4}(?:协调|解决|帮助|支持)).*'),
  word('reportedOn', 2, '(?:填报|填表|填写|报送|上报)(?:日期|时间)'),
  word('targets', 3, '指标(?:实际)?(?:完成值|完成数|完成量|实际值)'),
  word('targets', 2, `(?:${current}|累计|实际|指标)*(?:完成值|完成数|完成量|实际值|实绩)`),
  word('targets', 2, `(?:${current}|累计)*实际完成(?:数额|数量)?`),
  word('targets', 1, `(?:${current}|累计|主要|目标)*指标完成情况`, true),
  word('problems', 1, combined),
  word('next', 3, `.*(?:下一步|下步|下阶段|下一阶段|下月|下季度|下期).*`),
  word('problems', 3, `(?:${current}|${about})*(?:存在|面临|遇到|出现)的?(?:主要|突出)?${obstacle}.{0,8}`),
  word(
    'problems',
    2,
    `(?:${current}|${about})*${obstacle}(?:${separator}(?:${obstacle}|原因|分析|情况|说明|建议|措施))*`,
  ),
  word('problems', 1, '(?:未完成|滞后|未达标|进度滞后)的?(?:原因|说明|原因分析)'),
  word('next', 2, `(?:拟采取|采取|推进|工作|后续|主要|具体|解决|整改)*的?${step}(?:${separator}${step})*`),
  word(
    'percent',
    3,
    `(?:${current}|${about})*(?:完成率|完成比例|完成百分比|完成占比|完成度|进度比例|进度百分比|百分比|进展比例|进度率|办结率|%)%?`,
  ),
  word('percent', 3, `(?:${current}|${about})*(?:进度|完成情况|进展|进展情况|比例|形象进度)(?:%|百分比)`),
  word('percent', 1, `(?:${current}|${about})*比例`),
  word('percent', 2, `(?:${current}|${about})*(?:进度|完成进度|形象进度)`, true),
  word('narrative', 3, `${current}${about}*${narrative}(?:${separator}${narrative})?.{0,4}`),
  word('narrative', 2, `${about}*${narrative}(?:${separator}${narrative})?(?:说明|描述)?`),
  word('narrative', 1, `(?:${current}|${about})*完成情况(?:说明|描述)?`, true),
  word('status', 2, '(?:工作|任务|项目|进展|完成|当前|目前|推进|办理|本期)*(?:状态)'),
  word('phone', 2, '(?:联系|手机|办公|固定|联系人)*(?:电话|手机|号码|联系方式)+'),
  word('reporter', 2, '(?:填报|填表|填写|报送|经办|上报)人员?(?:姓名)?'),
  word('reporter', 1, '联系人(?:姓名)?|联络员|联络人|经办人|联系人及?(?:电话|联系方式)'),
  word('code', 2, '(?:任务|工作|事项|项目)?(?:编号|编码|代码)'),
  word('number', 2, '序号?|项次|no|行号'),
  word('content', 1, '目标任务|任务目标'),
  word(
    'context',
    1,
    '(?:年度|工作|任务|全年|主要|总体|考核|计划|预期)*(?:目标|目标值|指标|指标值|目标任务|任务目标|目标要求|计划数)',
  ),
  word(
    'content',
    3,
    '(?:年度|20\\d\\d年|\\d\\d年)?(?:重点|主要|具体)?(?:工作|任务|项目|实事)(?:任务|事项|内容|名称|清单|任务内容|事项内容|任务名称)?',
  ),
  word(
    'content',
    3,
    '(?:督查|督办|交办|重点|工作|任务|政府工作报告)*(?:事项|工作任务|重点任务|重点工作|任务分解|任务内容)(?:内容|名称)?',
  ),
  word('content', 3, '民生实事(?:项目|内容|项目内容)?|实事内容'),
  word('leader', 2, '(?:牵头|分管|责任|区|挂钩|联系|包干|主管)*领导|牵头人'),
  word('unit', 2, '(?:\\*?牵头|责任|填报|报送|主办|承办|实施|主要责任)*(?:单位|部门)(?:名称)?'),
  word('section', 2, '部分|板块|类别|领域|分类|所属部分|所属板块|工作类别'),
  word('context', 1, '角色|(?:协办|配合|协同|参与)(?:单位|部门)|责任人|负责人|科室|责任科室'),
  word(
    'context',
    1,
    '(?:计划|要求|目标|办结|预计)?(?:完成)?(?:时限|时间|期限|时间节点|节点|日期)|报告期|期次',
  ),
  word('context', 1, '亮灯|亮灯情况|红绿灯|红黄绿灯|预警|预警等级|是否完成'),
];

/** 项目名称 beside 项目内容 names the project; alone it is the content. */
const projectHeading = /^(?:实事)?项目(?:名称)?$/;

function meaningOf(folded: string): HeadingMeaning | null {
  if (projectHeading.test(folded)) return { role: 'project', rank: 1, decidedByCells: false };
  const found = words.find(({ pattern }) => pattern.test(folded));
  if (found === undefined) return null;
  return { role: found.role, rank: found.rank, decidedByCells: found.decidedByCells === true };
}

/** 「本期进展（限200字）」 is asked about as a whole first, then without its brackets. */
function readings(heading: string): string[] {
  const plain = foldWidth(heading);
  const outside = plain.replace(/[([【〔{][^)\]】〕}]*[)\]】〕}]/g, '');
  return [foldForMatch(plain), foldForMatch(outside)].filter((reading) => reading !== '');
}

/** Above every rank of {@link words}: a person's word for this unit outranks what all units mean. */
const learnedRank = 9;

function learnedMeaning(heading: string, learned: LearnedHeadings | undefined): HeadingMeaning | null {
  const role = learned?.get(foldForMatch(heading));
  return role === undefined ? null : { role, rank: learnedRank, decidedByCells: false };
}

/**
 * What a heading means, or null when no known name fits.
 * @param heading one cell's text, as it stands @param learned of the unit, before the words every unit uses
 */
export function headingMeaning(heading: string, learned?: LearnedHeadings): HeadingMeaning | null {
  if (heading.length > longestHeading) return null;
  const taught = learnedMeaning(heading, learned);
  if (taught !== null) return taught;
  for (const reading of readings(heading)) {
    const meaning = meaningOf(reading);
    if (meaning !== null) return meaning;
  }
  return null;
}

/**
 * What a column under group heads means: its own heading first, unless a head above looks backwards
 * (上期｜进展); a heading that says nothing itself takes its group's.
 * @param path headings from the top down
 */
export function columnMeaning(path: readonly string[], learned?: LearnedHeadings): HeadingMeaning | null {
  const taught = learnedMeaning(path.join(''), learned);
  if (taught !== null) return taught;
  const meanings = path.map((heading) => headingMeaning(heading));
  const own = meanings.at(-1) ?? null;
  const above = meanings.slice(0, -1).findLast((meaning) => meaning !== null) ?? null;
  const together = path.length > 1 ? headingMeaning(path.join('')) : null;
  if (above?.role === 'context' && own !== null && path.length > 1) return { ...own, role: 'context' };
  return own ?? together ?? above;
}

/** 「存在问题及下一步措施」: two columns in one, read as 存在问题 and said so. */
export function isCombinedHeading(heading: string): boolean {
  return new RegExp(`^${combined}$`).test(foldForMatch(heading));
}

const identifyingHint = /序|编号|编码|代码|项次|行号|^no|工作|任务|项目|实事|事项|内容|督查|督办|重点/i;
const reportingHint =
  /进展|实际|实绩|推进|完成|落实|实施|执行|办理|开展|建设|进度|成效|情况|比例|占比|百分|率|%|％|度|问题|困难|难点|堵点|瓶颈|卡点|制约|短板|不足|原因|下一步|下步|下阶段|下一阶段|下月|下季|下期|措施|举措|打算|安排|计划|思路|建议|状态/;

/** Cheap hints that a cell may be a heading of either sort: whole sheets are looked through by them. */
export function headingHints(
  text: string,
  learned?: LearnedHeadings,
): { identifies: boolean; reports: boolean } {
  if (text.length > longestHeading) return { identifies: false, reports: false };
  if (learned?.has(foldForMatch(text))) return { identifies: true, reports: true };
  const bare = text.replace(/\s+/g, '');
  return { identifies: identifyingHint.test(bare), reports: reportingHint.test(bare) };
}
