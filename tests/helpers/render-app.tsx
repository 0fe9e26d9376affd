/** The whole program's window in jsdom, at an address. */
import { cleanup, configure, render, waitFor } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { App } from '#renderer/App.tsx';

// Every screen comes after a few calls to a real database; on a busy machine the usual second is too short.
configure({ asyncUtilTimeout: 15_000 });

/** jsdom lays nothing out; the grid shows no columns in a window of no size. */
const windowSize = { clientWidth: 1366, clientHeight: 700, offsetWidth: 1366, offsetHeight: 700 };

class SilentResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

const silentMedia = { matches: false, onchange: null, addListener: () => {}, removeListener: () => {} };

/** Call once in a test file: gives jsdom what Chromium has, and takes each test's window away after it. */
export function prepareWindow(): void {
  beforeAll(() => {
    window.ResizeObserver ??= SilentResizeObserver;
    window.matchMedia ??= (media) => Object.assign(new EventTarget(), silentMedia, { media });
    for (const [name, value] of Object.entries(windowSize)) {
      Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
    }
  });
  afterEach(() => {
    cleanup();
    sessionStorage.clear();
  });
}

/** @param address with its `#`: `#/tasks?kind=key` */
export function openWindow(address: string): void {
  window.location.hash = address;
  render(<App />);
}

/** Waits for the address, which follows what a person does. */
export async function expectAddress(address: string | RegExp): Promise<void> {
  await waitFor(() => {
    const { hash } = window.location;
    const reached = typeof address === 'string' ? hash === address : address.test(hash);
    if (!reached) throw new Error(`at ${hash}, not at ${address}`);
  });
}

/** Waits for a text anywhere in the window; a grid's cells included. */
export async function expectText(text: string | RegExp): Promise<void> {
  await waitFor(() => {
    const content = document.body.textContent ?? '';
    const found = typeof text === 'string' ? content.includes(text) : text.test(content);
    if (!found) throw new Error(`not in the window: ${text}\n${content.slice(0, 2000)}`);
  });
}
