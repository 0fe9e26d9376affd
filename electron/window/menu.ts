import { Menu, type MenuItemConstructorOptions } from 'electron';

export interface MenuActions {
  openDataDirectory: () => void;
  openLog: () => void;
}

/** The editing keys work in Chromium by themselves; as menu accelerators they would run twice in the grid. */
const editItem = (
  label: string,
  role: NonNullable<MenuItemConstructorOptions['role']>,
): MenuItemConstructorOptions => ({
  label,
  role,
  registerAccelerator: false,
});

export function buildMenu(actions: MenuActions): Menu {
  return Menu.buildFromTemplate([
    { label: '文件(&F)', submenu: [{ label: '退出', role: 'quit' }] },
    {
      label: '编辑(&E)',
      submenu: [editItem('剪切', 'cut'), editItem('复制', 'copy'), editItem('粘贴', 'paste')],
    },
    {
      label: '查看(&V)',
      submenu: [
        { label: '放大', role: 'zoomIn', accelerator: 'CommandOrControl+=' },
        { label: '缩小', role: 'zoomOut' },
        { label: '实际大小', role: 'resetZoom' },
        { type: 'separator' },
        { label: '全屏', role: 'togglefullscreen' },
      ],
    },
    {
      label: '帮助(&H)',
      submenu: [
        { label: '打开数据文件夹', click: actions.openDataDirectory },
        { label: '打开运行日志', click: actions.openLog },
      ],
    },
  ]);
}
