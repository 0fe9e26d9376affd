/** 回表台: the files under review, what each would do, and what a person decided about it. */
import { z } from 'zod';
import { type ProgressField, progressFields } from '../domain/progress.ts';
import type { ReturnRow } from './returns.ts';
import { dateText, filePath, jobId, longText, periodText, rowId } from './values.ts';

/** Worst first where several hold; {@link DeskFile.reason} says why. */
export const deskStates = [
  /** 待读取: not read yet in this session. */
  'waiting',
  /** 不是填报表 */
  'not_a_form',
  /** 重复: the same bytes are on the desk or were stored before. */
  'duplicate',
  /** 计划表: a sheet of plans, which is looked at and taken in by itself. */
  'plan_sheet',
  /** 有错: unreadable, or some of its rows are. */
  'faulty',
  /** 期次不符: not of the period that was asked for. */
  'wrong_period',
  /** 版本过旧: its form was issued anew since, or a newer return of the same unit and period is here. */
  'outdated',
  /** 需确认: unit or period unknown, conflicts, uncertain or unmatched rows. */
  'confirm',
  /** 更正: clean, and the unit's newer word on a period it has returned before. */
  'correction',
  /** 可直接入库 */
  'ready',
] as const;
export type DeskState = (typeof deskStates)[number];

export interface DeskCounts {
  /** Rows that are to be stored as decided now. */
  taken: number;
  fresh: number;
  changed: number;
  conflict: number;
  refused: number;
  unmatched: number;
  unchanged: number;
}

/** One file on the desk, without its rows. */
export interface DeskFile {
  /** Negative for a file that could not be taken in at all (locked, gone, too large); it goes with the session. */
  id: number;
  fileName: string;
  /** The folder or .zip it came from. */
  source: string;
  /** Empty where nothing could be read. */
  sha256: string;
  addedAt: string;
  /** `YYYY-MM-DD`; what lateness is reckoned by. */
  receivedOn: string;
  state: DeskState;
  /** One sentence; null for a file that is ready or waiting. */
  reason: string | null;
  /** What a person has to say before it can be read. */
  missing: ('unit' | 'period')[];
  unit: { id: number; name: string } | null;
  period: string | null;
  notices: string[];
  counts: DeskCounts;
  /** 入库 takes the file: ready files unless held back, others once a person accepts them. */
  accepted: boolean;
}

/** What a person decided about a row; null and absent members stand for the program's proposal. */
export interface RowDecision {
  take: boolean | null;
  /** Which side of a conflicting cell is kept. */
  sides: Partial<Record<ProgressField, 'ours' | 'theirs'>>;
  /** The same of the readings of targets, by the target's id. */
  targetSides?: Record<string, 'ours' | 'theirs'> | undefined;
  /** The task a person says the row is about. */
  taskCode: string | null;
}

export interface DeskRow extends ReturnRow {
  decision: RowDecision;
  /** Whether 入库 stores it as decided now. */
  taken: boolean;
  /** Nothing about it needs a person: what 「全部采纳」 takes. */
  clean: boolean;
}

/** A column whose heading the program does not know, or a person taught it. */
export interface DeskColumn {
  sheet: string;
  /** `H` */
  letter: string;
  heading: string;
  /** What it is read as; null: not read. */
  role: string | null;
  /** From the unit's memory rather than the words every unit uses. */
  learned: boolean;
  /** The first filled cells below it. */
  examples: string[];
}

export interface DeskFileDetail extends DeskFile {
  rows: DeskRow[];
  columns: DeskColumn[];
}

/** What a column may be taught to mean. */
export const teachableRoles = [
  'content',
  'code',
  'number',
  ...progressFields,
  'targets',
  'reportedOn',
  'context',
] as const;
export type TeachableRole = (typeof teachableRoles)[number];

export interface Desk {
  files: DeskFile[];
}

export const deskFileId = z.int();
export const fileIds = z.array(deskFileId).min(1).max(5_000);

