/** The picture of the help page, drawn from the table of moves itself. */
import { conditions } from './completion.ts';
import { moveNeedLabels } from './task-move.ts';
import {
  allowedMoves,
  firstTaskState,
  type TaskMoveKey,
  type TaskState,
  taskMoves,
  taskStateLabels,
  taskStates,
} from './task-state.ts';

export interface DiagramNode {
  state: TaskState;
  label: string;
  isFirst: boolean;
  /** The labels of the moves that lead out of it. */
  moves: string[];
}

export interface DiagramEdge {
  from: TaskState;
  to: TaskState;
  move: TaskMoveKey;
  label: string;
  /** What must be given, and what must hold. */
  needs: string[];
  conditions: string[];
}

export function stateDiagram(): { nodes: DiagramNode[]; edges: DiagramEdge[] } {
  const nodes = taskStates.map((state) => ({
    state,
    label: taskStateLabels[state],
    isFirst: state === firstTaskState,
    moves: allowedMoves(state).map(({ label }) => label),
  }));
  const edges = taskMoves.map((row) => ({
    from: row.from,
    to: row.to,
    move: row.move,
    label: row.label,
    needs: moveNeedLabels(row),
    conditions: row.conditions.map((key) => conditions[key].label),
  }));
  return { nodes, edges };
}
