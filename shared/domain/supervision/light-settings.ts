/** The thresholds behind the lights and the progress classes; each set holds from its date on. */
import { checkStartDates, type Dated } from './dated-settings.ts';

export interface LightSettings extends Dated {
  /** Yellow when more than so many percentage points behind; exactly so many is still green. */
  yellowAbove: number;
  /** Red when more than so many percentage points behind; exactly so many is still yellow. */
  redAbove: number;
  /** Yellow when unfinished and due within so many days; the due date itself is 0 days away. */
  dueSoonDays: number;
  /** A task not begun is yellow from the day after its start, red once more than so many months have passed. */
  lateStartRedMonths: number;
  /** The light of a milestone whose due date has passed undone. */
  missedMilestoneLight: 'yellow' | 'red';
  /** The light of a target that is met or not (失业率5%以内) while it is not met. */
  targetUnmetLight: 'yellow' | 'red';
  /** 超进度 when ahead by more than so many percentage points. */
  aheadAbove: number;
  /** 欠进度 when behind by more than so many percentage points. */
  behindAbove: number;
}

/**
 * domain.md, Conventions: 10, 30, 7 days and three months. It sets no colour for a missed milestone and an unmet
 * target, and no bounds for the classes: yellow, and 欠进度 where yellow begins, so that no green task is 欠进度.
 */
export const defaultLightSettings: LightSettings = {
  effectiveFrom: '2000-01-01',
  yellowAbove: 10,
  redAbove: 30,
  dueSoonDays: 7,
  lateStartRedMonths: 3,
  missedMilestoneLight: 'yellow',
  targetUnmetLight: 'yellow',
  aheadAbove: 0,
  behindAbove: 10,
};

/** What each number is called on the settings page and in messages. */
export const lightSettingLabels = {
  yellowAbove: '黄灯起点（落后百分点）',
  redAbove: '红灯起点（落后百分点）',
  dueSoonDays: '临期天数',
  lateStartRedMonths: '迟启动转红灯的月数',
  aheadAbove: '超进度起点（领先百分点）',
  behindAbove: '欠进度起点（落后百分点）',
} as const satisfies Partial<Record<keyof LightSettings, string>>;

/** What has one of two colours. */
export const lightFlagLabels = {
  missedMilestoneLight: '节点逾期',
  targetUnmetLight: '指标未达到',
} as const satisfies Partial<Record<keyof LightSettings, string>>;

type NumberSetting = keyof typeof lightSettingLabels;

const largest: Record<NumberSetting, number> = {
  yellowAbove: 100,
  redAbove: 100,
  dueSoonDays: 366,
  lateStartRedMonths: 12,
  aheadAbove: 100,
  behindAbove: 100,
};

const wholeNumbers: readonly NumberSetting[] = ['dueSoonDays', 'lateStartRedMonths'];

/** Thresholds are compared with figures of two decimals. */
function hasTwoDecimals(value: number): boolean {
  return Number(value.toFixed(2)) === value;
}

function checkNumber(settings: LightSettings, key: NumberSetting): string[] {
  const value = settings[key];
  const isWhole = !wholeNumbers.includes(key) || Number.isInteger(value);
  if (value >= 0 && value <= largest[key] && isWhole && hasTwoDecimals(value)) return [];
  const form = wholeNumbers.includes(key) ? '整数' : '数，最多两位小数';
  return [`${lightSettingLabels[key]}须是0到${largest[key]}之间的${form}，请修改。`];
}

function checkOne(settings: LightSettings): string[] {
  const keys = Object.keys(lightSettingLabels) as NumberSetting[];
  const problems = keys.flatMap((key) => checkNumber(settings, key));
  if (settings.redAbove < settings.yellowAbove)
    problems.push('红灯起点不能小于黄灯起点，否则没有黄灯，请修改其中一个。');
  return problems.map((problem) => `自${settings.effectiveFrom}起的亮灯规则：${problem}`);
}

/** What is wrong with the settings, a sentence each; empty when nothing is. */
export function checkLightSettings(list: readonly LightSettings[]): string[] {
  return [...checkStartDates(list, '亮灯规则'), ...list.flatMap(checkOne)];
}
