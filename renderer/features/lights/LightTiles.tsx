import type { LightFilter, LightSummary } from '#shared/contract/lights.ts';
import { type LightName, lightNames } from '#shared/domain/lights/light-names.ts';
import type { Share } from '#shared/domain/lights/tally.ts';
import {
  type ProgressClass,
  progressClasses,
  progressClassLabels,
} from '#shared/domain/supervision/progress-class.ts';
import { LightMark } from '../../components/LightMark.tsx';
import type { LightFilterChange } from './light-view.ts';

interface LightTilesProps {
  summary: LightSummary;
  filter: LightFilter;
  onChoose: (change: LightFilterChange) => void;
}

/** The counts of the whole choice. A tile opens the list it counts; pressed again it opens everything. */
export function LightTiles({ summary, filter, onChoose }: LightTilesProps) {
  const chooseLight = (light: LightName) =>
    onChoose({ light: filter.light === light ? undefined : light, progressClass: undefined });
  const chooseClass = (progressClass: ProgressClass) =>
    onChoose({
      progressClass: filter.progressClass === progressClass ? undefined : progressClass,
      light: undefined,
    });
  return (
    <div className="light-tiles">
      <ul aria-label="亮灯统计">
        {lightNames.map((light) => (
          <li key={light}>
            <Tile
              share={summary.lights[light]}
              pressed={filter.light === light}
              onPress={() => chooseLight(light)}
            >
              <LightMark light={light} />
            </Tile>
          </li>
        ))}
      </ul>
      <ul aria-label="进度分类统计">
        {progressClasses.map((progressClass) => (
          <li key={progressClass}>
            <Tile
              share={summary.classes[progressClass]}
              pressed={filter.progressClass === progressClass}
              onPress={() => chooseClass(progressClass)}
            >
              <span className="light-class">{progressClassLabels[progressClass]}</span>
            </Tile>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface TileProps {
  share: Share;
  pressed: boolean;
  onPress: () => void;
  children: React.ReactNode;
}

function Tile({ share: { count, percent }, pressed, onPress, children }: TileProps) {
  return (
    <button type="button" className="light-tile" aria-pressed={pressed} onClick={onPress}>
      {children}{' '}
      <span className="numeric">
        <b>{count}</b>
        <span className="visually-hidden"> 项</span>
      </span>{' '}
      <span className="muted numeric">{percent === null ? '不计' : `${percent}%`}</span>
    </button>
  );
}
