/** A file's decisions as the database keeps them. */
import { z } from 'zod';
import { progressFields } from '#shared/domain/progress.ts';
import { type FileDecisions, noDecisions } from '#shared/domain/return/decisions.ts';

const stored = z.object({
  accepted: z.boolean().nullable(),
  rows: z.record(
    z.string(),
    z.object({
      take: z.boolean().nullable(),
      sides: z.partialRecord(z.enum(progressFields), z.enum(['ours', 'theirs'])),
      targetSides: z.record(z.string(), z.enum(['ours', 'theirs'])).optional(),
      taskCode: z.string().nullable(),
    }),
  ),
});

/** Text that is none of ours stands for no decision: the file is asked about again. */
export function parseDecisions(text: string): FileDecisions {
  const parsed = stored.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : noDecisions;
}

export function serialiseDecisions(decisions: FileDecisions): string {
  return JSON.stringify(decisions);
}
