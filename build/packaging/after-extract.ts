import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { AfterPackContext } from 'electron-builder';
import { STAND_IN_MARK } from '../setup/stand-in.ts';
import { isTestBuild } from './test-build.ts';

/**
 * electron-builder's hook after it laid out Electron: the stand-in goes no further unless it was asked for, and no
 * app of Electron's own stays beside ours.
 */
export default function afterExtract(context: AfterPackContext): void {
  if (existsSync(path.join(context.appOutDir, STAND_IN_MARK)) && !isTestBuild(context)) {
    throw new Error('代用 Electron 不得打包；只有 --test-build 的测试构建可以用它。');
  }
  const resources = path.join(context.appOutDir, 'resources');
  rmSync(path.join(resources, 'app'), { recursive: true, force: true });
  rmSync(path.join(resources, 'default_app.asar'), { force: true });
}
