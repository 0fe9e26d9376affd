/** 操作人: who is working, so that nothing is anonymous. */
import { userInfo } from 'node:os';
import { AppError } from '#shared/contract/errors.ts';
import type { Reader, Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import { findPreference, savePreference } from '../db/repositories/preference.repository.ts';
import type { ServiceContext } from './context.ts';

const preference = 'operator.name';

/** The name of the account the program runs under; never empty. */
export function accountName(): string {
  try {
    return userInfo().username || '未知账户';
  } catch {
    // An account without an entry in the system's user list.
    return process.env.USERNAME || process.env.USER || '未知账户';
  }
}

export interface OperatorContext extends ServiceContext {
  /** From now on; asked of {@link setOperator} only. */
  rename(name: string): void;
}

/** The opener's context under the name that was set for this data folder, where one was. */
export async function contextWithOperator(reader: Reader, opener: ServiceContext): Promise<OperatorContext> {
  let operator = (await findPreference(reader, preference)) ?? opener.operator;
  return {
    origin: opener.origin,
    now: opener.now,
    get operator() {
      return operator;
    },
    rename(name) {
      operator = name;
    },
  };
}

/** @throws AppError `bad_input` for an empty name */
export async function setOperator(writer: Writer, context: OperatorContext, name: string): Promise<void> {
  const wanted = name.trim();
  if (wanted === '') throw new AppError('bad_input', '操作人姓名不能为空，请填写后保存。');
  const before = context.operator;
  if (before === wanted) return;
  await savePreference(writer, preference, wanted);
  await recordChange(writer, {
    at: context.now().toISOString(),
    actor: before,
    origin: context.origin,
    action: '更改操作人',
    entity: 'preference',
    entityId: 0,
    before: { name: before },
    after: { name: wanted },
  });
}
