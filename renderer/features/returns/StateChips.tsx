import { Select } from 'antd';
import type { DeskFile, DeskState } from '#shared/contract/desk.ts';
import { countStates, type DeskSort, statesInOrder } from './desk-order.ts';
import { stateLabels } from './desk-words.ts';

interface StateChipsProps {
  files: readonly DeskFile[];
  state: DeskState | null;
  onState: (state: DeskState | null) => void;
  sort: DeskSort;
  onSort: (sort: DeskSort) => void;
}

const sortOptions: { value: DeskSort; label: string }[] = [
  { value: 'worst', label: '有问题的在前' },
  { value: 'name', label: '按文件名' },
];

/** How many files are in which state; a press shows only those. */
export function StateChips({ files, state, onState, sort, onSort }: StateChipsProps) {
  const counts = new Map(countStates(files).map((entry) => [entry.state, entry.count]));
  return (
    <div className="desk-chips">
      <fieldset className="desk-chip-group">
        <legend className="visually-hidden">按状态筛选</legend>
        <Chip label="全部" count={files.length} pressed={state === null} onPress={() => onState(null)} />
        {statesInOrder
          .filter((each) => counts.has(each) || each === state)
          .map((each) => (
            <Chip
              key={each}
              label={stateLabels[each]}
              count={counts.get(each) ?? 0}
              pressed={state === each}
              onPress={() => onState(state === each ? null : each)}
            />
          ))}
      </fieldset>
      <Select aria-label="排序" value={sort} options={sortOptions} onChange={onSort} className="desk-sort" />
    </div>
  );
}

interface ChipProps {
  label: string;
  count: number;
  pressed: boolean;
  onPress: () => void;
}

function Chip({ label, count, pressed, onPress }: ChipProps) {
  return (
    <button type="button" className="desk-chip" aria-pressed={pressed} onClick={onPress}>
      {label} <span className="numeric">{count}</span>
    </button>
  );
}
