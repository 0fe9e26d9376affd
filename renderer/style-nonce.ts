import { readStyleNonce } from './components/nonce.ts';

/**
 * Gives every style element made from code the nonce of this load. The kit and the grid take it as a setting, but
 * a helper inside the kit that measures scroll bars makes an element without asking; the policy would refuse it.
 */
export function nonceStyleElements(): void {
  const nonce = readStyleNonce();
  if (nonce === undefined) return;
  document.createElement = new Proxy(document.createElement, {
    apply(createElement, _receiver, [tagName, options]: [string, ElementCreationOptions?]) {
      const element: HTMLElement = Reflect.apply(createElement, document, [tagName, options]);
      if (element instanceof HTMLStyleElement) element.nonce = nonce;
      return element;
    },
  });
}
