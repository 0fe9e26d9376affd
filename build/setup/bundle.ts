import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../bootstrap/child.mjs';
import { cacheFolder, inProject, root } from '../bootstrap/project.mjs';
import { Stop, say } from '../bootstrap/say.mjs';

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'seeds',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const stamp = path.join(cacheFolder, 'bundle.sha256');
const electronVite = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');

/**
 * Builds the program into out/ unless it was built from exactly these sources.
 * @throws {Stop} when the sources do not build
 */
export async function ensureBundle(): Promise<void> {
  const fingerprint = fingerprintOf(root, SOURCES);
  if (isBuilt(fingerprint)) return;
  say('正在构建程序…');
  rmSync(stamp, { force: true });
  const code = await run(process.execPath, [electronVite, 'build', '--logLevel', 'warn'], {
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) throw new Stop('程序没有构建成功，原因见上。', code);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

/** The development server builds into the same folder. */
export function forgetBundle(): void {
  rmSync(stamp, { force: true });
}

function isBuilt(fingerprint: string): boolean {
  return (
    existsSync(inProject('out', 'main', 'main.js')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint
  );
}

/**
 * One digest over the names and contents of files and folders: dates mean nothing after a checkout.
 * @param names inside the folder; those that do not exist add nothing
 */
export function fingerprintOf(folder: string, names: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of names.flatMap((each) => filesUnder(folder, each))) {
    const content = readFileSync(path.join(folder, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesUnder(folder: string, name: string): string[] {
  const place = path.join(folder, name);
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [name];
  return readdirSync(place)
    .sort()
    .flatMap((child) => filesUnder(folder, `${name}/${child}`));
}
