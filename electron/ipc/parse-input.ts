import type { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';

/** Checks what came over the bridge. @throws AppError `bad_input` naming the first member that is wrong */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  throw new AppError('bad_input', `输入有误：${issue?.message ?? '格式不对'}`, { path });
}
