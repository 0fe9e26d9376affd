/** What became of a task: moves from state to state, splits and merges, new wordings, the material for 办结. */
import { z } from 'zod';
import {
  type MoveNeed,
  type TaskMoveKey,
  type TaskState,
  taskMoves,
} from '../domain/supervision/task-state.ts';
import { type Comparator, comparatorLabels } from '../domain/target.ts';
import { longText, rowId, shortText, typedDate } from './values.ts';

export interface TaskMoveView {
  id: number;
  label: string;
  from: TaskState;
  to: TaskState;
  on: string;
  reason: string;
  /** Who asked for 办结; empty for other moves. */
  requester: string;
  reviewer: string;
  /** The tasks it was split or merged into. */
  into: { id: number; code: string }[];
  createdAt: string;
  createdBy: string;
}

/** A move of the table that starts from the task's state. */
export interface AllowedMove {
  move: TaskMoveKey;
  label: string;
  needs: MoveNeed[];
  /** The conditions as they stand now, each with what is in its way. */
  conditions: { label: string; obstacles: string[] }[];
}

export interface WordingView {
  from: string;
  content: string;
  reason: string;
  createdBy: string;
}

export interface Material {
  id: number;
  sha256: string;
  fileName: string;
  note: string;
  createdAt: string;
  createdBy: string;
}

const simpleMoves = taskMoves.map(({ move }) => move).filter((move) => move !== 'split' && move !== 'merge');

export const moveRequest = z.strictObject({
  taskId: rowId,
  move: z.enum(simpleMoves as [TaskMoveKey, ...TaskMoveKey[]]),
  date: typedDate,
  reason: longText.trim(),
  /** Who asks for 办结; the other moves leave it empty. */
  requester: shortText.trim(),
  reviewer: shortText.trim(),
});
export type MoveRequest = z.output<typeof moveRequest>;

export const splitRequest = z.strictObject({
  taskId: rowId,
  date: typedDate,
  reason: longText.trim(),
  parts: z
    .array(
      z.strictObject({
        content: longText.trim().min(1, '拆出的任务没有写内容，请填写。'),
        /** Of the task's own units; each keeps its role. */
        unitIds: z.array(rowId).max(500),
        /** Of the task's own targets. */
        targetIds: z.array(rowId).max(100),
      }),
    )
    .max(20),
});
export type SplitRequest = z.output<typeof splitRequest>;

export const mergeRequest = z.strictObject({
  taskId: rowId,
  intoTaskId: rowId,
  date: typedDate,
  reason: longText.trim(),
});
export type MergeRequest = z.output<typeof mergeRequest>;

/** A number the new words promise. */
export const promisedTarget = z.strictObject({
  name: shortText.trim().min(1, '有一项指标没有名称，请填写。'),
  comparator: z.enum(Object.keys(comparatorLabels) as [Comparator, ...Comparator[]]),
  value: z.number().finite(),
  measure: z.string().trim().max(20),
  due: typedDate,
});
export type PromisedTarget = z.output<typeof promisedTarget>;

export const rewordRequest = z.strictObject({
  taskId: rowId,
  from: typedDate,
  content: longText.trim(),
  reason: longText.trim(),
  /** The numbers of the new words; one that is there already goes on with its readings. Absent: those that are there. */
  targets: z.array(promisedTarget).max(100).optional(),
});
export type RewordRequest = z.output<typeof rewordRequest>;
