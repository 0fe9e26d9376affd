/** Where the points of a task's year stand in its drawing. */
import type { TaskLights, TrajectoryMark } from '#shared/contract/lights.ts';

export const chartSize = { width: 360, height: 150, left: 34, right: 8, top: 8, bottom: 22 };

export interface ChartScale {
  x: (date: string) => number;
  y: (percent: number) => number;
  /** First and last day drawn. */
  from: string;
  to: string;
  /** 100, or more where somebody has done more than was promised. */
  top: number;
}

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

export function chartScale({ expected, actual }: Pick<TaskLights, 'expected' | 'actual'>): ChartScale {
  const marks = [...expected, ...actual.flatMap((lead) => lead.marks)];
  const dates = marks.map(({ date }) => date).sort();
  const [from = '', to = ''] = [dates[0], dates.at(-1)];
  const top = Math.max(100, ...marks.map(({ percent }) => percent));
  const { width, height, left, right } = chartSize;
  const days = Math.max(dayOf(to) - dayOf(from), 1);
  const high = height - chartSize.top - chartSize.bottom;
  return {
    x: (date) => left + ((dayOf(date) - dayOf(from)) / days) * (width - left - right),
    y: (percent) => chartSize.top + high * (1 - percent / top),
    from,
    to,
    top,
  };
}

/** The points of an SVG polyline. */
export function linePoints(marks: readonly TrajectoryMark[], { x, y }: ChartScale): string {
  return marks.map(({ date, percent }) => `${x(date).toFixed(1)},${y(percent).toFixed(1)}`).join(' ');
}
