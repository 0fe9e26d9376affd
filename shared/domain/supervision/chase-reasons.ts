/** Why a task is chased: each reason a line of one table, most urgent first. */
import { type ChaseContext, type ChaseFacts, isJudged } from './chase-facts.ts';
import { addDays, dateLabel, daysBetween } from './dates.ts';
import { dueInForce, extendedWords, extensionInForce } from './extension.ts';
import { isFlagged } from './light-kinds.ts';
import { missedMilestones } from './plan.ts';
import { isIgnored, lateFrom, type Slip } from './slip.ts';

export type ChaseKind =
  | 'order_unanswered'
  | 'overdue'
  | 'red_light'
  | 'unreported'
  | 'missed_milestone'
  | 'yellow_light'
  | 'reply_unanswered'
  | 'extension_ending'
  | 'due_soon';

export interface ChaseReason {
  kind: ChaseKind;
  words: string;
  /** The first day on which it held. */
  since: string;
}

type FindReasons = (facts: ChaseFacts, context: ChaseContext) => Omit<ChaseReason, 'kind'>[];

function unansweredSlips(isWanted: (slip: Slip) => boolean): FindReasons {
  return ({ slips }, { today }) =>
    slips
      .filter((slip) => isWanted(slip) && isIgnored(slip, today))
      .map((slip) => ({
        words: `${slip.words}应于${dateLabel(slip.answerDue)}前答复，至今未答复`,
        since: lateFrom(slip),
      }));
}

/** A light that knows the progress decides whether a task is overdue; for a silent one its due date does. */
const findOverdue: FindReasons = ({ light, due, extensions }, { today }) => {
  if (light !== null && isJudged(light))
    return light.rule === 'overdue' && isFlagged(light.light)
      ? [{ words: light.reason, since: light.since }]
      : [];
  const dueNow = due === null ? null : dueInForce(due, extensions, today);
  if (dueNow === null || dueNow >= today) return [];
  return [
    {
      words: `已超过完成时限（${dateLabel(dueNow)}）${daysBetween(dueNow, today)}天`,
      since: addDays(dueNow, 1),
    },
  ];
};

/** Rules of lights that are reasons by themselves. */
const ownReasons = ['overdue', 'due_soon', 'missed_milestone'];

function flagged(colour: 'red' | 'yellow'): FindReasons {
  return ({ light }) =>
    light?.light === colour && !ownReasons.includes(light.rule)
      ? [{ words: light.reason, since: light.since }]
      : [];
}

const findUnreported: FindReasons = ({ unreported }, { today }) =>
  unreported
    .filter(({ deadline }) => deadline < today)
    .map(({ label, deadline }) => ({
      words: `${label}进展应于${dateLabel(deadline)}前报送，至今未报`,
      since: addDays(deadline, 1),
    }));

const findMissedMilestones: FindReasons = ({ milestones }, { today }) =>
  missedMilestones(milestones, today).map(({ title, due }) => ({
    words: `节点“${title}”应于${dateLabel(due)}完成，至今未完成`,
    since: addDays(due, 1),
  }));

const findEndingExtension: FindReasons = ({ extensions }, { today, settings }) => {
  const extension = extensionInForce(extensions, today);
  if (extension === null) return [];
  const days = daysBetween(today, extension.newDue);
  if (days < 0 || days > settings.nearDueDays) return [];
  const since = addDays(extension.newDue, -settings.nearDueDays);
  return [{ words: `${extendedWords(extension)}，还有${days}天到期`, since }];
};

/** An extended task near its end says so as 延期, not twice. */
const findDueSoon: FindReasons = (facts, context) => {
  const { light } = facts;
  if (light?.rule !== 'due_soon' || !isFlagged(light.light) || findEndingExtension(facts, context).length > 0)
    return [];
  return [{ words: light.reason, since: light.since }];
};

/** Most urgent first: an order someone has ignored, then time that is over, then what is going wrong. */
const chaseTable: readonly [ChaseKind, FindReasons][] = [
  ['order_unanswered', unansweredSlips(({ kind }) => kind === 'supervision_order')],
  ['overdue', findOverdue],
  ['red_light', flagged('red')],
  ['unreported', findUnreported],
  ['missed_milestone', findMissedMilestones],
  ['yellow_light', flagged('yellow')],
  ['reply_unanswered', unansweredSlips(({ kind }) => kind !== 'supervision_order')],
  ['extension_ending', findEndingExtension],
  ['due_soon', findDueSoon],
];

export const chaseKinds: readonly ChaseKind[] = chaseTable.map(([kind]) => kind);

export const chaseKindLabels: Record<ChaseKind, string> = {
  order_unanswered: '督办单逾期未答复',
  overdue: '任务逾期',
  red_light: '红灯',
  unreported: '进展逾期未报',
  missed_milestone: '节点逾期',
  yellow_light: '黄灯',
  reply_unanswered: '催办、退回逾期未答复',
  extension_ending: '延期将到期',
  due_soon: '临近时限',
};

/** What is still owed once the work itself is done (domain.md, Lights: finished or stopped is never flagged). */
const owedWhenFinished: readonly ChaseKind[] = ['order_unanswered', 'reply_unanswered'];

/** Every reason to chase, most urgent first, of one kind the oldest first. Only a task still 推进中 is chased. */
export function findChaseReasons(facts: ChaseFacts, context: ChaseContext): ChaseReason[] {
  if (facts.state !== 'active') return [];
  const isFinished = facts.light?.light === 'finished' || facts.light?.light === 'withdrawn';
  const rows = chaseTable.filter(([kind]) => !isFinished || owedWhenFinished.includes(kind));
  return rows.flatMap(([kind, find]) =>
    find(facts, context)
      .map((reason) => ({ kind, ...reason }))
      .sort((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0)),
  );
}
