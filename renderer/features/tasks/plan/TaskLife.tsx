import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PlanDetail } from '#shared/contract/plan.ts';
import type { AllowedMove } from '#shared/contract/task-life.ts';
import { dateLabel } from '#shared/domain/supervision/dates.ts';
import { taskStateLabels } from '#shared/domain/supervision/task-state.ts';
import { Materials } from './Materials.tsx';
import { MergeForm } from './MergeForm.tsx';
import { MoveForm } from './MoveForm.tsx';
import { RewordForm } from './RewordForm.tsx';
import { SplitForm } from './SplitForm.tsx';

type Opened = AllowedMove | 'reword' | null;

/** The state, what can be done from it with what is in the way, and what became of the task so far. */
export function TaskLife({ detail }: { detail: PlanDetail }) {
  const [opened, setOpened] = useState<Opened>(null);
  const { allowed, state } = detail;
  const close = () => setOpened(null);
  return (
    <section className="task-block sheet" aria-labelledby="task-life">
      <h2 id="task-life">
        状态与变动 <small>{taskStateLabels[state]}</small>
      </h2>
      <Origins detail={detail} />
      <Materials detail={detail} />
      <div className="form-actions plan-moves">
        {allowed.map((move) => (
          <Button key={move.move} onClick={() => setOpened(move)}>
            {move.label}…
          </Button>
        ))}
        {state === 'active' && <Button onClick={() => setOpened('reword')}>改写…</Button>}
      </div>
      {opened === 'reword' && <RewordForm detail={detail} onClose={close} />}
      {opened !== null && opened !== 'reword' && (
        <OpenedMove key={opened.move} detail={detail} move={opened} onClose={close} />
      )}
      <History detail={detail} />
    </section>
  );
}

function OpenedMove(props: { detail: PlanDetail; move: AllowedMove; onClose: () => void }) {
  if (props.move.move === 'split') return <SplitForm {...props} />;
  return props.move.move === 'merge' ? <MergeForm {...props} /> : <MoveForm {...props} />;
}

function Origins({ detail: { origins } }: { detail: PlanDetail }) {
  if (origins.length === 0) return null;
  return (
    <p>
      {origins.map(({ id, code, label }) => (
        <span key={`${id} ${label}`}>
          由 <Link to={`/tasks/${id}`}>{code}</Link> {label}而来　
        </span>
      ))}
    </p>
  );
}

function History({ detail: { moves, terms, wordings } }: { detail: PlanDetail }) {
  return (
    <>
      {moves.length > 0 && (
        <ol className="task-history" aria-label="状态变动">
          {moves.toReversed().map((move) => (
            <li key={move.id}>
              <b>{move.label}</b> {dateLabel(move.on)}，{move.createdBy}
              {move.requester !== '' && `，申请人${move.requester}`}
              {move.reviewer !== '' && `，审核人${move.reviewer}`}
              {move.reason !== '' && `：${move.reason}`}
              {move.into.map(({ id, code }) => (
                <span key={id}>
                  {' '}
                  <Link to={`/tasks/${id}`}>{code}</Link>
                </span>
              ))}
            </li>
          ))}
        </ol>
      )}
      {terms.length > 0 && (
        <>
          <h3>牵头领导</h3>
          <ul className="task-history">
            {terms.map(({ from, leader, title, reason }) => (
              <li key={from}>
                自{dateLabel(from)}　{leader ?? '无'}
                {title !== '' && `（${title}）`}　<span className="muted">{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {wordings.length > 0 && (
        <>
          <h3>各次写法</h3>
          <ul className="task-history">
            {wordings.map(({ from, content, reason }) => (
              <li key={from}>
                自{dateLabel(from)}　{content}　<span className="muted">{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
