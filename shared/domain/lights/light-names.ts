/** What stands in a list of lights: a light, or that nobody has been named to report (待明确). */
import { type Light, lightLabels } from '../supervision/light-kinds.ts';
import { unspecifiedLabel } from '../unit.ts';

export type LightName = Light | 'unnamed';

/** In the order in which they are counted: what asks for something first. */
export const lightNames: readonly LightName[] = [
  'red',
  'yellow',
  'unreported',
  'unnamed',
  'green',
  'finished',
  'withdrawn',
];

export const lightNameLabels: Record<LightName, string> = { ...lightLabels, unnamed: unspecifiedLabel };

/** A shape for each light, so that it can be told without its colour, on paper too. */
export const lightSigns: Record<LightName, string> = {
  red: '■',
  yellow: '▲',
  green: '●',
  unreported: '○',
  unnamed: '？',
  finished: '✓',
  withdrawn: '—',
};
