/** The grid's own words, as far as this program lets it speak. */
export const gridLocale: Record<string, string> = {
  loadingOoo: '正在读取…',
  noRowsToShow: '没有可显示的内容',
  noMatchingRows: '没有符合条件的内容',
  ariaSortableColumn: '按回车键排序',
  ariaMenuColumn: '按 Alt+下箭头打开列菜单',
  ariaFilterColumn: '按 Ctrl+回车打开筛选',
  ariaInputEditor: '单元格输入框',
  ariaRowSelect: '按空格键选中本行',
  ariaRowDeselect: '按空格键取消选中本行',
  ariaRowToggleSelection: '按空格键选中或取消选中本行',
  ariaRowSelectAll: '按空格键全选或取消全选',
  ariaRowSelectionDisabled: '本行不能选中',
  ariaLabelColumnMenu: '列菜单',
  ariaLabelInputClear: '清除',
  ariaLabelSelectField: '选择',
  ariaToggleCellValue: '按空格键切换',
};
