import { run } from './child.mjs';
import { ensureInstalled } from './install.mjs';
import { inProject } from './project.mjs';
import { isProjectNode, projectNode } from './project-node.mjs';
import { Stop, say } from './say.mjs';

/**
 * npm script → module. The TypeScript ones run on the project's Node only, once it is installed.
 * @type {Record<string, string>}
 */
const COMMANDS = {
  start: '../commands/start.ts',
  dev: '../commands/dev.ts',
  test: '../commands/test.ts',
  check: '../commands/check.ts',
  bench: '../commands/bench.ts',
  pack: '../commands/pack.ts',
  duban: './duban.mjs',
};

/**
 * Installs what is missing, moves to the project's Node where needed and runs one command.
 * @param {string} name a key of COMMANDS
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function main(name, args) {
  try {
    const module = COMMANDS[name];
    if (module === undefined)
      throw new Stop(`没有 ${name} 这个命令；可用的有：${Object.keys(COMMANDS).join('、')}。`);
    ensureInstalled();
    if (module.endsWith('.ts') && !isProjectNode()) {
      return await run(projectNode(), [inProject('build', 'run.cjs'), name, ...args]);
    }
    const { execute } = await import(module);
    return await execute(args);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    return error.exitCode;
  }
}
