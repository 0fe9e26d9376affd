import { inProject } from './project.mjs';
import { Stop, say } from './say.mjs';
import { run } from './setup/child.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { isProjectNode, projectNode } from './setup/project-node.mjs';

/** npm script → module. Those marked so only pass on to a program and need not run on the project's Node. */
const COMMANDS = {
  start: { module: './commands/start.mjs' },
  dev: { module: './commands/dev.mjs' },
  test: { module: './commands/test.mjs' },
  check: { module: './commands/check.mjs' },
  bench: { module: './commands/bench.mjs' },
  pack: { module: './commands/pack.mjs' },
  duban: { module: './commands/duban.mjs', onAnyNode: true },
};

/**
 * Installs what is missing, moves to the project's Node and runs one command there.
 * @param {string} name a key of COMMANDS
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function main(name, args) {
  try {
    const command = COMMANDS[name];
    if (command === undefined) throw new Stop(`没有 ${name} 这个命令；可用的有：${Object.keys(COMMANDS).join('、')}。`);
    ensureInstalled();
    if (command.onAnyNode !== true && !isProjectNode()) {
      return await run(projectNode(), [inProject('build', 'run.cjs'), name, ...args]);
    }
    const { execute } = await import(command.module);
    return await execute(args);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    return error.exitCode;
  }
}
