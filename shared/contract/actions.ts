/** 督办: today's worklist, 督办动作 with their moves, papers and attached files. */
import { z } from 'zod';
import { type ActionKind, actionKinds } from '../domain/supervision/action.ts';
import type { ActionMoveKey, ActionNeed, ActionState } from '../domain/supervision/action-state.ts';
import { actionStateLabels } from '../domain/supervision/action-state.ts';
import { type OrderColour, orderColours } from '../domain/supervision/order-colour.ts';
import type { WorklistEntry } from '../domain/supervision/worklist.ts';
import { method } from './method.ts';
import type { TaskChange } from './tasks.ts';
import { dateText, filePath, longText, noInput, rowId, shortText, typedDate } from './values.ts';

const actionKind = z.enum(actionKinds as [ActionKind, ...ActionKind[]]);
const actionState = z.enum(Object.keys(actionStateLabels) as [ActionState, ...ActionState[]]);

/** One task and one of its 填报单位. */
export interface WorklistLine extends WorklistEntry {
  taskId: number;
  unitId: number;
}

export interface Worklist {
  /** `YYYY-MM-DD` */
  date: string;
  /** Most urgent first. */
  lines: WorklistLine[];
}

/** An absent member does not narrow. */
export const actionFilter = z.strictObject({
  kind: actionKind.optional(),
  state: actionState.optional(),
  unitId: rowId.optional(),
  taskId: rowId.optional(),
  /** Those that still wait for somebody. */
  openOnly: z.boolean().optional(),
  /** Of the day it was issued, asked for or planned. */
  year: z.int().optional(),
});
export type ActionFilter = z.output<typeof actionFilter>;

export interface ActionView {
  id: number;
  kind: ActionKind;
  colour: OrderColour | null;
  /** 「〔2024〕3号」; null for kinds that have none. */
  number: string | null;
  /** 「黄色督办单〔2024〕3号」 */
  words: string;
  unitId: number | null;
  unit: string | null;
  tasks: { id: number; code: string; content: string }[];
  title: string;
  reason: string;
  actedOn: string;
  answerDue: string | null;
  state: ActionState;
  /** Unanswered past its answer date. */
  isLate: boolean;
  /** The answer's words, the record of a meeting, or the opinion on a request. */
  answer: string;
  answeredOn: string | null;
  closedOn: string | null;
  oldDue: string | null;
  newDue: string | null;
  decidedOn: string | null;
  decidedBy: string;
  version: number;
  createdAt: string;
  createdBy: string;
  /** What may be done with it now. */
  moves: { move: ActionMoveKey; label: string; needs: readonly ActionNeed[] }[];
}

export interface ActionAttachment {
  id: number;
  fileName: string;
  createdAt: string;
  createdBy: string;
}

/** A return that was accepted. */
export interface ActionReturn {
  id: number;
  fileName: string;
  period: string;
  receivedOn: string;
}

export interface ActionDetail extends ActionView {
  attachments: ActionAttachment[];
  /** Of a 延期: 「延期2次（批准1次，待批1次）」 of its task; empty for other kinds. */
  extensions: string;
  /** The return that brought the answer. */
  answeredWith: ActionReturn | null;
  /** Accepted returns of the unit since it was issued, newest first: the answer may lie in one. */
  returns: ActionReturn[];
  /** Newest first. */
  history: TaskChange[];
}

/** What it must say is checked by shared/domain/supervision/action.ts. */
export const actionDraftValues = z.strictObject({
  kind: actionKind,
  colour: z.enum(orderColours as [OrderColour, ...OrderColour[]]).nullable(),
  unitId: rowId.nullable(),
  taskIds: z.array(rowId).max(500),
  title: shortText.trim(),
  reason: longText.trim(),
  actedOn: typedDate,
  answerDue: typedDate.nullable(),
  oldDue: typedDate.nullable(),
  newDue: typedDate.nullable(),
});
export type ActionDraftValues = z.output<typeof actionDraftValues>;

export interface ActionProposal {
  values: ActionDraftValues;
  unit: string | null;
  tasks: { id: number; code: string; content: string }[];
}

export const actionMoveRequest = z.strictObject({
  actionId: rowId,
  /** The version the person saw. */
  version: z.int().min(1),
  move: z.enum([
    'answer',
    'reject_answer',
    'withdraw_answer',
    'close',
    'void',
    'approve',
    'refuse',
    'take_back',
    'hold',
    'cancel',
  ] satisfies ActionMoveKey[]),
  date: typedDate,
  reason: longText.trim().default(''),
  answer: longText.trim().default(''),
  answerDue: typedDate.default(''),
  newDue: typedDate.default(''),
  decider: shortText.trim().default(''),
  /** Of an answer that came with a return. */
  returnFileId: rowId.nullable().default(null),
});
export type ActionMoveRequest = z.output<typeof actionMoveRequest>;

const byId = z.strictObject({ actionId: rowId });

export const actionsContract = {
  /** @param date absent: today */
  worklist: method<Worklist>()('read', z.strictObject({ date: dateText.optional() })),
  /** Newest first. */
  list: method<ActionView[]>()('read', actionFilter),
  detail: method<ActionDetail>()('read', byId),
  /** The right colour, reason and dates, to be looked at before it is recorded. */
  draft: method<ActionProposal>()(
    'read',
    z.strictObject({
      kind: actionKind,
      unitId: rowId.nullable(),
      taskIds: z.array(rowId).max(500),
      date: dateText.optional(),
    }),
  ),
  /** 催办 and 督办单 get their number. */
  create: method<ActionDetail>()('write', actionDraftValues),
  move: method<ActionDetail>()('write', actionMoveRequest),
  attach: method<ActionDetail>()('write', byId.extend({ paths: z.array(filePath).min(1).max(50) })),
  /** A copy, in its own program. */
  openAttachment: method<boolean>()('read', byId.extend({ attachmentId: rowId })),
  /** A .docx each. */
  writeLetters: method<{ files: string[] }>()(
    'write',
    z.strictObject({ actionIds: z.array(rowId).min(1).max(200), directory: filePath }),
  ),
  /** Puts our templates where the office may edit them; those that are there stay. */
  prepareTemplates: method<{ folder: string; written: string[] }>()('write', noInput),
};
