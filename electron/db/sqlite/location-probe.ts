/** Gathers what {@link refuseLocation} judges, and tries whether the folder can be written. */
import { closeSync, mkdirSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { type LocationFacts, type Mount, refuseLocation } from './location.ts';

/**
 * Creates the folder where it is missing.
 * @param directory absolute
 * @throws AppError `location_refused` with why and what to do
 */
export function prepareLocation(directory: string): void {
  const refusal = refuseLocation(probeLocation(directory));
  if (refusal !== null) throw new AppError('location_refused', refusal, { directory });
  try {
    mkdirSync(directory, { recursive: true });
    const probe = join(directory, `probe-${process.pid}.tmp`);
    closeSync(openSync(probe, 'w'));
    rmSync(probe);
  } catch (error) {
    throw notWritable(directory, error);
  }
}

function probeLocation(directory: string): LocationFacts {
  return {
    platform: process.platform,
    path: directory,
    realPath: resolveExisting(directory),
    environment: process.env,
    mounts: process.platform === 'linux' ? readMounts() : [],
  };
}

/**
 * Resolves as much of the path as exists. The native call answers a mapped network drive of Windows with its
 * `\\server\share` name, which the text alone does not show.
 */
function resolveExisting(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(resolveExisting(parent), basename(path));
  }
}

/** Spaces and the like are written as octal escapes there. */
export function parseMounts(text: string): Mount[] {
  const decode = (field: string) =>
    field.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return text.split('\n').flatMap((line) => {
    const [, point, type] = line.split(' ');
    return point === undefined || type === undefined ? [] : [{ point: decode(point), type }];
  });
}

function readMounts(): Mount[] {
  try {
    return parseMounts(readFileSync('/proc/mounts', 'utf8'));
  } catch {
    // A system without /proc says nothing; the folder is then judged by its name alone.
    return [];
  }
}

function notWritable(directory: string, error: unknown): AppError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new AppError(
    'location_refused',
    `数据文件夹“${directory}”不能建立或不能写入（${reason}），没有打开。请检查磁盘是否只读或已满、当前账户有没有写入权限，或换一个文件夹。`,
    { directory, reason },
  );
}
