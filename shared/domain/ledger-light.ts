/** 亮灯 as a ledger prints it: the word, so that it can be told without colour, what moved, and who decided. */
import { type LightName, lightNameLabels } from './lights/light-names.ts';
import { type Movement, movementText } from './supervision/movement.ts';

export interface LedgerLight {
  light: LightName;
  /** 「黄灯」, 「未报」, 「已拆分」 */
  label: string;
  movement: Movement;
  /** What the rules say, where a person's light stands for it or beside it; null without one. */
  ruled: LightName | null;
  /** For 备注: the override's reason, what became of the task; empty where there is nothing to say. */
  note: string;
}

/** 「黄灯」 over 「↓降」; where a person decided, over 「人工」 and 「原红灯」. */
export function ledgerLightText({ label, movement, ruled }: LedgerLight): string {
  const byHand = ruled === null ? [] : ['人工', `原${lightNameLabels[ruled]}`];
  const lines = [label, movementText(movement), ...byHand];
  return lines.filter((line) => line !== '').join('\n');
}
