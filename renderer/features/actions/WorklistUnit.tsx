import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { WorklistLine } from '#shared/contract/actions.ts';
import { actionKindLabels } from '#shared/domain/supervision/action.ts';
import { chaseKindLabels } from '#shared/domain/supervision/chase-reasons.ts';
import { orderColourLabels } from '#shared/domain/supervision/order-colour.ts';
import type { DraftRequest } from '../../api/actions.ts';
import type { UnitLines } from './WorklistPanel.tsx';

interface WorklistUnitProps {
  unit: UnitLines;
  /** The day the papers are drafted for; null: today. */
  date: string | null;
  onDraft: (request: DraftRequest) => void;
}

/** One unit's tasks, with one paper for those that are chosen, or for all that call for it. */
export function WorklistUnit({ unit, date, onDraft: onRequest }: WorklistUnitProps) {
  const { unitId, lines } = unit;
  const onDraft = (request: DraftRequest) => onRequest(date === null ? request : { ...request, date });
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const choose = (taskIds: readonly number[], isChosen: boolean) =>
    setChosen((now) => {
      const others = [...now].filter((taskId) => !taskIds.includes(taskId));
      return new Set(isChosen ? [...others, ...taskIds] : others);
    });
  // What is done meanwhile leaves the list, and is no longer chosen.
  const own = lines.filter(({ taskId }) => chosen.has(taskId));
  // Nothing chosen: all of the unit's tasks for which this paper is the advised one.
  const meant = (kind: PaperKind) =>
    own.length > 0 ? own : lines.filter(({ advice }) => advice.action === kind);
  return (
    <section className="worklist-unit sheet" aria-label={unit.unit}>
      <header>
        <Checkbox
          checked={own.length === lines.length}
          indeterminate={own.length > 0 && own.length < lines.length}
          onChange={({ target }) =>
            choose(
              lines.map(({ taskId }) => taskId),
              target.checked,
            )
          }
        >
          <strong>{unit.unit}</strong>　{lines.length} 项
        </Checkbox>
        <span className="worklist-buttons">
          {papers.map((kind) => (
            <UnitPaper key={kind} kind={kind} unitId={unitId} lines={meant(kind)} onDraft={onDraft} />
          ))}
        </span>
      </header>
      <table className="worklist-table">
        <thead>
          <tr>
            <th scope="col">任务</th>
            <th scope="col">为什么催</th>
            <th scope="col">自</th>
            <th scope="col">上次督办</th>
            <th scope="col">建议</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <WorklistRow
              key={line.taskId}
              line={line}
              isChosen={chosen.has(line.taskId)}
              onChoose={(isChosen) => choose([line.taskId], isChosen)}
              onDraft={onDraft}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type PaperKind = 'reminder' | 'supervision_order';

const papers: readonly PaperKind[] = ['reminder', 'supervision_order'];

interface UnitPaperProps {
  kind: PaperKind;
  unitId: number;
  lines: readonly WorklistLine[];
  onDraft: (request: DraftRequest) => void;
}

/** One click to one paper for several of a unit's tasks. */
function UnitPaper({ kind, unitId, lines, onDraft }: UnitPaperProps) {
  return (
    <Button
      size="small"
      disabled={lines.length === 0}
      title={lines.map(({ code }) => code).join('、')}
      onClick={() => onDraft({ kind, unitId, taskIds: lines.map(({ taskId }) => taskId) })}
    >
      起草{actionKindLabels[kind]}（{lines.length} 项）
    </Button>
  );
}

interface WorklistRowProps {
  line: WorklistLine;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onDraft: (request: DraftRequest) => void;
}

function WorklistRow({ line, isChosen, onChoose, onDraft }: WorklistRowProps) {
  const { taskId, code, content, reasons, since, lastAction } = line;
  return (
    <tr>
      <td className="worklist-task">
        <Checkbox
          aria-label={`选中${code}`}
          checked={isChosen}
          onChange={({ target }) => onChoose(target.checked)}
        />
        <Link to={`/tasks/${taskId}`}>{code}</Link>
        <span className="worklist-content" title={content}>
          {content}
        </span>
      </td>
      <td>
        <ul>
          {reasons.map(({ kind, words }) => (
            <li key={words}>
              <span className="worklist-kind">{chaseKindLabels[kind]}</span>
              {words}
            </li>
          ))}
        </ul>
      </td>
      <td className="worklist-date">{since}</td>
      <td>{lastAction === null ? '—' : `${lastAction.on} ${lastAction.words}`}</td>
      <td>
        <Advice line={line} onDraft={onDraft} />
      </td>
    </tr>
  );
}

type AdviceProps = Pick<WorklistRowProps, 'line' | 'onDraft'>;

/** One click to the paper that is due; nothing to click while an answer is awaited. */
function Advice({ line: { advice, taskId, unitId, code }, onDraft }: AdviceProps) {
  const { action, colour, paper, words } = advice;
  if (action === 'wait') return <span className="muted">{words}</span>;
  if (action === 'review_answer')
    return (
      <Link to={`/actions?tab=list&action=${paper}`} title={words}>
        核实答复
      </Link>
    );
  const label = action === 'reminder' ? '催办' : `${colour === null ? '' : orderColourLabels[colour]}督办单`;
  return (
    <Button
      size="small"
      title={words}
      aria-label={`${code}起草${label}`}
      onClick={() => onDraft({ kind: action, unitId, taskIds: [taskId] })}
    >
      起草{label}
    </Button>
  );
}
