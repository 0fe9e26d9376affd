import { BrowserWindow } from 'electron';

interface MainWindowOptions {
  preload: string;
  /** Where the page is. */
  url: string;
}

/** Fits a 1366×768 screen with its task bar. */
const defaultSize = { width: 1340, height: 728 };
/** A 1366×768 screen at 200 % leaves 683×384. */
const minimumSize = { minWidth: 640, minHeight: 380 };

/** The one window. It is shown once it has something to show. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...defaultSize,
    ...minimumSize,
    show: false,
    backgroundColor: '#ffffff',
    title: '督办台账',
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      v8CacheOptions: 'bypassHeatCheck',
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(options.url);
  return window;
}
