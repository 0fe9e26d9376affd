import type { LightGroup, LightGrouping } from '#shared/contract/lights.ts';
import { lightNameLabels, lightNames } from '#shared/domain/lights/light-names.ts';
import { progressClasses, progressClassLabels } from '#shared/domain/supervision/progress-class.ts';
import type { TaskKind } from '#shared/domain/task.ts';
import { LightMark } from '../../components/LightMark.tsx';
import type { LightFilterChange } from './light-view.ts';

interface LightGroupsProps {
  groupBy: LightGrouping;
  groups: readonly LightGroup[];
  onOpen: (change: LightFilterChange) => void;
}

const headings: Record<LightGrouping, string> = { leader: '牵头领导', unit: '单位', kind: '类别' };

function choiceOf(groupBy: LightGrouping, { key }: LightGroup): LightFilterChange {
  if (groupBy === 'kind') return { kind: key as TaskKind };
  return groupBy === 'leader' ? { leaderId: key as number | null } : { unitId: key as number };
}

/** The counts of each group; every count opens its list. */
export function LightGroups({ groupBy, groups, onOpen }: LightGroupsProps) {
  return (
    <section className="light-groups sheet" aria-label={`${headings[groupBy]}统计`} tabIndex={-1}>
      <table>
        <thead>
          <tr>
            <th scope="col">{headings[groupBy]}</th>
            <th scope="col">任务</th>
            {lightNames.map((light) => (
              <th key={light} scope="col">
                <LightMark light={light} />
              </th>
            ))}
            {progressClasses.map((name) => (
              <th key={name} scope="col">
                {progressClassLabels[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <GroupRow
              key={group.key ?? 'none'}
              group={group}
              onOpen={(change) => onOpen({ ...choiceOf(groupBy, group), ...change })}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function GroupRow({ group, onOpen }: { group: LightGroup; onOpen: LightGroupsProps['onOpen'] }) {
  const all = { light: undefined, progressClass: undefined };
  return (
    <tr>
      <th scope="row">{group.label}</th>
      <Count count={group.listed} name={`${group.label}的任务`} onOpen={() => onOpen(all)} />
      {lightNames.map((light) => (
        <Count
          key={light}
          count={group.lights[light].count}
          name={`${group.label}${lightNameLabels[light]}`}
          onOpen={() => onOpen({ ...all, light })}
        />
      ))}
      {progressClasses.map((progressClass) => (
        <Count
          key={progressClass}
          count={group.classes[progressClass].count}
          percent={group.classes[progressClass].percent}
          name={`${group.label}${progressClassLabels[progressClass]}`}
          onOpen={() => onOpen({ ...all, progressClass })}
        />
      ))}
    </tr>
  );
}

interface CountProps {
  count: number;
  percent?: number | null;
  name: string;
  onOpen: () => void;
}

/** Nothing opens an empty list. */
function Count({ count, percent, name, onOpen }: CountProps) {
  if (count === 0) return <td className="numeric muted">0</td>;
  return (
    <td className="numeric">
      <button type="button" className="count-link" aria-label={`${name} ${count} 项`} onClick={onOpen}>
        {count}
      </button>
      {percent !== undefined && percent !== null && <span className="muted"> {percent}%</span>}
    </td>
  );
}
