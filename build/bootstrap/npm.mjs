import { spawnSync } from 'node:child_process';
import { root } from './project.mjs';

/**
 * Runs the npm client that started us, or the one on PATH, in the checkout. What it says goes to stderr.
 * @param {string[]} args
 * @returns {boolean} whether it succeeded
 */
export function npm(args) {
  const script = process.env.npm_execpath ?? '';
  const known = /npm-cli\.c?js$/.test(script);
  const result = spawnSync(
    known ? process.execPath : 'npm',
    [...(known ? [script] : []), ...args, '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      // npm on PATH is npm.cmd on Windows, which only a shell starts.
      shell: !known && process.platform === 'win32',
    },
  );
  return result.status === 0;
}
