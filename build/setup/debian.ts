import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Stop, say } from '../bootstrap/say.mjs';

export type Purpose = 'window' | 'display' | 'compiler' | 'spreadsheets';

/** A package of Debian 12, and one of three ways to see that it, or its like, is there. */
interface Need {
  name: string;
  library?: string;
  command?: string;
  file?: string;
}

const APT = '/usr/bin/apt-get';

const NEEDS: Record<Purpose, Need[]> = {
  window: [
    { name: 'libgtk-3-0', library: 'libgtk-3.so.0' },
    { name: 'libnss3', library: 'libnss3.so' },
    { name: 'libasound2', library: 'libasound.so.2' },
    { name: 'libgbm1', library: 'libgbm.so.1' },
    { name: 'libxss1', library: 'libXss.so.1' },
    { name: 'libxtst6', library: 'libXtst.so.6' },
    { name: 'fonts-noto-cjk', file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' },
  ],
  display: [{ name: 'xvfb', command: 'Xvfb' }],
  compiler: [
    { name: 'python3', command: 'python3' },
    { name: 'make', command: 'make' },
    { name: 'g++', command: 'g++' },
  ],
  spreadsheets: [
    { name: 'libreoffice-calc-nogui', file: '/usr/lib/libreoffice/program/libsclo.so' },
    { name: 'libreoffice-writer-nogui', file: '/usr/lib/libreoffice/program/libswlo.so' },
    { name: 'poppler-utils', command: 'pdftoppm' },
  ],
};

/** Debian packages that are missing for these purposes; none on other systems. */
export function missingSystemPackages(purposes: readonly Purpose[]): string[] {
  if (!existsSync(APT)) return [];
  const libraries = loadableLibraries();
  return purposes
    .flatMap((purpose) => NEEDS[purpose])
    .filter((need) => !isPresent(need, libraries))
    .map((need) => need.name);
}

/**
 * Installs Debian packages as root; otherwise says the command that does it.
 * @throws {Stop} when they are not there afterwards
 */
export function installSystemPackages(names: readonly string[]): void {
  if (names.length === 0) return;
  const command = aptCommand(names);
  if (!isRoot()) throw new Stop(`缺少系统软件包，请先执行：sudo ${command}`);
  say(`缺少系统软件包，正在以 root 执行：${command}`);
  const install = ['install', '-y', '--no-install-recommends', ...names];
  // A fresh system has no package lists, an old one outdated ones: only a second failure counts.
  if (apt(install, 'ignore') || (apt(['update'], 'inherit') && apt(install, 'inherit'))) return;
  throw new Stop(`系统软件包没有装好，请手工执行后重试：apt-get update && ${command}`);
}

/** The command a person types for the same. */
export function aptCommand(names: readonly string[]): string {
  return `apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

/** False on systems that know no root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function apt(args: string[], errors: 'ignore' | 'inherit'): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(APT, ['-qq', ...args], { stdio: ['ignore', 'ignore', errors], env }).status === 0;
}

/** Names as the dynamic linker lists them. */
function loadableLibraries(): Set<string | undefined> {
  const { stdout } = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  return new Set(stdout.split('\n').map((line) => line.trim().split(' ', 1)[0]));
}

function isPresent(need: Need, libraries: Set<string | undefined>): boolean {
  if (need.library !== undefined) return libraries.has(need.library);
  if (need.file !== undefined) return existsSync(need.file);
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some((folder) => existsSync(path.join(folder, need.command ?? need.name)));
}
