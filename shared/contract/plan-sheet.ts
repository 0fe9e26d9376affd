/** 计划表: all plans in one grid, and the sheet that goes out and comes back. */
import { z } from 'zod';
import type { PlanGridRow } from '../domain/plan-sheet.ts';
import { longText, rowId } from './values.ts';

export interface PlanGrid {
  rows: PlanGridRow[];
  /** Tasks with a 相关… group nobody has named, and plans still 建议. */
  unspecified: number;
  proposed: number;
}

export const planGridEdit = z.strictObject({
  taskId: rowId,
  version: z.int().min(0),
  /** As typed in the grid or the sheet; an absent column stays as it is. */
  cells: z.record(z.string().max(40), longText),
});
export type PlanGridEdit = z.output<typeof planGridEdit>;

/** One cell of a plan sheet that differs from what is stored. */
export interface PlanSheetChange {
  column: string;
  heading: string;
  /** As the sheet was exported. */
  base: string;
  stored: string;
  sheet: string;
  /** Both sides have changed it differently: it stays as stored unless chosen. */
  conflict: boolean;
}

export interface PlanSheetRow {
  taskId: number;
  code: string;
  content: string;
  /** The stored version the preview was made from. */
  version: number;
  changes: PlanSheetChange[];
  /** Why the row cannot be applied; empty when it can. */
  problems: string[];
}

export interface PlanSheetPreview {
  fileName: string;
  exportedAt: string;
  exportedBy: string;
  rows: PlanSheetRow[];
  /** Rows that say what is stored already. */
  unchanged: number;
  /** Rows that are no task of this program, a sentence each. */
  strangers: string[];
}
