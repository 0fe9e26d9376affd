import { ipcMain } from 'electron';
import { createListeners, type DispatchOptions } from './dispatch.ts';

/** Opens one channel for each method of the contract and for nothing else. */
export function registerHandlers(options: DispatchOptions): void {
  for (const [channel, listener] of createListeners(options)) {
    ipcMain.handle(channel, (event, input: unknown) => listener(event, input));
  }
}
