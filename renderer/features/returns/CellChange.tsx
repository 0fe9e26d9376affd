import { DifferenceText } from '../../components/DifferenceText.tsx';
import type { RowCell } from './row-cells.ts';

/** One value that would change: what is stored, and what the return says instead. */
export function CellChange({ cell }: { cell: RowCell }) {
  const { label, before, after } = cell;
  return (
    <div className="change">
      <dt>{label}</dt>
      {before !== '' && (
        <dd className="change-before">
          <DifferenceText source={before} present={after} show="source" />
        </dd>
      )}
      <dd className="change-after">
        {after === '' ? '（清空）' : <DifferenceText source={before} present={after} show="present" />}
      </dd>
    </div>
  );
}
