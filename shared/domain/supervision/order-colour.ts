/**
 * 督办单 colours (domain.md, Conventions): 蓝 near the deadline, 黄 below 序时 or of poor quality, 红 overdue; the
 * next colour follows when the last slip was ignored.
 */
import type { ActionSettings } from './action-settings.ts';
import { dateLabel, daysBetween } from './dates.ts';
import { isIgnored, type Slip } from './slip.ts';

export type OrderColour = 'blue' | 'yellow' | 'red';

/** From the mildest. */
export const orderColours: readonly OrderColour[] = ['blue', 'yellow', 'red'];

export const orderColourLabels: Record<OrderColour, string> = { blue: '蓝色', yellow: '黄色', red: '红色' };

/** What follows an ignored slip: one without a colour (催办) is followed by 蓝, and 红 stays 红. */
export function nextColour(last: OrderColour | null): OrderColour {
  if (last === null) return 'blue';
  return last === 'blue' ? 'yellow' : 'red';
}

/** The colour of one slip for several tasks: the gravest of theirs. */
export function gravestColour(colours: readonly OrderColour[]): OrderColour | null {
  return orderColours.findLast((colour) => colours.includes(colour)) ?? null;
}

export interface ColourFacts {
  today: string;
  /** The due date in force, approved 延期 counted in; null when the task has none. */
  due: string | null;
  /** The light's sentence while it flags the task as below 序时. */
  behind: string | null;
  /** Why the last report was not good enough; null while nobody has said so. */
  poorQuality: string | null;
  lastSlip: Slip | null;
  settings: ActionSettings;
}

export interface ColourProposal {
  /** Null: no 督办单 is called for. */
  colour: OrderColour | null;
  reason: string;
}

type Grounds = { colour: OrderColour; words: string };

function findDueGrounds({ due, today, settings }: ColourFacts): Grounds | null {
  if (due === null) return null;
  const days = daysBetween(today, due);
  if (days < 0) return { colour: 'red', words: `已超过完成时限（${dateLabel(due)}）${-days}天` };
  if (days > settings.nearDueDays) return null;
  return { colour: 'blue', words: `距完成时限（${dateLabel(due)}）还有${days}天` };
}

function findIgnoredGrounds({ lastSlip, today }: ColourFacts): Grounds | null {
  if (lastSlip === null || !isIgnored(lastSlip, today)) return null;
  const words = `${lastSlip.words}到期（${dateLabel(lastSlip.answerDue)}）未答复`;
  return { colour: nextColour(lastSlip.colour), words };
}

/** The gravest colour that any ground calls for, with every ground in the sentence. */
export function proposeOrderColour(facts: ColourFacts): ColourProposal {
  const { behind, poorQuality } = facts;
  const grounds: (Grounds | null)[] = [
    findDueGrounds(facts),
    behind === null ? null : { colour: 'yellow', words: behind },
    poorQuality === null ? null : { colour: 'yellow', words: `进展质量不高：${poorQuality}` },
    findIgnoredGrounds(facts),
  ];
  const found = grounds.filter((ground) => ground !== null);
  const colour = gravestColour(found.map((ground) => ground.colour));
  if (colour === null)
    return { colour, reason: '未临期、未落后序时，也没有逾期未答复的督办件，不需要发督办单。' };
  const words = found.map((ground) => ground.words).join('；');
  return { colour, reason: `${words}，发${orderColourLabels[colour]}督办单。` };
}

/** 催办→蓝色→黄色→红色, and what is after 红. */
function escalationWords(): string {
  const steps: OrderColour[] = [nextColour(null)];
  for (let last = steps[0] ?? 'red'; nextColour(last) !== last; last = nextColour(last))
    steps.push(nextColour(last));
  const names = ['催办', ...steps.map((colour) => orderColourLabels[colour])].join('→');
  return `逾期没有答复的，下一件升一级：${names}；红色也没有答复，再发红色并建议约谈。`;
}

/** When a 督办单 of each colour is called for, and what follows an ignored one, for people. */
export function orderColourWords({ nearDueDays }: ActionSettings): string[] {
  const near = nearDueDays === 0 ? '到期当天' : `${nearDueDays}天以内到期`;
  return [
    `${orderColourLabels.blue}：任务因临近时限亮灯或延期将满，${near}（当天也在内）。`,
    `${orderColourLabels.yellow}：落后序时、节点逾期等亮了黄灯或红灯，或进展因质量不高退回还没有重报。`,
    `${orderColourLabels.red}：任务逾期。`,
    escalationWords(),
    '同时有几条的，发最重的颜色；发出的一件还没有到答复期限，先等答复，不重复发。',
    '没有到以上地步、只是没有报进展的，先催办。',
  ];
}
