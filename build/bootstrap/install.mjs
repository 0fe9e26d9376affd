import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { npm } from './npm.mjs';
import { cacheFolder, inProject, root } from './project.mjs';
import { projectNodePackage } from './project-node.mjs';
import { Stop, say } from './say.mjs';

/**
 * Brings node_modules to what package-lock.json says, if it is not there already.
 * @throws {Stop} when npm fails or leaves something out
 */
export function ensureInstalled() {
  const missing = missingPackages(root);
  if (missing.length === 0) return;
  say(`正在安装依赖（缺少或版本不符 ${missing.length} 个包，约一两分钟）…`);
  if (!keepingCache(() => npm(['ci', '--prefer-offline']))) {
    throw new Stop('依赖没有装好：npm ci 失败，原因见上；请检查网络后重试。');
  }
  const still = missingPackages(root);
  if (still.length > 0)
    throw new Stop(`npm 没有装上这些包：${still.slice(0, 5).join('、')}；请检查网络后重试。`);
}

/**
 * Packages of the lock file that this machine needs and does not have in that version.
 * @param {string} folder the checkout
 * @returns {string[]} their places, such as `node_modules/react`
 */
export function missingPackages(folder) {
  const wanted = readPackages(path.join(folder, 'package-lock.json'));
  const installed = readPackages(path.join(folder, 'node_modules', '.package-lock.json'));
  return Object.keys(wanted).filter((place) => {
    const entry = wanted[place];
    if (place === '' || entry === undefined || !belongsHere(place, entry)) return false;
    if (installed[place]?.version !== entry.version) return true;
    // npm writes its own list even where someone deleted a folder afterwards.
    return !existsSync(path.join(folder, place, 'package.json'));
  });
}

/**
 * @typedef {{version: string, optional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string[]}}
 *   LockedPackage
 * @param {string} file a lock file, npm's own in node_modules included
 * @returns {Record<string, LockedPackage>} by place
 */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/**
 * Optional packages name the machines they are for; of those that name none npm may leave any out.
 * @param {string} place
 * @param {LockedPackage} entry
 */
function belongsHere(place, entry) {
  if (place === `node_modules/${projectNodePackage}`) return true;
  if (entry.optional !== true) return true;
  return (
    entry.os !== undefined &&
    allows(entry.os, process.platform) &&
    allows(entry.cpu, process.arch) &&
    allows(entry.libc, existsSync('/etc/alpine-release') ? 'musl' : 'glibc')
  );
}

/**
 * @param {string | string[] | undefined} list
 * @param {string} value
 */
function allows(list, value) {
  return list === undefined || list.includes(value);
}

/**
 * `npm ci` empties node_modules: what set-up took minutes to prepare waits outside.
 * @param {() => boolean} install
 */
function keepingCache(install) {
  const aside = inProject('.setup-cache');
  // One that is still there is from an installation that was killed, and the better one.
  if (existsSync(cacheFolder) && !existsSync(aside)) renameSync(cacheFolder, aside);
  mkdirSync(aside, { recursive: true });
  freeRunningNode(aside);
  try {
    return install();
  } finally {
    mkdirSync(path.dirname(cacheFolder), { recursive: true });
    rmSync(cacheFolder, { recursive: true, force: true });
    renameSync(aside, cacheFolder);
  }
}

/**
 * Windows does not delete a running program but lets it be moved.
 * @param {string} aside
 */
function freeRunningNode(aside) {
  const inside = path.relative(inProject('node_modules'), process.execPath);
  if (process.platform !== 'win32' || inside.startsWith('..') || path.isAbsolute(inside)) return;
  renameSync(process.execPath, path.join(aside, `node-${process.pid}.exe`));
}
