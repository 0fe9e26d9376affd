/** 指标完成值 as the text of one cell: one line a target, in the task's order, blank where nothing was reported. */
import type { ProgressRow } from '#shared/contract/progress.ts';
import type { TaskTarget } from '#shared/contract/tasks.ts';
import { formatAmount, parseAmount } from '#shared/domain/amount-text.ts';
import { targetsText } from '#shared/domain/ledger-target.ts';

type Readings = ProgressRow['targetValues'];

const markers = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** 「①」 ties a target's promise to its reading; a single target needs none. */
export function targetMarker(index: number, count: number): string {
  return count < 2 ? '' : (markers[index] ?? `(${index + 1})`);
}

/** 「新增规上服务业企业50家以上」, as the form prints it. */
export function promiseText(target: TaskTarget): string {
  return targetsText([target], Number(target.due.slice(0, 4)));
}

/** 年度目标 in the sheet: one target a line. */
export function promisesText(targets: readonly TaskTarget[]): string {
  return targets.map((target, index) => targetMarker(index, targets.length) + promiseText(target)).join('\n');
}

export function readingsText(targets: readonly TaskTarget[], readings: Readings): string {
  const lines = targets.map((target) => {
    const reading = readings.find((one) => one.targetId === target.id);
    return reading === undefined ? '' : formatAmount(reading.value);
  });
  return joinReadings(lines);
}

/** Blank lines at the end say nothing. */
export function joinReadings(lines: readonly string[]): string {
  return lines.join('\n').replace(/\n+$/, '');
}

/** @returns as many lines as there are targets, or more when more were pasted */
export function splitReadings(text: string, targetCount: number): string[] {
  const lines = text === '' ? [] : text.split('\n');
  return [...lines, ...Array.from({ length: Math.max(0, targetCount - lines.length) }, () => '')];
}

/** @returns a problem in words when a line is not an amount of its target */
export function parseReadings(text: string, targets: readonly TaskTarget[]): Readings | { problem: string } {
  const readings: Readings = [];
  for (const [index, line] of splitReadings(text, targets.length).entries()) {
    if (line.trim() === '') continue;
    const target = targets[index];
    if (target === undefined)
      return { problem: `第 ${index + 1} 行“${line}”没有对应的指标，本任务共 ${targets.length} 项指标` };
    const value = parseAmount(line, target.measure);
    if (value === null) return { problem: `“${target.name}”的完成值“${line}”不是数字，请填如 32 或 8500万` };
    readings.push({ targetId: target.id, value });
  }
  return readings;
}
