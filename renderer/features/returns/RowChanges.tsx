import type { FieldChange, ReturnRow } from '#shared/contract/returns.ts';
import { progressFieldLabels } from '#shared/domain/progress.ts';
import { changedPart } from './changed-part.ts';
import { matchWords } from './review-words.ts';

/** What a row would change, field by field, and what is wrong with it. */
export function RowChanges({ row }: { row: ReturnRow }) {
  const words = matchWords(row);
  return (
    <div className="row-changes">
      {words !== null && <p className="row-match">{words}</p>}
      {row.changes.length > 0 && (
        <dl>
          {row.changes.map((change) => (
            <Change key={change.field} change={change} sideBySide={row.outcome === 'conflict'} />
          ))}
        </dl>
      )}
      {row.outcome === 'unchanged' && <p className="muted">与已存的相同。</p>}
      {row.problems.length > 0 && (
        <ul className="row-problems">
          {row.problems.map(({ column, message }) => (
            <li key={`${column} ${message}`}>
              {column}：{message}
            </li>
          ))}
        </ul>
      )}
      {row.outcome === 'unmatched' && <Candidates row={row} />}
    </div>
  );
}

function Change({ change, sideBySide }: { change: FieldChange; sideBySide: boolean }) {
  const { field, before, after, conflict } = change;
  const part = changedPart(before, after);
  return (
    <div className={sideBySide ? 'change change-sides' : 'change'}>
      <dt>
        {progressFieldLabels[field]}
        {conflict && <span className="change-conflict">冲突</span>}
      </dt>
      {(before !== '' || sideBySide) && (
        <dd className="change-before">
          {sideBySide && <span className="change-side">已存的</span>}
          {before === '' ? (
            '（空）'
          ) : (
            <Marked start={part.start} middle={part.before} end={part.end} kind="del" />
          )}
        </dd>
      )}
      <dd className="change-after">
        {sideBySide && <span className="change-side">回表的</span>}
        {after === '' ? (
          '（清空）'
        ) : (
          <Marked start={part.start} middle={part.after} end={part.end} kind="ins" />
        )}
      </dd>
    </div>
  );
}

interface MarkedProps {
  start: string;
  middle: string;
  end: string;
  kind: 'del' | 'ins';
}

function Marked({ start, middle, end, kind: Kind }: MarkedProps) {
  return (
    <>
      {start}
      {middle !== '' && <Kind>{middle}</Kind>}
      {end}
    </>
  );
}

function Candidates({ row }: { row: ReturnRow }) {
  const { candidates } = row.match;
  if (candidates.length === 0) return null;
  return (
    <div className="row-candidates">
      <p>最相近的任务；若是其中一项，请在表里补上任务编号后重新导入：</p>
      <ul>
        {candidates.map(({ code, content }) => (
          <li key={code}>
            {code}　{content}
          </li>
        ))}
      </ul>
    </div>
  );
}
