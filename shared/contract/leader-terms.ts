/** 领导分工: who heads a task from which day on. */
import { z } from 'zod';
import { rowId, shortText, typedDate } from './values.ts';

export interface LeaderTermView {
  from: string;
  leader: string | null;
  title: string;
  reason: string;
  createdBy: string;
}

/** 领导分工: who heads how many tasks today, and what was handed over when. */
export interface LeaderOffice {
  id: number;
  name: string;
  title: string;
  /** Today. */
  tasks: { id: number; code: string; content: string }[];
  /** Handed over to others, oldest first, those to come too. */
  handedOver: { from: string; to: string; tasks: number; reason: string; createdBy: string }[];
}

export const successionRequest = z.strictObject({
  fromLeaderId: rowId,
  toName: shortText.trim().min(1, '接任领导没有姓名，请填写。'),
  toTitle: shortText.trim(),
  from: typedDate,
  reason: shortText.trim().min(1, '请写明领导分工变动的原因或依据。'),
  /** Absent: all the leader heads on that day. */
  taskIds: z.array(rowId).min(1).max(30_000).optional(),
});
export type SuccessionRequest = z.output<typeof successionRequest>;

export interface Succession {
  from: string;
  leader: string;
  tasks: number;
}
