import path from 'node:path';
import type { Configuration } from 'electron-builder';
import { root } from '../bootstrap/project.mjs';
import { Stop, say } from '../bootstrap/say.mjs';
import { distributionSettings } from '../packaging/distribution.ts';
import { ensureBundle } from '../setup/bundle.ts';
import { prepareNativeModule } from '../setup/native-module.ts';
import { downloadOfficialElectron, officialElectronFolder } from '../setup/official-electron.ts';
import { prepareStandIn, standIn } from '../setup/stand-in.ts';

const DOWNLOAD_WAIT_MS = 30 * 60_000;

/**
 * `--dir`: the unpacked program for this system. `--win`: the installer for Windows x64.
 * `--test-build` with `--dir`: from the stand-in Electron, marked as such.
 */
export async function execute(args: string[]): Promise<number> {
  const windows = args.includes('--win');
  const settings = await electronSettings(windows, args.includes('--test-build'));
  await ensureBundle();
  await runBuilder(windows, settings);
  say(`打包完成，结果在 ${path.join(root, settings.directories?.output ?? 'dist')}。`);
  return 0;
}

async function runBuilder(windows: boolean, config: Configuration): Promise<void> {
  const { Arch, Platform, build } = await import('electron-builder');
  const targets = windows
    ? Platform.WINDOWS.createTarget('nsis', Arch.x64)
    : Platform.current().createTarget('dir');
  try {
    await build({ projectDir: root, targets, config, publish: 'never' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Stop(`打包没有完成：${reason}。第一次打包需要联网下载 Electron 和安装包工具。`);
  }
}

async function electronSettings(windows: boolean, testBuild: boolean): Promise<Configuration> {
  if (testBuild && windows) throw new Stop('安装程序不能做测试构建；请用 npm run pack:dir -- --test-build。');
  // electron-builder fetches the Electron of another system itself.
  if (windows && process.platform !== 'win32') return {};
  if (testBuild && standIn.possible) {
    await prepareStandIn();
    prepareNativeModule();
  } else if (officialElectronFolder() === null) {
    downloadOfficialElectron(DOWNLOAD_WAIT_MS);
  }
  return distributionSettings({
    testBuild,
    official: officialElectronFolder(),
    standIn: standIn.possible ? standIn : null,
  });
}
