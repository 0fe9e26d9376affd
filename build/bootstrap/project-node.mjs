import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.mjs';
import { Stop } from './say.mjs';

/** From 22.18 on Node runs TypeScript files directly; better-sqlite3 loads safely since 22.14. */
const OLDEST_OWN = { major: 22, minor: 18 };

/** The npm package that carries the project's Node for this machine; only some platforms have one. */
export const projectNodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/**
 * The Node every command of this project runs on.
 * @returns {string} path of the executable
 * @throws {Stop} where npm has no Node of ours and the machine's own is too old
 */
export function projectNode() {
  const folder = inProject('node_modules', projectNodePackage);
  const manifest = path.join(folder, 'package.json');
  if (existsSync(manifest)) return path.join(folder, JSON.parse(readFileSync(manifest, 'utf8')).bin.node);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_OWN.major || (major === OLDEST_OWN.major && minor >= OLDEST_OWN.minor))
    return process.execPath;
  throw new Stop(
    `这台机器（${process.platform} ${process.arch}）没有随项目安装的 Node，现有的 ${process.version} 又太旧；请安装 Node 24 后重试。`,
  );
}

/** Whether this very process already runs on the project's Node. */
export function isProjectNode() {
  return realpathSync(projectNode()) === realpathSync(process.execPath);
}
