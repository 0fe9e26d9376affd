import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ActionDetail, ActionView } from '#shared/contract/actions.ts';
import { useAction } from '../../api/actions.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { timeText } from '../../components/format.ts';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ActionFiles } from './ActionFiles.tsx';
import { ActionStateTag } from './ActionStateTag.tsx';
import { LettersButton } from './LettersButton.tsx';
import { MoveForm } from './MoveForm.tsx';
import { OfficeDialog } from './OfficeDialog.tsx';

interface ActionDialogProps {
  actionId: number;
  onClose: () => void;
}

/** One 督办动作 with everything that became of it, and what may be done now. */
export function ActionDialog({ actionId, onClose }: ActionDialogProps) {
  const { data, error } = useAction(actionId);
  return (
    <OfficeDialog title={data?.words ?? '督办动作'} onClose={onClose}>
      {error !== null && <ErrorNotice title="这件督办没有读出来" error={error} />}
      {data === undefined && error === null && <LoadingState />}
      {data !== undefined && <ActionPage action={data} />}
      <div className="confirm-dialog-actions">
        <Button onClick={onClose}>关闭</Button>
      </div>
    </OfficeDialog>
  );
}

/** Only kinds whose paper is worth printing. */
const withLetter: readonly ActionView['kind'][] = [
  'reminder',
  'supervision_order',
  'send_back',
  'talk',
  'extension',
];

function ActionPage({ action }: { action: ActionDetail }) {
  const [moving, setMoving] = useState<ActionView['moves'][number] | null>(null);
  return (
    <>
      <ActionFacts action={action} />
      <ActionFiles action={action} />
      {withLetter.includes(action.kind) && <LettersButton actionIds={[action.id]} />}
      {moving === null ? (
        <div className="action-moves">
          {action.moves.map((move) => (
            <Button key={move.move} onClick={() => setMoving(move)}>
              {move.label}
            </Button>
          ))}
        </div>
      ) : (
        <MoveForm key={moving.move} action={action} move={moving} onDone={() => setMoving(null)} />
      )}
      <details className="action-history">
        <summary>办理经过（{action.history.length}）</summary>
        <ul>
          {action.history.map(({ at, actor, action: done }) => (
            <li key={`${at} ${done}`}>
              {timeText(at)}　{actor}　{done}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** Label and words; what is empty is left out. */
function factsOf(action: ActionDetail): [string, string][] {
  const { unit, title, reason, actedOn, answerDue, answer, answeredOn, closedOn } = action;
  const { oldDue, newDue, decidedOn, decidedBy, extensions, answeredWith } = action;
  const decided = decidedOn === null ? '' : `${decidedOn}　${decidedBy}`;
  const all: [string, string | null][] = [
    ['单位', unit],
    ['标题', title],
    ['事由', reason],
    ['日期', actedOn],
    ['答复期限', answerDue],
    ['原完成时限', oldDue],
    [action.state === 'approved' ? '批准的新时限' : '申请的新时限', newDue],
    ['批示', decided],
    ['答复或情况', answer],
    ['答复日期', answeredOn],
    ['随回表答复', answeredWith?.fileName ?? null],
    ['了结日期', closedOn],
    ['本任务延期', extensions],
  ];
  return all.flatMap(([label, words]) => (words === null || words === '' ? [] : [[label, words]]));
}

function ActionFacts({ action }: { action: ActionDetail }) {
  return (
    <dl className="action-facts">
      <dt>状态</dt>
      <dd>
        <ActionStateTag action={action} />
      </dd>
      {action.tasks.length > 0 && (
        <>
          <dt>任务</dt>
          <dd>
            {action.tasks.map(({ id, code, content }) => (
              <div key={id}>
                <Link to={`/tasks/${id}`}>{code}</Link> {content}
              </div>
            ))}
          </dd>
        </>
      )}
      {factsOf(action).map(([label, words]) => (
        <FactLine key={label} label={label} words={words} />
      ))}
    </dl>
  );
}

function FactLine({ label, words }: { label: string; words: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="action-words">{words}</dd>
    </>
  );
}
