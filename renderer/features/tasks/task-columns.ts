/** The columns of the 任务总表, in their first order. */
import type { ColDef } from 'ag-grid-community';
import type { TaskRow } from '#shared/contract/tasks.ts';
import type { WrappedTexts } from '../../components/grid/use-wrapped-rows.ts';
import { LatestCell, LeadUnitsCell, MemberUnitsCell, TaskCodeCell, TaskPercentCell } from './task-cells.tsx';
import {
  codeText,
  latestText,
  leadUnitsText,
  memberUnitsText,
  otherRolesText,
  sectionText,
} from './task-texts.ts';

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Chinese by pinyin, numbers by size, blanks last whichever way it is sorted. */
function compareTexts(one: string, other: string, _a: unknown, _b: unknown, descending: boolean): number {
  if (one === '' || other === '') {
    if (one === other) return 0;
    return (one === '' ? 1 : -1) * (descending ? -1 : 1);
  }
  return collator.compare(one, other);
}

function comparePercents(
  one: number | null,
  other: number | null,
  _a: unknown,
  _b: unknown,
  descending: boolean,
): number {
  if (one !== null && other !== null) return one - other;
  if (one === other) return 0;
  return (one === null ? 1 : -1) * (descending ? -1 : 1);
}

type TextColumn = ColDef<TaskRow> & { colId: string; headerName: string };

function textColumn(column: TextColumn, text: (task: TaskRow) => string): ColDef<TaskRow> {
  return {
    ...column,
    valueGetter: ({ data }) => (data === undefined ? '' : text(data)),
    comparator: compareTexts,
    cellClass: 'cell-wrapped',
  };
}

/** Width in pixels of text that wraps; the ones with `flex` share what is left of the window. */
export const taskTexts: WrappedTexts<TaskRow> = {
  code: codeText,
  section: sectionText,
  content: (task) => task.content,
  leads: leadUnitsText,
  members: memberUnitsText,
  others: otherRolesText,
  latest: latestText,
  remark: (task) => task.remark,
};

export const taskColumns: ColDef<TaskRow>[] = [
  {
    colId: 'code',
    headerName: '编号',
    field: 'code',
    width: 82,
    pinned: 'left',
    lockPinned: true,
    cellRenderer: TaskCodeCell,
    cellClass: 'cell-wrapped',
  },
  textColumn({ colId: 'section', headerName: '部分/项目', width: 88 }, sectionText),
  textColumn({ colId: 'content', headerName: '重点工作', flex: 3, minWidth: 260 }, (task) => task.content),
  textColumn({ colId: 'leader', headerName: '牵头领导', width: 84 }, (task) => task.leader ?? ''),
  {
    ...textColumn({ colId: 'leads', headerName: '牵头单位', width: 131 }, leadUnitsText),
    cellRenderer: LeadUnitsCell,
  },
  {
    ...textColumn({ colId: 'members', headerName: '配合单位', flex: 1.8, minWidth: 168 }, memberUnitsText),
    cellRenderer: MemberUnitsCell,
  },
  textColumn({ colId: 'others', headerName: '其他角色', width: 92 }, otherRolesText),
  {
    ...textColumn({ colId: 'latest', headerName: '最新进展', flex: 1.9, minWidth: 176 }, latestText),
    cellRenderer: LatestCell,
  },
  {
    colId: 'percent',
    headerName: '完成比例',
    width: 82,
    valueGetter: ({ data }) => data?.latest?.percent ?? null,
    comparator: comparePercents,
    cellRenderer: TaskPercentCell,
    cellClass: 'cell-top',
  },
  textColumn({ colId: 'remark', headerName: '备注', width: 112 }, (task) => task.remark),
];
