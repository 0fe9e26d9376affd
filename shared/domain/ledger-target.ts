/** 年度目标 and 完成时限 as a ledger or a form prints them. */
import type { Comparator, Target } from './target.ts';

const suffixes: Record<Comparator, string> = { '>=': '以上', '<=': '以内', '=': '' };

const multipliers = [
  { factor: 100_000_000, name: '亿' },
  { factor: 10_000, name: '万' },
] as const;

/** At most two decimals may stand before 万 or 亿; any other number is printed out. */
function printedNumber(value: number): string {
  for (const { factor, name } of multipliers) {
    const scaled = value / factor;
    if (Math.abs(scaled) >= 1 && Math.round(scaled * 100) === scaled * 100) return `${scaled}${name}`;
  }
  return String(value);
}

/** `2024年10月底` for a month's last day, else `2024年10月15日`. @param date `YYYY-MM-DD` */
export function dueLabel(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}年${month}月${day === lastDay ? '底' : `${day}日`}`;
}

/** 「新增规上服务业企业50家以上」; a date is named where it is not the year's end. */
function targetLabel(target: Target, year: number): string {
  const promise = `${target.name}${printedNumber(target.value)}${target.measure}${suffixes[target.comparator]}`;
  if (target.due === yearEnd(year)) return promise;
  const due = dueLabel(target.due);
  return `${promise}（${due.startsWith(`${year}年`) ? due.slice(5) : due}）`;
}

function yearEnd(year: number): string {
  return `${year}-12-31`;
}

/** One target a line; empty for a task that promises no number. @param year of the task's document */
export function targetsText(targets: readonly Target[], year: number): string {
  return targets.map((target) => targetLabel(target, year)).join('\n');
}
