/** The shapes of the data files in seeds/. Unknown fields are refused, so that a misspelt one is noticed. */
import { z } from 'zod';
import { unitKindLabels } from '#shared/domain/unit.ts';

const text = z.string().trim().min(1);
const documentNumber = text;
const taskCode = z.string().regex(/^[ZM]\d{2}-\d{2,3}$/);

const unitKind = z.enum(Object.keys(unitKindLabels) as [keyof typeof unitKindLabels]);

/** One entry of seeds/units.json; what an entry leaves out is empty. */
export const unitSeed = z.strictObject({
  name: text,
  kind: unitKind,
  aliases: z.array(text).default([]),
  parent: text.nullable().default(null),
  membership: z.enum(['fixed', 'per_task']).nullable().default(null),
  members: z.array(text).default([]),
});

/** One entry of seeds/corrections.json: 勘误 of one task's content, with its reason. */
export const correctionSeed = z.strictObject({
  document: documentNumber,
  task: taskCode,
  field: z.literal('content'),
  from: text,
  to: text,
  reason: text,
});

/** A target that a person has reviewed; without a date it is due at the end of the notice's year. */
const targetSeed = z.strictObject({
  task: taskCode,
  name: text,
  comparator: z.enum(['>=', '<=', '=']),
  value: z.number(),
  measure: z.string(),
  due: z.iso.date().optional(),
});

/** One entry of seeds/targets.json: all targets of one notice. */
export const reviewSeed = z.strictObject({ document: documentNumber, targets: z.array(targetSeed) });

export type CorrectionSeed = z.infer<typeof correctionSeed>;
export type ReviewSeed = z.infer<typeof reviewSeed>;
