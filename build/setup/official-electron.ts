import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, inProject } from '../bootstrap/project.mjs';
import { say } from '../bootstrap/say.mjs';

const folder = inProject('node_modules', 'electron');
const failure = path.join(cacheFolder, 'electron-download-failed');
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/** The version package.json pins. */
export function pinnedElectronVersion(): string {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
}

/** Folder of the complete, unpacked official Electron, or null. */
export function officialElectronFolder(): string | null {
  const version = path.join(folder, 'dist', 'version');
  // Electron's installer writes path.txt last.
  if (!existsSync(version) || !existsSync(path.join(folder, 'path.txt'))) return null;
  const found = readFileSync(version, 'utf8').trim().replace(/^v/, '');
  return found === pinnedElectronVersion() ? path.join(folder, 'dist') : null;
}

/** The official executable, or null. */
export function officialElectron(): string | null {
  const dist = officialElectronFolder();
  if (dist === null) return null;
  const executable = path.join(dist, readFileSync(path.join(folder, 'path.txt'), 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/**
 * Downloads the pinned Electron with its own installer (ELECTRON_MIRROR is honoured).
 * @param timeoutMs then it is given up
 * @returns whether it is there now
 */
export function downloadOfficialElectron(timeoutMs: number): boolean {
  say(`正在下载 Electron ${pinnedElectronVersion()}（约 120 MB）…`);
  const { status } = spawnSync(process.execPath, [path.join(folder, 'install.js')], {
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    stdio: 'ignore',
  });
  const done = status === 0 && officialElectron() !== null;
  if (done) {
    rmSync(failure, { force: true });
  } else {
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(failure, '');
  }
  return done;
}

/** Whether a download failed less than a day ago, so that not every start waits for the next failure. */
export function downloadFailedLately(): boolean {
  return existsSync(failure) && Date.now() - statSync(failure).mtimeMs < RETRY_AFTER_MS;
}
