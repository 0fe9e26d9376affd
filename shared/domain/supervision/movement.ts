/** 升, 降, 平: a light against the last period's. */
import type { Light } from './light-kinds.ts';

export type Movement = 'up' | 'down' | 'level' | 'none';

export const movementLabels: Record<Movement, string> = { up: '升', down: '降', level: '平', none: '—' };

/** Beside the word, so that it is seen at a glance. */
export const movementArrows: Record<Movement, string> = { up: '↑', down: '↓', level: '→', none: '' };

/** 「↓降」; empty where there is nothing to compare with. */
export function movementText(movement: Movement): string {
  return movement === 'none' ? '' : `${movementArrows[movement]}${movementLabels[movement]}`;
}

/** A higher rank is better; 未报 ranks lowest, because falling silent is a step back. */
const ranks: Record<Exclude<Light, 'withdrawn'>, number> = {
  unreported: 0,
  red: 1,
  yellow: 2,
  green: 3,
  finished: 4,
};

/**
 * Compares the lights shown, overrides with them. None where there is nothing to compare with: no last period,
 * a task that is or was withdrawn, and a report after a period that was 未报 (a red light is no rise).
 * @param last null when the task had no light then
 */
export function movementOf(last: Light | null, now: Light): Movement {
  if (last === null || last === 'withdrawn' || now === 'withdrawn') return 'none';
  if (last === 'unreported' && now !== 'unreported') return 'none';
  const steps = ranks[now] - ranks[last];
  if (steps === 0) return 'level';
  return steps > 0 ? 'up' : 'down';
}
