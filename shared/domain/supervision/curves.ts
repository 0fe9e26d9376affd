/**
 * 前快后慢 and 前慢后快 as broken lines. Shares of time and of work are percents of the task's own span, so that
 * they hold for a task of any length. domain.md asks for them (linear is wrong for construction); the numbers
 * are this program's and are settings.
 */
import { checkStartDates, type Dated } from './dated-settings.ts';

/** At `time` percent of the span `work` percent should be done; 0 and 100 are understood. */
export interface CurvePoint {
  time: number;
  work: number;
}

export interface CurveSettings extends Dated {
  frontLoaded: readonly CurvePoint[];
  backLoaded: readonly CurvePoint[];
}

export const defaultCurves: CurveSettings = {
  effectiveFrom: '2000-01-01',
  frontLoaded: [
    { time: 25, work: 40 },
    { time: 50, work: 70 },
    { time: 75, work: 90 },
  ],
  backLoaded: [
    { time: 25, work: 10 },
    { time: 50, work: 30 },
    { time: 75, work: 60 },
  ],
};

export const curveLabels = { frontLoaded: '前快后慢', backLoaded: '前慢后快' } as const;

/** 「时间过25%应完成40%，过50%应完成70%」 */
export function curveWords(points: readonly CurvePoint[]): string {
  if (points.length === 0) return '没有中间各点，同匀速';
  return points
    .map(({ time, work }, index) => `${index === 0 ? '时间' : ''}过${time}%应完成${work}%`)
    .join('，');
}

function checkCurve(points: readonly CurvePoint[], name: string): string[] {
  const isRising = points.every(({ time, work }, index) => {
    const before = points[index - 1] ?? { time: 0, work: 0 };
    return time > before.time && work >= before.work && time < 100 && work <= 100;
  });
  return isRising ? [] : [`“${name}”曲线的各点须按时间先后排列，在0到100之间，进度不能倒退，请修改。`];
}

/** What is wrong with the curves, a sentence each; empty when nothing is. */
export function checkCurves(list: readonly CurveSettings[]): string[] {
  const problems = list.flatMap((settings) => [
    ...checkCurve(settings.frontLoaded, curveLabels.frontLoaded),
    ...checkCurve(settings.backLoaded, curveLabels.backLoaded),
  ]);
  return [...checkStartDates(list, '序时曲线'), ...problems];
}
