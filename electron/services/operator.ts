import { userInfo } from 'node:os';

/** The name of the account the program runs under; never empty, so that nothing is anonymous. */
export function accountName(): string {
  try {
    return userInfo().username || '未知账户';
  } catch {
    // An account without an entry in the system's user list.
    return process.env.USERNAME || process.env.USER || '未知账户';
  }
}
