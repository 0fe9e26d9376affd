import { run } from './child.mjs';
import { inProject } from './project.mjs';
import { projectNode } from './project-node.mjs';

/**
 * The program's command line, straight from its sources; its output and exit code are the script's.
 * @param {string[]} args
 */
export function execute(args) {
  return run(projectNode(), [inProject('electron', 'cli.ts'), ...args], { cwd: callersFolder() });
}

/** npm runs scripts in the checkout; file names on the command line are meant from where it was typed. */
function callersFolder() {
  const throughNpm = process.env.npm_lifecycle_event === 'duban';
  return (throughNpm && process.env.INIT_CWD) || process.cwd();
}
