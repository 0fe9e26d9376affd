/** A light in one line of text: the rules' sentence, a person's word beside it, and what moved. */
import { type LightOverride, overrideWords } from '../supervision/light-override.ts';
import type { Movement } from '../supervision/movement.ts';

/** Where there is nothing to compare with nothing is said. */
const movementWords: Record<Movement, string> = {
  up: '较上期升',
  down: '较上期降',
  level: '与上期持平',
  none: '',
};

interface SpokenLight {
  reason: string;
  override: (Pick<LightOverride, 'light' | 'reason' | 'until' | 'by'> & { unit?: string | null }) | null;
  movement: Movement;
}

/** 「序时应达50%，实际28%，落后22个百分点，黄灯；改为红灯（张三，至2024-07-31）：约谈；较上期降」 */
export function lightWords({ reason, override, movement }: SpokenLight): string {
  const parts = [reason, override === null ? '' : overrideWords(override), movementWords[movement]];
  return parts.filter((part) => part !== '').join('；');
}
