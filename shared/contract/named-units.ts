/** 相关街镇 and the like: which units a task means. */
import { z } from 'zod';
import { rowId } from './values.ts';

/** A 相关… group of a task: who may be named, and who was. */
export interface NamedGroup {
  groupId: number;
  name: string;
  candidates: { id: number; name: string }[];
  chosen: number[];
}

export const nameUnitsRequest = z.strictObject({
  taskId: rowId,
  groupId: rowId,
  /** Empty: 待明确 again. */
  unitIds: z.array(rowId).max(500),
});
export type NameUnitsRequest = z.output<typeof nameUnitsRequest>;
