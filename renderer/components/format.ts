/** Numbers, periods and times as an office writes them. */
import { parsePeriod, periodLabel } from '#shared/domain/period.ts';
import { type Comparator, comparatorLabels } from '#shared/domain/target.ts';

const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 });

/** 10000000000, 元 → 「100 亿元」; 8500, 个 → 「8,500 个」. Nothing is rounded away above the fourth decimal. */
export function quantityText(value: number, measure: string): string {
  const size = Math.abs(value);
  const scaled =
    size >= 1e8 ? ([1e8, '亿'] as const) : size >= 1e4 ? ([1e4, '万'] as const) : ([1, ''] as const);
  const number = grouped.format(value / scaled[0]);
  if (measure === '%') return `${number}%`;
  return `${number} ${scaled[1]}${measure}`.trimEnd();
}

/** 「≥ 15 个」 */
export function promiseText(target: { comparator: Comparator; value: number; measure: string }): string {
  return `${comparatorLabels[target.comparator]} ${quantityText(target.value, target.measure)}`;
}

/** 「2024年6月」 of `2024-06`. */
export function periodName(period: string): string {
  const parsed = parsePeriod(period);
  return parsed === null ? period : periodLabel(parsed);
}

const localTime = new Intl.DateTimeFormat('zh-CN', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Local time of an ISO time: 「2024/06/28 15:04」. */
export function timeText(iso: string): string {
  return localTime.format(new Date(iso));
}
