/** What the chase counts in days; each set holds from its date on. */
import { checkStartDates, type Dated } from './dated-settings.ts';
import { addDays } from './dates.ts';
import type { OrderColour } from './order-colour.ts';

export interface ActionSettings extends Dated {
  /** 蓝 when unfinished and due within so many days; the due date itself is 0 days away. */
  nearDueDays: number;
  /** Days from the issue of a slip to its answer date. */
  answerDays: Readonly<Record<OrderColour | 'reminder' | 'send_back', number>>;
}

/**
 * Seven days before a deadline is domain.md's (Conventions, Lights). For answer dates it has no figure: these are
 * the program's proposal, shorter the redder, and every slip may name another day.
 */
export const defaultActionSettings: ActionSettings = {
  effectiveFrom: '2000-01-01',
  nearDueDays: 7,
  answerDays: { reminder: 3, send_back: 3, blue: 7, yellow: 5, red: 3 },
};

export const actionSettingLabels = {
  nearDueDays: '临期天数',
  reminder: '催办答复天数',
  send_back: '退回重报天数',
  blue: '蓝色督办单答复天数',
  yellow: '黄色督办单答复天数',
  red: '红色督办单答复天数',
} as const;

/** What each answer date is called. */
export const answerPaperLabels: Record<keyof ActionSettings['answerDays'], string> = {
  reminder: '催办',
  send_back: '退回',
  blue: '蓝色督办单',
  yellow: '黄色督办单',
  red: '红色督办单',
};

export function answerDueOn(
  actedOn: string,
  paper: keyof ActionSettings['answerDays'],
  settings: ActionSettings,
): string {
  return addDays(actedOn, settings.answerDays[paper]);
}

/** How long each paper waits for its answer, for people; on the answer date itself there is still time. */
export function answerWords({ answerDays }: ActionSettings): string[] {
  const papers = Object.keys(answerDays) as (keyof typeof answerDays)[];
  return papers.map((paper) =>
    answerDays[paper] === 0
      ? `${answerPaperLabels[paper]}：发出当天答复。`
      : `${answerPaperLabels[paper]}：发出后${answerDays[paper]}天以内答复。`,
  );
}

function checkOne({ effectiveFrom, nearDueDays, answerDays }: ActionSettings): string[] {
  const values = Object.entries({ nearDueDays, ...answerDays }) as [
    keyof typeof actionSettingLabels,
    number,
  ][];
  return values
    .filter(([, days]) => !Number.isInteger(days) || days < 0 || days > 366)
    .map(
      ([key]) => `自${effectiveFrom}起的督办规则：${actionSettingLabels[key]}须是0到366之间的整数，请修改。`,
    );
}

/** What is wrong with the settings, a sentence each; empty when nothing is. */
export function checkActionSettings(list: readonly ActionSettings[]): string[] {
  return [...checkStartDates(list, '督办规则'), ...list.flatMap(checkOne)];
}
