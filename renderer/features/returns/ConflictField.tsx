import { useId } from 'react';
import { DifferenceText } from '../../components/DifferenceText.tsx';
import type { RowCell, Side } from './row-cells.ts';

interface ConflictFieldProps {
  cell: RowCell;
  /** Names the keyboard's stop. */
  stop: string;
  isStop: boolean;
  /** `Z02-18` or the row's number, for who does not see the row around it. */
  rowName: string;
  onChoose: (side: Side) => void;
}

/** Both sides of a cell that somebody changed since the form was issued; one of them is kept. */
export function ConflictField({ cell, stop, isStop, rowName, onChoose }: ConflictFieldProps) {
  const id = useId();
  const { label, before, after, side } = cell;
  return (
    <div className="conflict">
      <span className="conflict-field">{label}</span>
      {/* The group itself has the focus: ← and → choose without leaving it. */}
      <div
        role="radiogroup"
        className="conflict-sides"
        aria-label={`${rowName} ${label}的冲突`}
        aria-activedescendant={`${id}-${side}`}
        data-stop={stop}
        tabIndex={isStop ? 0 : -1}
      >
        <SideChoice
          id={`${id}-ours`}
          title="保留已存的"
          chosen={side === 'ours'}
          onChoose={() => onChoose('ours')}
        >
          {before === '' ? '（空）' : <DifferenceText source={before} present={after} show="source" />}
        </SideChoice>
        <SideChoice
          id={`${id}-theirs`}
          title="采用回表的"
          chosen={side === 'theirs'}
          onChoose={() => onChoose('theirs')}
        >
          {after === '' ? '（清空）' : <DifferenceText source={before} present={after} show="present" />}
        </SideChoice>
      </div>
    </div>
  );
}

interface SideChoiceProps {
  id: string;
  title: string;
  chosen: boolean;
  onChoose: () => void;
  children: React.ReactNode;
}

function SideChoice({ id, title, chosen, onChoose, children }: SideChoiceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a text with marks in it, which an input cannot hold
    // biome-ignore lint/a11y/useFocusableInteractive: the group has the focus and names the chosen side
    // biome-ignore lint/a11y/useKeyWithClickEvents: ← and → on the group do the same
    <div role="radio" id={id} aria-checked={chosen} className="conflict-side" onClick={onChoose}>
      <span className="conflict-side-title">{title}</span>
      <span className="conflict-side-text">{children}</span>
    </div>
  );
}
