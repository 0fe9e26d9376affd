import type { TestProject } from 'vitest/node';
import { ensureBundle } from '../../build/setup/bundle.ts';
import { openDisplay } from '../../build/setup/display.ts';
import { findElectron, prepareElectron } from '../../build/setup/electron.ts';

declare module 'vitest' {
  interface ProvidedContext {
    display: string;
  }
}

/** Once before the window tests: an Electron, the built program and a screen. */
export default async function setup(project: TestProject): Promise<() => void> {
  if (findElectron() === null) await prepareElectron();
  await ensureBundle();
  const closeDisplay = await openDisplay();
  project.provide('display', process.env.DISPLAY ?? '');
  return closeDisplay;
}