export const collectRequest = z.strictObject({
  /** Files, folders and .zip files; folders and zips are looked through. */
  paths: z.array(filePath).min(1, '请先选择文件').max(2_000),
  /** A file of another period is shown as 期次不符. */
  expectedPeriod: periodText.optional(),
  receivedOn: dateText.optional(),
  jobId,
});

export const tellRequest = z.strictObject({
  fileIds,
  unitId: rowId.nullable().optional(),
  /** Also settles a 期次不符: the period the file is meant for. */
  period: periodText.nullable().optional(),
  receivedOn: dateText.optional(),
});

const rowPlace = { sheet: z.string().max(100), row: z.int().positive() };

export const decideRequest = z.strictObject({
  fileId: deskFileId,
  decisions: z
    .array(
      z.strictObject({
        ...rowPlace,
        take: z.boolean().nullable().optional(),
        sides: z.partialRecord(z.enum(progressFields), z.enum(['ours', 'theirs'])).optional(),
        targetSides: z.record(z.string().regex(/^\d{1,15}$/), z.enum(['ours', 'theirs'])).optional(),
        /** Null takes the person's word back. */
        taskCode: z.string().max(20).nullable().optional(),
        /** Also for this unit's next return. */
        remember: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(20_000),
});

export const teachColumnRequest = z.strictObject({
  fileId: deskFileId,
  sheet: z.string().max(100),
  letter: z.string().regex(/^[A-Z]{1,3}$/),
  role: z.enum(teachableRoles),
});

export const acceptRequest = z.strictObject({ fileIds, accepted: z.boolean() });
export const applyDeskRequest = z.strictObject({ fileIds, jobId });
export const redoRequest = z.strictObject({
  fileIds,
  /** The marked copies and the 退回说明 are written here. */
  directory: filePath,
  /** What the office adds to the program's own reasons. */
  remark: longText.default(''),
  /** Until when it is asked for again; null leaves a blank to be filled in by hand. */
  answerBy: dateText.nullable().default(null),
  jobId,
});

export interface RedoResult {
  /** `copy` is empty for a file that cannot be marked: its note alone says what to do. */
  written: { fileId: number; unit: string; copy: string; note: string; problems: number }[];
  /** Files that cannot be sent back, with why: unit unknown, nothing wrong with it… */
  skipped: { fileName: string; reason: string }[];
}

export interface ApplyDeskResult {
  /** Null when nothing was stored. */
  batchId: number | null;
  revisions: number;
  /** Files stored, by id; they leave the desk. `untaken`: rows that were neither stored nor without news. */
  applied: {
    fileId: number;
    fileName: string;
    unit: string;
    period: string;
    revisions: number;
    untaken: number;
    /** 催办, 督办单 and 退回 that the return answers, as they are numbered. */
    answered: string[];
  }[];
  /** Failures beside successes: each file is a transaction of its own. */
  failed: { fileId: number; fileName: string; message: string }[];
}

/** 未报名单: where a unit stands in a period. */
export type ReturnStanding =
  /** 已报 */
  | 'returned'
  /** 迟报: its first word came after the deadline. */
  | 'late'
  /** 退回重报 */
  | 'redo'
  /** 未报 */
  | 'missing'
  /** 逾期未报 */
  | 'overdue';

export interface ReturnOverviewRow {
  unit: { id: number; name: string };
  standing: ReturnStanding;
  tasks: number;
  /** Tasks with a word for the period. */
  reported: number;
  formIssuedAt: string | null;
  /** The day of its first word; null when there is none. */
  receivedOn: string | null;
  /** 填报表, or 录入 by hand. */
  source: 'import' | 'entry' | null;
  redo: { id: number; returnedAt: string; reason: string } | null;
  /** Days past the deadline, 0 when in time. */
  daysLate: number;
  reporter: string;
  phone: string;
}

export interface ReturnOverview {
  period: string;
  label: string;
  deadline: string;
  rows: ReturnOverviewRow[];
}

/** What a person taught the program about one unit's returns. */
export interface LearnedMeaning {
  kind: 'heading' | 'task';
  /** The unit's own words, folded. */
  words: string;
  meaning: string;
  createdAt: string;
  createdBy: string;
}
