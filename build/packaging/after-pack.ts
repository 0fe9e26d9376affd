import { cpSync } from 'node:fs';
import path from 'node:path';
import type { AfterPackContext, LinuxPackager } from 'electron-builder';
import { compatibleNativeModule } from '../setup/native-module.ts';
import { fuseConfig, fusesNotAsAsked } from './fuses.ts';
import { isTestBuild } from './test-build.ts';

/** electron-builder's hook on the finished folder: sets the fuses and believes only what it reads back. */
export default async function afterPack(context: AfterPackContext): Promise<void> {
  const { packager } = context;
  const asked = packager.config.electronFuses;
  if (!asked) throw new Error('electron-builder.yml 没有写明 electronFuses；不打包。');
  if (isTestBuild(context)) replaceNativeModule(packager.getResourcesDir(context.appOutDir));
  // electron-builder itself sets them after this hook, when nothing could look any more.
  await packager.addElectronFuses(context, await fuseConfig(asked));
  const wrong = await fusesNotAsAsked(executableOf(context), asked);
  if (wrong.length > 0)
    throw new Error(`Electron 的安全开关没有设成要求的样子：${wrong.join('、')}；不打包。`);
}

function executableOf({ packager, appOutDir, electronPlatformName }: AfterPackContext): string {
  const name =
    electronPlatformName === 'win32'
      ? `${packager.appInfo.productFilename}.exe`
      : (packager as LinuxPackager).executableName;
  return path.join(appOutDir, name);
}

/** The stand-in cannot load the delivered binary; its own takes that one's place. */
function replaceNativeModule(resources: string): void {
  const delivered = path.join('node_modules', 'better-sqlite3', 'prebuilds', 'linux-x64.node');
  cpSync(compatibleNativeModule(), path.join(resources, 'app.asar.unpacked', delivered));
}
