import { isRoot } from './debian.ts';

/** Chromium refuses to run as root inside its sandbox; nobody else gives it up. */
export function needsNoSandbox(): boolean {
  return process.platform === 'linux' && isRoot();
}
