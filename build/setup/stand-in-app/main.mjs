// Opens the app whose folder is on the command line, as the official Electron's default app does.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/**
 * What Electron keeps for its own default app.
 * @typedef {{setVersion: (version: string) => void, setAppPath: (folder: string) => void}} DefaultAppMethods
 */
const electronApp = /** @type {typeof app & DefaultAppMethods} */ (app);

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('代用 Electron 需要在命令行给出程序所在的文件夹。\n');
  process.exit(1);
}
const appPath = path.resolve(folder);
const manifest = JSON.parse(readFileSync(path.join(appPath, 'package.json'), 'utf8'));
Object.assign(process, { defaultApp: true });
electronApp.setName(manifest.productName ?? manifest.name);
electronApp.setVersion(manifest.version);
electronApp.setAppPath(appPath);
await import(pathToFileURL(path.join(appPath, manifest.main)).href);
