import { app } from 'electron';
import type { RuntimeFacts } from '../ipc/application.handlers.ts';

/** The oldest Electron the shipped program may run on; anything older is the development stand-in. */
const oldestShippedElectron = 43;

export function runtimeFacts(dataDirectory: string): RuntimeFacts {
  const electron = process.versions.electron;
  return {
    version: app.getVersion(),
    electron,
    standIn: Number(electron.split('.')[0]) < oldestShippedElectron,
    dataDirectory,
  };
}
