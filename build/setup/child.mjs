import { spawn } from 'node:child_process';
import os from 'node:os';
import { root } from '../project.mjs';

/** After Ctrl+C a program has this long to leave by itself. */
const GRACE_MS = 5000;

/**
 * Runs a program in the checkout to its end; an interruption of this script ends it too.
 * @param {string} file
 * @param {string[]} args
 * @param {{env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions}} [options]
 * @returns {Promise<number>} its exit code; 128 + number when a signal ended it
 */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: 'inherit', ...options });
    const forget = passSignalsTo(child);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      forget();
      resolve(code ?? 128 + os.constants.signals[signal]);
    });
  });
}

/** Ctrl+C reaches the child from the terminal as well, so it is only waited for, then ended. */
function passSignalsTo(child) {
  let deadline;
  const interrupt = () => {
    deadline ??= setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  };
  const terminate = () => {
    child.kill('SIGTERM');
    interrupt();
  };
  const handlers = { SIGINT: interrupt, SIGTERM: terminate, SIGHUP: terminate };
  for (const [signal, handler] of Object.entries(handlers)) process.on(signal, handler);
  return () => {
    clearTimeout(deadline);
    for (const [signal, handler] of Object.entries(handlers)) process.off(signal, handler);
  };
}
