import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flipFuses } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import afterExtract from '../../build/packaging/after-extract.ts';
import afterPack from '../../build/packaging/after-pack.ts';
import { distributionSettings } from '../../build/packaging/distribution.ts';
import { type FuseOptions, fuseConfig, fusesNotAsAsked } from '../../build/packaging/fuses.ts';
import { STAND_IN_MARK } from '../../build/setup/stand-in.ts';

const settings = await readFile(new URL('../../electron-builder.yml', import.meta.url), 'utf8');
const standIn = { folder: '/cache/stand-in', version: '33.2.1' };

/** electronFuses of electron-builder.yml. */
const asked: FuseOptions = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

let folder: string;
let executable: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-pack-'));
  executable = join(folder, 'duban-ledger');
  // The place of the fuses in an Electron as it is delivered: version 1, eight fuses, "0" off and "1" on.
  await writeFile(executable, 'code dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x0810110001 code');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function contextOf(options: { testBuild?: boolean; setFuses?: boolean }): AfterPackContext {
  const packager = {
    config: { electronFuses: asked, extraMetadata: options.testBuild ? { testBuild: true } : {} },
    executableName: 'duban-ledger',
    addElectronFuses: async (_context: unknown, fuses: Parameters<typeof flipFuses>[1]) => {
      if (options.setFuses) await flipFuses(executable, fuses);
    },
  };
  return { appOutDir: folder, electronPlatformName: 'linux', packager } as unknown as AfterPackContext;
}

describe('the fuses', () => {
  test('stand in electron-builder.yml as they are asked for', () => {
    const [, section = ''] = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(settings) ?? [];
    const written = [...section.matchAll(/^ {2}(\w+): (true|false)$/gm)];
    expect(Object.fromEntries(written.map(([, name, state]) => [name, state === 'true']))).toEqual(asked);
  });

  test('are read back from the executable', async () => {
    expect(await fusesNotAsAsked(executable, asked)).toContain('runAsNode');
    await flipFuses(executable, await fuseConfig(asked));
    expect(await fusesNotAsAsked(executable, asked)).toEqual([]);
    expect(await fusesNotAsAsked(executable, { ...asked, runAsNode: true })).toEqual(['runAsNode']);
  });

  test('end the packaging when they did not take', async () => {
    await expect(afterPack(contextOf({ setFuses: false }))).rejects.toThrow('runAsNode');
    await expect(afterPack(contextOf({ setFuses: true }))).resolves.toBeUndefined();
  });
});

describe('the stand-in Electron', () => {
  test('is no replacement for the official one', () => {
    expect(() => distributionSettings({ testBuild: false, official: null, standIn })).toThrow('--test-build');
    expect(distributionSettings({ testBuild: false, official: '/electron', standIn })).toEqual({
      electronDist: '/electron',
    });
  });

  test('makes a test build that says so in its name and its folder', () => {
    const config = distributionSettings({ testBuild: true, official: null, standIn });
    expect(config.productName).toBe('督办台账 测试构建');
    expect(config.directories?.output).toBe('dist/测试构建');
  });

  test('is stopped by its mark even when electron-builder is called directly', async () => {
    await writeFile(join(folder, STAND_IN_MARK), '{}');
    expect(() => afterExtract(contextOf({}))).toThrow('代用 Electron 不得打包');
    expect(() => afterExtract(contextOf({ testBuild: true }))).not.toThrow();
  });

  test("leaves Electron's own app out of the package", async () => {
    await mkdir(join(folder, 'resources', 'app'), { recursive: true });
    afterExtract(contextOf({}));
    expect(existsSync(join(folder, 'resources', 'app'))).toBe(false);
  });
});

describe('electron-builder.yml', () => {
  test.each([
    '"!node_modules/node-*-x64/**"',
    '"!node_modules/better-sqlite3/{build,deps,src}/**"',
    '"!node_modules/better-sqlite3/prebuilds/*"',
  ])('leaves out %s', (pattern) => expect(settings).toContain(`  - ${pattern}\n`));

  test('asks neither for a compiler nor for an administrator', () => {
    expect(settings).toContain('npmRebuild: false\n');
    expect(settings).toContain('perMachine: false\n');
  });
});
