/** The window's side of the bridge; `renderer/api` alone touches it. */
import type { Bridge } from '#shared/contract/bridge.ts';
import { AppError } from '#shared/contract/errors.ts';

declare global {
  interface Window {
    readonly duban?: Bridge;
  }
}

/** @throws AppError `internal` when the page was opened outside the program. */
export function bridge(): Bridge {
  if (window.duban === undefined) {
    throw new AppError('internal', '页面没有连上主程序。请关闭窗口，重新打开「督办台账」。');
  }
  return window.duban;
}

/** The path of a file dropped on the window; empty for one that is not on disk. */
export function pathForFile(file: File): string {
  return bridge().pathForFile(file);
}
