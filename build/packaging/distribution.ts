import type { Configuration } from 'electron-builder';
import { Stop } from '../bootstrap/say.mjs';
import { TEST_BUILD_NAME } from './test-build.ts';

interface Choice {
  testBuild: boolean;
  /** Folder of the unpacked official Electron; null when it could not be had. */
  official: string | null;
  /** Null where it cannot run. */
  standIn: { folder: string; version: string } | null;
}

/**
 * What electron-builder is told about the Electron to pack, on top of electron-builder.yml.
 * @throws {Stop} without the official Electron, except for a test build
 */
export function distributionSettings({ testBuild, official, standIn }: Choice): Configuration {
  if (!testBuild) {
    if (official !== null) return { electronDist: official };
    throw new Stop(
      '没有取得官方 Electron，不打包；代用 Electron 只能用于测试构建（npm run pack:dir -- --test-build）。',
    );
  }
  if (standIn === null)
    throw new Stop('测试构建要用代用 Electron，它只有 Linux x64 版；在这台机器上请直接打包。');
  const productName = `督办台账 ${TEST_BUILD_NAME}`;
  return {
    electronDist: standIn.folder,
    electronVersion: standIn.version,
    productName,
    directories: { output: `dist/${TEST_BUILD_NAME}` },
    extraMetadata: { productName, testBuild: true },
  };
}
