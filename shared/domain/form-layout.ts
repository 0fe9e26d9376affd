/** 填报表 as data: what the writer lays out and the reader finds again. */
import type { ProgressField } from './progress.ts';

export const targetsHeading = '指标完成值';

/** The columns of a fill-in workbook, in order. */
export const formColumns = [
  { key: 'code', heading: '任务编号' },
  { key: 'content', heading: '重点工作' },
  { key: 'leader', heading: '牵头领导' },
  { key: 'role', heading: '角色' },
  { key: 'target', heading: '年度目标' },
  { key: 'previous', heading: '上期进展' },
  { key: 'narrative', heading: '本期进展' },
  { key: 'percent', heading: '完成比例(%)' },
  { key: 'targets', heading: targetsHeading },
  { key: 'status', heading: '状态' },
  { key: 'problems', heading: '存在问题' },
  { key: 'next', heading: '下一步措施' },
  { key: 'reporter', heading: '填报人' },
  { key: 'phone', heading: '联系电话' },
] as const satisfies readonly { key: string; heading: string }[];

export type FormColumn = (typeof formColumns)[number]['key'];

/** The columns a unit fills in: the only unlocked ones. */
export const formInputColumns: readonly (FormColumn & (ProgressField | 'targets'))[] = [
  'narrative',
  'percent',
  'targets',
  'status',
  'problems',
  'next',
  'reporter',
  'phone',
];

export const formSheetName = '填报表';
export const instructionSheetName = '填报说明';

/** Very hidden: who the form is for and what it was filled from, as `{@link FormMeta}` in cell texts. */
export const metaSheetName = '_duban';

/** Raised when the layout changes so that older forms are still told apart. 2: 指标完成值, which 1 had not. */
export const formLayoutVersion = 2;

/** Stands in a hidden column of each row and on the meta sheet. */
export interface FormMetaRow {
  code: string;
  /** The hidden id beside the row: `<formId>:<task code>`. */
  rowId: string;
  /** Values the row was filled from; revision 0 where nothing had been reported. */
  revision: number;
  base: Record<ProgressField, string>;
  /** Readings of its targets, by the target's id. */
  targetBase: Readonly<Record<string, number>>;
}

export interface FormMeta {
  layoutVersion: number;
  documentNumber: string;
  unit: string;
  period: string;
  formId: string;
  /** ISO time. */
  issuedAt: string;
  rows: FormMetaRow[];
}
