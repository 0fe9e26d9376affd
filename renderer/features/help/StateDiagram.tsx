import { stateDiagram } from '#shared/domain/supervision/state-diagram.ts';
import { taskStateLabels } from '#shared/domain/supervision/task-state.ts';
import { arrowBetween, boxSize, pictureSize, statePlaces } from './state-places.ts';

const { nodes, edges } = stateDiagram();

interface DrawnArrow {
  key: string;
  labels: string[];
  arrow: ReturnType<typeof arrowBetween>;
}

/** Moves between the same two states share an arrow. */
function arrows(): DrawnArrow[] {
  const keys = [...new Set(edges.map(({ from, to }) => `${from} ${to}`))];
  return keys.flatMap((key) => {
    const own = edges.filter(({ from, to }) => `${from} ${to}` === key);
    const [first] = own;
    if (first === undefined) return [];
    const labels = [...new Set(own.map(({ label }) => label))];
    return [{ key, labels, arrow: arrowBetween(first.from, first.to) }];
  });
}

/** The picture and the table of the same moves: both are made from the rules themselves. */
export function StateDiagram() {
  return (
    <>
      <svg
        className="state-diagram"
        viewBox={`0 0 ${pictureSize.width} ${pictureSize.height}`}
        role="img"
        aria-label="任务的状态和可以办理的变动，详见下表"
      >
        <defs>
          <marker
            id="state-arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0,0 L8,4 L0,8 z" />
          </marker>
        </defs>
        {arrows().map(({ key, labels, arrow }) => (
          <g key={key}>
            <path className="state-line" d={arrow.path} markerEnd="url(#state-arrow)" />
            <text x={arrow.label.x} y={arrow.label.y} textAnchor="middle">
              {labels.join('、')}
            </text>
          </g>
        ))}
        {nodes.map(({ state, label, isFirst }) => (
          <g key={state} transform={`translate(${statePlaces[state].x} ${statePlaces[state].y})`}>
            <rect
              className={isFirst ? 'state-box state-box-first' : 'state-box'}
              width={boxSize.width}
              height={boxSize.height}
              rx={4}
            />
            <text className="state-name" x={boxSize.width / 2} y={boxSize.height / 2 + 5} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
      </svg>
      <MoveTable />
    </>
  );
}

function MoveTable() {
  return (
    <table className="plain-table" aria-label="可以办理的变动">
      <thead>
        <tr>
          <th scope="col">现在</th>
          <th scope="col">办理</th>
          <th scope="col">办理后</th>
          <th scope="col">要填</th>
          <th scope="col">条件</th>
        </tr>
      </thead>
      <tbody>
        {edges.map(({ from, to, move, label, needs, conditions }) => (
          <tr key={`${from} ${move}`}>
            <td>{taskStateLabels[from]}</td>
            <td>{label}</td>
            <td>{taskStateLabels[to]}</td>
            <td>{needs.join('、')}</td>
            <td>{conditions.join('、')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
