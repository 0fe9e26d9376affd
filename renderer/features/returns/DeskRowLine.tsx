import { Checkbox } from 'antd';
import { memo } from 'react';
import type { DeskRow } from '#shared/contract/desk.ts';
import { CellChange } from './CellChange.tsx';
import { ConflictField } from './ConflictField.tsx';
import { matchWords, outcomeLabels, problemPlace } from './desk-words.ts';
import { cellKey, cellsOf } from './row-cells.ts';
import type { RowDecisions } from './row-decisions.ts';
import { asksForTask, canTake, rowKey, stopKey } from './row-stops.ts';
import { TaskChoice } from './TaskChoice.tsx';

interface DeskRowLineProps {
  row: DeskRow;
  unitId: number | null;
  showsSheet: boolean;
  /** The key of the stop that Tab reaches; null: none in this row. */
  stop: string | null;
  /** Whether a task chosen for it is remembered. */
  remember: boolean;
  onRemember: (row: DeskRow, remember: boolean) => void;
  decisions: RowDecisions;
}

/** One row of the file: what it says, what that would change, and the say over it. */
export const DeskRowLine = memo(function DeskRowLine(props: DeskRowLineProps) {
  const { row, showsSheet, stop, decisions } = props;
  const hasConflict = cellsOf(row).some(({ conflict }) => conflict);
  const ownStop = stopKey({ row, cell: null });
  const name = row.code ?? `第 ${row.row} 行`;
  return (
    <tr
      className={`desk-row desk-row-${row.outcome}`}
      data-row={rowKey(row)}
      data-stop={hasConflict ? undefined : ownStop}
      tabIndex={hasConflict ? undefined : stop === ownStop ? 0 : -1}
    >
      <td className="numeric">
        {showsSheet && <span className="return-code">{row.sheet}</span>}
        {row.row}
      </td>
      <td>
        <span className={`outcome outcome-${row.outcome}`}>{outcomeLabels[row.outcome]}</span>
      </td>
      <td className="desk-row-task">
        {row.code !== null && <span className="return-code">{row.code}</span>}
        {row.content}
      </td>
      <td>
        <RowContents {...props} name={name} />
      </td>
      <td>
        {canTake(row) ? (
          <Checkbox
            tabIndex={-1}
            aria-label={`采纳 ${name}`}
            checked={row.taken}
            onChange={({ target }) => decisions.take(row, target.checked)}
          >
            采纳
          </Checkbox>
        ) : (
          <span className="muted">—</span>
        )}
      </td>
    </tr>
  );
});

function RowContents(props: DeskRowLineProps & { name: string }) {
  const { row, unitId, stop, remember, onRemember, decisions, name } = props;
  const words = matchWords(row);
  const cells = cellsOf(row);
  const plain = cells.filter(({ conflict }) => !conflict);
  return (
    <div className="row-changes">
      {words !== null && <p className="row-match">{words}</p>}
      {row.ended !== undefined && (
        <p className="row-ended">
          {row.code} {row.ended}，入库只作留存，不改变任务状态。
        </p>
      )}
      {row.problems.length > 0 && (
        <ul className="row-problems">
          {row.problems.map((problem) => (
            <li key={`${problem.cell} ${problem.column} ${problem.message}`}>
              {problemPlace(problem)}：{problem.message}
            </li>
          ))}
        </ul>
      )}
      {asksForTask(row) && (
        <TaskChoice
          row={row}
          unitId={unitId}
          remember={remember}
          onRemember={(value) => onRemember(row, value)}
          onChoose={(code) => decisions.chooseTask(row, code, remember)}
        />
      )}
      {cells
        .filter(({ conflict }) => conflict)
        .map((cell) => {
          const key = stopKey({ row, cell });
          return (
            <ConflictField
              key={key}
              cell={cell}
              stop={key}
              isStop={stop === key}
              rowName={name}
              onChoose={(side) => decisions.chooseSide(row, cell, side)}
            />
          );
        })}
      {plain.length > 0 && (
        <dl>
          {plain.map((cell) => (
            <CellChange key={cellKey(cell)} cell={cell} />
          ))}
        </dl>
      )}
      {row.outcome === 'unchanged' && <p className="muted">与已存的相同。</p>}
    </div>
  );
}
