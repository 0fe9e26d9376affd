import { Link } from 'react-router';
import type { TaskDetail, TaskUnit } from '#shared/contract/tasks.ts';
import { RoleTag } from '../../components/RoleTag.tsx';
import { UnitNames } from '../../components/UnitNames.tsx';

/** Who does what, as the notice prints it, and who is asked to report. */
export function TaskRoles({ task }: { task: TaskDetail }) {
  return (
    <section className="task-block sheet" aria-labelledby="task-roles">
      <h2 id="task-roles">单位</h2>
      <ul className="task-roles">
        {task.units.map((unit) => (
          <RoleLine key={`${unit.role} ${unit.printed}`} unit={unit} />
        ))}
        {task.units.length === 0 && <li className="muted">通知没有写明单位。</li>}
      </ul>
      <h3>填报单位</h3>
      <ReportingUnits names={task.reportingUnits} />
    </section>
  );
}

/** More than these fill the page; the others are behind a count. */
const mostNamesShown = 12;

function ReportingUnits({ names }: { names: readonly string[] }) {
  if (names.length === 0) return <p className="muted">无（通知没有写明具体单位）</p>;
  if (names.length <= mostNamesShown) return <p>{names.join('、')}</p>;
  return (
    <details className="task-earlier">
      <summary>共 {names.length} 个单位</summary>
      <p>{names.join('、')}</p>
    </details>
  );
}

function RoleLine({ unit }: { unit: TaskUnit }) {
  return (
    <li>
      <RoleTag role={unit.role} />
      <span>
        <Link to={`/units/${unit.unitId}`}>
          <UnitNames units={[unit]} />
        </Link>
        {unit.printed !== unit.name && <span className="muted">　通知写作“{unit.printed}”</span>}
      </span>
    </li>
  );
}
