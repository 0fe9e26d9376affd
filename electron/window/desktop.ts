import { basename } from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import type { Desktop } from '../ipc/application.handlers.ts';

const workbookFilter = { name: 'Excel 工作簿', extensions: ['xlsx'] };
const returnFilter = {
  name: '表格文件和压缩包',
  extensions: ['xlsx', 'xls', 'et', 'xlsm', 'ods', 'csv', 'zip'],
};

/** The operating system's dialogs and programs, as the handlers use them. */
export function createDesktop(window: BrowserWindow): Desktop {
  return {
    async chooseSaveFile(suggestedName) {
      const options = { title: '保存台账', defaultPath: basename(suggestedName), filters: [workbookFilter] };
      const answer = await dialog.showSaveDialog(window, options);
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    async chooseDirectory(title) {
      const answer = await dialog.showOpenDialog(window, {
        title,
        properties: ['openDirectory', 'createDirectory'],
      });
      return answer.filePaths[0] ?? null;
    },
    async chooseReturns() {
      const answer = await dialog.showOpenDialog(window, {
        title: '选择各单位报回的表格',
        properties: ['openFile', 'multiSelections'],
        filters: [returnFilter, { name: '所有文件', extensions: ['*'] }],
      });
      return answer.filePaths;
    },
    openPath: (path) => shell.openPath(path),
    showInFolder: (path) => shell.showItemInFolder(path),
  };
}
