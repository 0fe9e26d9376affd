import { spawnSync } from 'node:child_process';
import { root } from '../project.mjs';

/**
 * Runs the npm client that started us, or the one on PATH, in the checkout.
 * Its own output goes to stderr; `capture` returns its stdout instead.
 * @param {string[]} args
 * @param {{capture?: boolean, cwd?: string}} [options]
 * @returns {{ok: boolean, stdout: string}}
 */
export function npm(args, options = {}) {
  const script = process.env.npm_execpath ?? '';
  const known = /npm-cli\.c?js$/.test(script);
  const command = known ? process.execPath : 'npm';
  const result = spawnSync(command, [...(known ? [script] : []), ...args, '--loglevel=error'], {
    cwd: options.cwd ?? root,
    stdio: ['ignore', options.capture ? 'pipe' : 2, 2],
    // npm on PATH is npm.cmd on Windows, which only a shell starts.
    shell: !known && process.platform === 'win32',
    encoding: 'utf8',
  });
  return { ok: result.status === 0, stdout: result.stdout ?? '' };
}
