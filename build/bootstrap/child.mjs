import { spawn } from 'node:child_process';
import os from 'node:os';
import { root } from './project.mjs';

/** After an interruption a program has this long to leave by itself. */
const GRACE_MS = 5000;
const PARENT_CHECK_MS = 1000;
/** As it was before any lengthy set-up. */
const parent = process.ppid;

/**
 * Runs a program to its end; an interruption of this script ends it too.
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options] by default in the checkout, on our own streams
 * @returns {Promise<number>} its exit code; 128 + number when a signal ended it
 */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: 'inherit', ...options });
    const forget = passSignalsTo(child);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      forget();
      resolve(signal === null ? (code ?? 1) : 128 + os.constants.signals[signal]);
    });
  });
}

/**
 * Ctrl+C reaches the child from the terminal as well, so it is only waited for, then ended. A shell between npm and
 * us keeps npm's signals to itself and just goes away; its end counts as the signal.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} stops listening
 */
function passSignalsTo(child) {
  /** @type {NodeJS.Timeout | undefined} */
  let deadline;
  const interrupt = () => {
    deadline ??= setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  };
  const terminate = () => {
    child.kill('SIGTERM');
    interrupt();
  };
  const watch = setInterval(() => {
    if (process.ppid !== parent) terminate();
  }, PARENT_CHECK_MS);
  const handlers = Object.entries({ SIGINT: interrupt, SIGTERM: terminate, SIGHUP: terminate });
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return () => {
    clearTimeout(deadline);
    clearInterval(watch);
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}
