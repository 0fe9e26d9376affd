import { join } from 'node:path';
import log from 'electron-log/main';

/** Rotated at this size; one older file is kept beside it. */
const maxLogBytes = 5 * 1024 * 1024;

/** The log lies with the data, and only there. @returns its path */
export function startLog(dataDirectory: string): string {
  const file = join(dataDirectory, 'logs', 'main.log');
  log.transports.file.resolvePathFn = () => file;
  log.transports.file.maxSize = maxLogBytes;
  log.transports.ipc.level = false;
  log.transports.console.level = 'warn';
  log.errorHandler.startCatching({ showDialog: false });
  return file;
}
