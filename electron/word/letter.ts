/** What each letter says: the inputs, and the texts they become in a template's fields. All dates are `YYYY-MM-DD`. */
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import { signedPoints } from '#shared/domain/supervision/points.ts';
import { letterNames } from './letter-fields.ts';

interface Signed {
  /** To whom. */
  unit: string;
  /** From whom. */
  office: string;
  date: string;
}

export interface LetterTask {
  code: string;
  content: string;
  due: string | null;
  /** Percent that should be reached now; null where none is expected. */
  expected: number | null;
  /** Percent reached; null for unreported. */
  actual: number | null;
  /** Why it is chased: 「序时应达50%，实际28%，落后22个百分点」. */
  note: string;
}

/** 催办, 退回 and the 督办单 of one colour: one unit, one or more of its tasks. */
export interface SlipLetter extends Signed {
  kind: 'reminder' | 'blue_order' | 'yellow_order' | 'red_order' | 'send_back';
  /** 「鹿督〔2024〕3号」; empty for a 退回, which has none. */
  number: string;
  reason: string;
  answerDue: string;
  tasks: readonly LetterTask[];
}

export interface TalkLetter extends Signed {
  kind: 'talk';
  /** As it is to be read: 「2024年7月3日（星期三）上午9:30」. */
  when: string;
  where: string;
  /** Who holds the talk. */
  host: string;
  reason: string;
  tasks: readonly LetterTask[];
}

export interface ExtensionAnswer extends Signed {
  kind: 'extension_answer';
  task: { code: string; content: string };
  askedOn: string;
  reason: string;
  oldDue: string;
  askedDue: string;
  /** Null: refused. Not always the one asked for. */
  grantedDue: string | null;
  /** What the office adds, such as why it refuses; may be empty. */
  opinion: string;
}

export interface ScorecardLine {
  rule: string;
  count: number;
  /** Signed: a deduction is negative. */
  points: number;
  /** False for 配合: shown without penalty. */
  isCounted: boolean;
  /** The records behind it, in words. */
  grounds: readonly string[];
}

export interface Scorecard extends Signed {
  kind: 'scorecard';
  /** 「2024年上半年」 */
  periodLabel: string;
  /** Records up to this day count. */
  closedOn: string;
  /** 「2024年考核规则第2版」 */
  rules: string;
  base: number;
  /** 「部门」, 「街镇」 or 「其他」 */
  category: string;
  score: number;
  /** Equal scores share one and leave a gap. */
  rank: number;
  /** Units ranked in its category. */
  ranked: number;
  lines: readonly ScorecardLine[];
  /** Why base and lines do not add up to the score; empty when they do. */
  note: string;
}

export type Letter = SlipLetter | TalkLetter | ExtensionAnswer | Scorecard;

export interface LetterValues {
  /** By field. */
  texts: Readonly<Record<string, string>>;
  /** By the word before the point; each row by the word behind it. */
  tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

const percent = (value: number | null, absent: string): string => (value === null ? absent : `${value}%`);

function taskRows(tasks: readonly LetterTask[]): Record<string, string>[] {
  return tasks.map(({ code, content, due, expected, actual, note }, index) => ({
    序号: String(index + 1),
    编号: code,
    内容: content,
    时限: due === null ? '' : dateLabel(due),
    应达: percent(expected, '—'),
    实际: percent(actual, '未报'),
    说明: note,
  }));
}

function signed({ unit, office, date }: Signed): Record<string, string> {
  return { 单位: unit, 落款: office, 日期: dateLabel(date) };
}

function slipValues(letter: SlipLetter): LetterValues {
  const { number, reason, answerDue, tasks } = letter;
  const texts = { ...signed(letter), 文号: number, 事由: reason, 期限: dateLabel(answerDue) };
  return { texts, tables: { 任务: taskRows(tasks) } };
}

function talkValues(letter: TalkLetter): LetterValues {
  const { when, where, host, reason, tasks } = letter;
  const texts = { ...signed(letter), 时间: when, 地点: where, 约谈人: host, 事由: reason };
  return { texts, tables: { 任务: taskRows(tasks) } };
}

function decisionText({ grantedDue, opinion }: ExtensionAnswer): string {
  const decision =
    grantedDue === null ? '不同意延期，仍按原定时限完成。' : `同意延期至${dateLabel(grantedDue)}完成。`;
  return [decision, opinion.trim()].filter((part) => part !== '').join('\n');
}

function extensionValues(letter: ExtensionAnswer): LetterValues {
  const { task, askedOn, reason, oldDue, askedDue, grantedDue } = letter;
  const texts = {
    ...signed(letter),
    任务编号: task.code,
    任务内容: task.content,
    申请日期: dateLabel(askedOn),
    申请理由: reason,
    原时限: dateLabel(oldDue),
    申请时限: dateLabel(askedDue),
    批准时限: grantedDue === null ? '不予延期' : dateLabel(grantedDue),
    意见: decisionText(letter),
  };
  return { texts, tables: {} };
}

/** A card without lines says so in its table, which would otherwise stand there empty. */
const noLines = { 序号: '', 规则: '没有加减分', 次数: '', 分值: '0', 依据: '' };

function scorecardRow({ rule, count, points, isCounted, grounds }: ScorecardLine, index: number) {
  return {
    序号: String(index + 1),
    规则: rule,
    次数: String(count),
    分值: isCounted ? signedPoints(points) : '不计分',
    依据: grounds.join('\n'),
  };
}

function scorecardValues(letter: Scorecard): LetterValues {
  const { periodLabel, closedOn, rules, base, category, score, rank, ranked, lines, note } = letter;
  const texts = {
    ...signed(letter),
    期次: periodLabel,
    截止日期: dateLabel(closedOn),
    考核规则: rules,
    基础分: String(base),
    类别: category,
    得分: String(score),
    名次: String(rank),
    参评单位数: String(ranked),
    说明: note,
  };
  return { texts, tables: { 明细: lines.length > 0 ? lines.map(scorecardRow) : [noLines] } };
}

export function letterValues(letter: Letter): LetterValues {
  switch (letter.kind) {
    case 'talk':
      return talkValues(letter);
    case 'extension_answer':
      return extensionValues(letter);
    case 'scorecard':
      return scorecardValues(letter);
    default:
      return slipValues(letter);
  }
}

/** For the file names of both forms: 「区发改局-2024年6月考核成绩单」. */
export function scorecardTitle(unit: string, period: string): string {
  return `${unit}-${period}考核成绩单`;
}

/** For file names: 「催办通知-区发改局-2024年7月1日」. */
export function letterTitle(letter: Letter): string {
  if (letter.kind === 'scorecard') return scorecardTitle(letter.unit, letter.periodLabel);
  return `${letterNames[letter.kind]}-${letter.unit}-${dateLabel(letter.date)}`;
}
