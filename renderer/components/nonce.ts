/** The nonce main put into index.html for this load; style elements made from code carry it. */
export function readStyleNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content || undefined;
}
