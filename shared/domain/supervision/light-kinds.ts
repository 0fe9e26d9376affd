/** 亮灯 (domain.md, Words) and the three states that are no lamp: 未报, 已完成, 已撤销. */

export type Light = 'green' | 'yellow' | 'red' | 'unreported' | 'finished' | 'withdrawn';

export const lights: readonly Light[] = ['red', 'yellow', 'unreported', 'green', 'finished', 'withdrawn'];

export const lightLabels: Record<Light, string> = {
  green: '绿灯',
  yellow: '黄灯',
  red: '红灯',
  unreported: '未报',
  finished: '已完成',
  withdrawn: '已撤销',
};

/** Lights that ask for something to be done. */
export function isFlagged(light: Light): boolean {
  return light === 'yellow' || light === 'red';
}

/** The order in which a light outranks another where one must stand for several: the worst first. */
export function worstLight(several: readonly Light[]): Light | null {
  return lights.find((light) => several.includes(light)) ?? null;
}

export const lightRuleNames = {
  overdue: '逾期未完成',
  far_behind: '严重落后序时',
  late_start_long: '久未启动',
  target_unmet: '指标未达到',
  behind: '落后序时',
  missed_milestone: '节点逾期',
  due_soon: '临近时限',
  late_start: '迟启动',
  on_track: '符合序时',
  percent_missing: '未填比例',
  unreported: '本期未报',
  finished: '已完成',
  withdrawn: '已撤销',
} as const;

export type LightRuleKey = keyof typeof lightRuleNames;
