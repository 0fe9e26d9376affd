import { AppError } from '#shared/contract/errors.ts';

/** The part of an IPC event that says who is calling. */
export interface Caller {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/**
 * Only the main frame of our own page may call.
 * @param trustedOrigin `app://bundle`, or the development server's origin
 * @throws AppError `untrusted_sender`
 */
export function assertTrustedSender(caller: Caller, trustedOrigin: string): void {
  const frame = caller.senderFrame;
  const isOurs = frame !== null && frame.parent === null && originOf(frame.url) === trustedOrigin;
  if (!isOurs) throw new AppError('untrusted_sender', '调用来源不明，已拒绝。');
}

/** Non-special schemes have the opaque origin "null" in WHATWG URL, so it is put together by hand. */
function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
