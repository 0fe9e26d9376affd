/** 进展 (domain.md, Words): what one unit says of one task for one period. */

/** 状态, as the form's dropdown offers it. */
export type ProgressStatus = 'not_started' | 'in_progress' | 'blocked' | 'completed';

export const progressStatusLabels: Record<ProgressStatus, string> = {
  not_started: '未启动',
  in_progress: '推进中',
  blocked: '受阻',
  completed: '已完成',
};

export const progressStatuses: readonly ProgressStatus[] = [
  'not_started',
  'in_progress',
  'blocked',
  'completed',
];

/** The words of a report, empty text where nothing was said. */
export interface ProgressValues {
  narrative: string;
  /** 0 to 100; null when the unit gave none. */
  percent: number | null;
  status: ProgressStatus | null;
  problems: string;
  next: string;
  reporter: string;
  phone: string;
}

export const progressFields = [
  'narrative',
  'percent',
  'status',
  'problems',
  'next',
  'reporter',
  'phone',
] as const satisfies readonly (keyof ProgressValues)[];

export type ProgressField = (typeof progressFields)[number];

export const progressFieldLabels: Record<ProgressField, string> = {
  narrative: '本期进展',
  percent: '完成比例(%)',
  status: '状态',
  problems: '存在问题',
  next: '下一步措施',
  reporter: '填报人',
  phone: '联系电话',
};

export const emptyProgress: ProgressValues = {
  narrative: '',
  percent: null,
  status: null,
  problems: '',
  next: '',
  reporter: '',
  phone: '',
};

/**
 * The percent of a joint task: the lowest its leads report, because it is not done before each has done its
 * part. A lead without a percent does not count; null when none gave one.
 */
export function jointPercent(percents: readonly (number | null)[]): number | null {
  const given = percents.filter((percent) => percent !== null);
  return given.length === 0 ? null : Math.min(...given);
}
