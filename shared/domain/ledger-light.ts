/** 亮灯 as a ledger prints it: the word, so that it can be told without colour, what moved, and who decided. */
import type { LightName } from './lights/light-names.ts';
import { type Movement, movementLabels } from './supervision/movement.ts';

export interface LedgerLight {
  light: LightName;
  /** 「黄灯」, 「未报」, 「已拆分」 */
  label: string;
  movement: Movement;
  /** A person's light stands for the computed one. */
  overridden: boolean;
  /** For 备注: the override's reason, what became of the task; empty where there is nothing to say. */
  note: string;
}

const arrows: Partial<Record<Movement, string>> = { up: '↑', down: '↓', level: '→' };

/** 「黄灯」 over 「↓降」, over 「人工」 where a person decided. */
export function ledgerLightText({ label, movement, overridden }: LedgerLight): string {
  const arrow = arrows[movement];
  const lines = [
    label,
    arrow === undefined ? '' : `${arrow}${movementLabels[movement]}`,
    overridden ? '人工' : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}
