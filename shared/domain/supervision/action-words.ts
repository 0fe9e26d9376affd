/** How a 督办动作 is called in a sentence or a list. */
import { type ActionKind, actionKindLabels } from './action.ts';
import { dateParts } from './dates.ts';
import { type OrderColour, orderColourLabels } from './order-colour.ts';
import { formatOrderNumber } from './order-number.ts';

export interface NamedAction {
  kind: ActionKind;
  colour: OrderColour | null;
  numberYear: number | null;
  number: number | null;
  actedOn: string;
}

/** 「〔2024〕3号」; null for kinds that have no number. */
export function actionNumber({ numberYear, number }: NamedAction): string | null {
  return numberYear === null || number === null ? null : formatOrderNumber({ year: numberYear, number });
}

/** 「黄色督办单〔2024〕3号」, 「催办〔2024〕1号」, 「5月8日约谈」 */
export function actionWords(action: NamedAction): string {
  const { kind, colour, actedOn } = action;
  const label = `${colour === null ? '' : orderColourLabels[colour]}${actionKindLabels[kind]}`;
  const number = actionNumber(action);
  if (number !== null) return `${label}${number}`;
  const { month, day } = dateParts(actedOn);
  return `${month}月${day}日${label}`;
}
