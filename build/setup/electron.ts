import { existsSync } from 'node:fs';
import { Stop, say } from '../bootstrap/say.mjs';
import { installSystemPackages, missingSystemPackages, type Purpose } from './debian.ts';
import { hasDisplay } from './display.ts';
import { nativeModuleNeedsCompiler, prepareNativeModule } from './native-module.ts';
import {
  downloadFailedLately,
  downloadOfficialElectron,
  officialElectron,
  pinnedElectronVersion,
} from './official-electron.ts';
import { prepareStandIn, standIn } from './stand-in.ts';

/** A stand-in is at hand, so a download that does not get through is soon given up. */
const SHORT_WAIT_MS = 30_000;
const LONG_WAIT_MS = 30 * 60_000;

export interface FoundElectron {
  executable: string;
  kind: 'given' | 'official' | 'stand-in';
}

/** The Electron that is ready to run here, without fetching anything. */
export function findElectron(): FoundElectron | null {
  const given = process.env.ELECTRON_EXEC_PATH;
  if (given) {
    if (!existsSync(given))
      throw new Stop(`环境变量 ELECTRON_EXEC_PATH 指向的 ${given} 不存在；请改正或取消它。`);
    return { executable: given, kind: 'given' };
  }
  const official = officialElectron();
  if (official !== null) return { executable: official, kind: 'official' };
  return standIn.ready() ? { executable: standIn.executable, kind: 'stand-in' } : null;
}

/**
 * Finds or fetches an Electron and everything the system must have to run it.
 * @param also further purposes that system packages are installed for
 * @returns the executable
 * @throws {Stop} when none can be had
 */
export async function prepareElectron(also: readonly Purpose[] = []): Promise<string> {
  const useStandIn = !obtainOfficial();
  const purposes: Purpose[] = ['window', ...also];
  if (!hasDisplay()) purposes.push('display');
  if (useStandIn && nativeModuleNeedsCompiler()) purposes.push('compiler');
  installSystemPackages(missingSystemPackages(purposes));
  if (useStandIn) {
    await prepareStandIn();
    prepareNativeModule();
    say(
      `未取得官方 Electron ${pinnedElectronVersion()}，使用代用 Electron ${standIn.version}（只供开发和测试，不会打包）。`,
    );
  }
  const found = findElectron();
  if (found === null) throw new Stop('Electron 准备好后又不见了；请重试。');
  return found.executable;
}

/** False where the stand-in has to serve. */
function obtainOfficial(): boolean {
  const found = findElectron();
  if (found !== null && found.kind !== 'stand-in') return true;
  if (standIn.possible && downloadFailedLately()) return false;
  if (downloadOfficialElectron(standIn.possible ? SHORT_WAIT_MS : LONG_WAIT_MS)) return true;
  if (standIn.possible) return false;
  throw new Stop('Electron 没有下载成功；请检查网络，或把环境变量 ELECTRON_MIRROR 设为可用的镜像后重试。');
}
