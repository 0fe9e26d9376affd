// The least an Electron program can be: what the bench compares the program's start and memory with.
import path from 'node:path';
import { app, BrowserWindow } from 'electron';

app.setPath('userData', process.argv[process.argv.indexOf('--data') + 1] ?? '');
app.on('window-all-closed', () => app.quit());
// Not awaited at the top: Electron becomes ready only after this module has run to its end.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1340, height: 728 });
  return window.loadFile(path.join(import.meta.dirname, 'empty.html'));
});
