/** Counts of a list of lights. A count and the list it opens are made by the same functions here. */
import { type ProgressClass, progressClasses, sharePercents } from '../supervision/progress-class.ts';
import { type LightName, lightNames } from './light-names.ts';

export interface Counted {
  light: LightName;
  /** Null for what is listed and not counted. */
  progressClass: ProgressClass | null;
}

export interface Share {
  count: number;
  /** Of what is counted, one decimal; the shares of a tally add up to 100. Null for what is not counted. */
  percent: number | null;
}

export interface Tally {
  /** Rows listed, with those that are only listed (已撤销). */
  listed: number;
  counted: number;
  lights: Record<LightName, Share>;
  classes: Record<ProgressClass, Share>;
}

/** What a tile or a cell of the summary opens. */
export interface CountChoice {
  light?: LightName | undefined;
  progressClass?: ProgressClass | undefined;
}

export function isChosen({ light, progressClass }: CountChoice, entry: Counted): boolean {
  if (light !== undefined && entry.light !== light) return false;
  return progressClass === undefined || entry.progressClass === progressClass;
}

function sharesOf<Key extends string>(keys: readonly Key[], countOf: (key: Key) => number) {
  const counts = keys.map(countOf);
  const percents = sharePercents(counts);
  return keys.map((key, index): [Key, Share] => [
    key,
    { count: counts[index] ?? 0, percent: percents[index] ?? 0 },
  ]);
}

/** Lights partition what is listed, classes what is counted. */
export function tallyOf(entries: readonly Counted[]): Tally {
  const byLight = new Map<LightName, number>();
  const byClass = new Map<ProgressClass, number>();
  for (const { light, progressClass } of entries) {
    byLight.set(light, (byLight.get(light) ?? 0) + 1);
    if (progressClass !== null) byClass.set(progressClass, (byClass.get(progressClass) ?? 0) + 1);
  }
  const withdrawn = byLight.get('withdrawn') ?? 0;
  const countedLights = lightNames.filter((name) => name !== 'withdrawn');
  const lights = sharesOf(countedLights, (name) => byLight.get(name) ?? 0);
  const classes = sharesOf(progressClasses, (name) => byClass.get(name) ?? 0);
  return {
    listed: entries.length,
    counted: entries.length - withdrawn,
    lights: Object.fromEntries([
      ...lights,
      ['withdrawn', { count: withdrawn, percent: null }],
    ]) as Tally['lights'],
    classes: Object.fromEntries(classes) as Tally['classes'],
  };
}
