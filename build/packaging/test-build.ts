import type { AfterPackContext } from 'electron-builder';

/** Folder and product name of a build that nobody may mistake for the real one. */
export const TEST_BUILD_NAME = '测试构建';

/** Whether this packaging run was asked for with `--test-build`. */
export function isTestBuild(context: Pick<AfterPackContext, 'packager'>): boolean {
  return context.packager.config.extraMetadata?.testBuild === true;
}
