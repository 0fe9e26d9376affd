import type { TaskLights } from '#shared/contract/lights.ts';
import { percentLabel } from '#shared/domain/supervision/percent-figures.ts';
import { chartScale, chartSize, linePoints } from './trajectory-lines.ts';

type TrajectoryChartProps = Pick<TaskLights, 'expected' | 'actual'> & { date: string };

/** More lines than these cannot be told apart; the sentences name every lead. */
const mostLines = 3;
const gridPercents = [0, 50, 100];

function spoken({ actual }: TrajectoryChartProps): string {
  const reported = actual.flatMap(({ unit, marks }) => {
    const last = marks.at(-1);
    return last === undefined ? [] : [`${unit}至${last.date}为${percentLabel(last.percent)}`];
  });
  return `序时进度与实际进度。${reported.length === 0 ? '还没有实际进度。' : `${reported.join('，')}。`}`;
}

/** 序时 dashed, what each lead reported with points, and the day that is judged. */
export function TrajectoryChart(props: TrajectoryChartProps) {
  const { expected, actual, date } = props;
  const scale = chartScale(props);
  const { width, height, left, right, bottom } = chartSize;
  const isInside = date >= scale.from && date <= scale.to;
  return (
    <svg className="trajectory" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken(props)}>
      {gridPercents.map((percent) => (
        <g key={percent}>
          <line
            className="trajectory-grid"
            x1={left}
            x2={width - right}
            y1={scale.y(percent)}
            y2={scale.y(percent)}
          />
          <text x={left - 4} y={scale.y(percent) + 4} textAnchor="end">
            {percent}%
          </text>
        </g>
      ))}
      {isInside && (
        <line
          className="trajectory-day"
          x1={scale.x(date)}
          x2={scale.x(date)}
          y1={scale.y(scale.top)}
          y2={scale.y(0)}
        />
      )}
      <polyline className="trajectory-expected" points={linePoints(expected, scale)} />
      {actual.slice(0, mostLines).map(({ unitId, marks }, index) => (
        <g key={unitId} className={`trajectory-actual-${index}`}>
          <polyline className="trajectory-actual" points={linePoints(marks, scale)} />
          {marks.map((mark) => (
            <circle key={mark.date} cx={scale.x(mark.date)} cy={scale.y(mark.percent)} r={2.5} />
          ))}
        </g>
      ))}
      <text x={left} y={height - bottom + 16}>
        {scale.from}
      </text>
      <text x={width - right} y={height - bottom + 16} textAnchor="end">
        {scale.to}
      </text>
    </svg>
  );
}
