import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, inProject } from '../bootstrap/project.mjs';
import { projectNode, projectNodePackage } from '../bootstrap/project-node.mjs';
import { Stop, say } from '../bootstrap/say.mjs';

const FILE = 'better_sqlite3.node';
const source = inProject('node_modules', 'better-sqlite3');
/** better-sqlite3's loader takes this file before the one npm delivered. */
const installed = path.join(source, 'build', 'Release', FILE);

/**
 * better-sqlite3's delivered binary asks for Node-API 10; the stand-in Electron has 9. Compiled with the
 * experimental API it runs on both, and on the project's Node.
 */
export function nativeModuleNeedsCompiler(): boolean {
  return !existsSync(installed) && !existsSync(cachedBuild());
}

/** Puts the compatible binary in place, compiled once per better-sqlite3 version. */
export function prepareNativeModule(): void {
  if (existsSync(installed)) return;
  const cached = cachedBuild();
  if (!existsSync(cached)) compileTo(cached);
  cpSync(cached, installed, { recursive: true });
}

/** Path of the compatible binary once it is prepared. */
export function compatibleNativeModule(): string {
  return installed;
}

function cachedBuild(): string {
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'));
  return path.join(cacheFolder, 'better-sqlite3-compat', version, FILE);
}

function compileTo(target: string): void {
  say('正在为代用 Electron 编译 better-sqlite3（约一两分钟，只做一次）…');
  const work = path.join(cacheFolder, `better-sqlite3-compat-${process.pid}`);
  try {
    copySources(work);
    const { status, stdout, stderr } = spawnSync(projectNode(), gypArguments(), {
      cwd: work,
      encoding: 'utf8',
    });
    if (status !== 0) {
      say(`${stdout}${stderr}`.trimEnd());
      throw new Stop('better-sqlite3 没有编译成功，原因见上；需要 python3、make 和 g++。');
    }
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(path.join(work, 'build', 'Release', FILE), target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function copySources(work: string): void {
  for (const part of ['binding.gyp', 'package.json', 'deps', 'lib', 'src']) {
    cpSync(path.join(source, part), path.join(work, part), { recursive: true });
  }
  const file = path.join(work, 'binding.gyp');
  const asked = "'NAPI_VERSION=10'";
  const text = readFileSync(file, 'utf8');
  if (!text.includes(asked))
    throw new Stop('better-sqlite3 的 binding.gyp 与预期不同，无法为代用 Electron 编译。');
  writeFileSync(file, text.replace(asked, "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'"));
}

function gypArguments(): string[] {
  return [
    inProject('node_modules', 'node-gyp', 'bin', 'node-gyp.js'),
    'rebuild',
    '--release',
    '--force_build=1',
    // The headers that come with the project's Node: nothing is downloaded.
    `--nodedir=${inProject('node_modules', projectNodePackage)}`,
  ];
}
