/** 操作人: who is working, so that nothing is anonymous. */
import { userInfo } from 'node:os';
import { AppError } from '#shared/contract/errors.ts';
import type { Reader, Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import {
  deletePreference,
  findPreference,
  savePreference,
} from '../db/repositories/preference.repository.ts';
import type { ServiceContext } from './context.ts';

/** What was set before each account had a name of its own. */
const formerPreference = 'operator.name';

/** Another account on the same folder is another person. */
const preferenceOf = (account: string) => `operator.name.${account}`;

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
  /** Under which the program runs. */
  readonly account: string;
  /** From now on; asked of {@link setOperator} only. */
  rename(name: string): void;
}

/** The opener's context under the name that was set for its account, where one was. */
export async function contextWithOperator(reader: Reader, opener: ServiceContext): Promise<OperatorContext> {
  const account = opener.operator;
  const own = await findPreference(reader, preferenceOf(account));
  let operator = own ?? (await findPreference(reader, formerPreference)) ?? account;
  return {
    account,
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
  const key = preferenceOf(context.account);
  if (before === wanted && (await findPreference(writer, key)) === wanted) return;
  await savePreference(writer, key, wanted);
  // The name from before there was one for each account was somebody's own: now it is known whose.
  await deletePreference(writer, formerPreference);
  await recordChange(writer, {
    at: context.now().toISOString(),
    actor: before,
    origin: context.origin,
    action: '更改操作人',
    entity: 'preference',
    entityId: 0,
    before: { name: before },
    after: { name: wanted, account: context.account },
  });
}
