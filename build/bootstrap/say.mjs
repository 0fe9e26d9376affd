/**
 * Tells the person at the keyboard one thing, on stderr: stdout belongs to the commands' own output.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** An expected end of a script: one Chinese line and an exit code, never a stack. */
export class Stop extends Error {
  /**
   * @param {string} message what happened and what to do
   * @param {number} [exitCode] 1–255
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
