/** 指标完成值: the cell in which a unit says how far each target of a task is. */
import { dueLabel } from '../ledger-target.ts';
import type { PlainCell } from '../sheet.ts';
import type { Target } from '../target.ts';
import { foldForMatch } from '../text.ts';
import { type Amount, measureOfHeading, readAmount, tidyAmount } from './amount.ts';
import { amountText, convertAmount } from './target-amount.ts';

/** A target as the database knows it. */
export interface KnownTarget extends Target {
  id: number;
}

export interface TargetReading {
  targetId: number;
  value: number;
}

export interface TargetCellReading {
  readings: TargetReading[];
  /** Why something in the cell was left out; the rest of the row is not concerned. */
  problems: string[];
}

const nothing = /^(?:[-－—–/／\\、.。]+|无|空|暂无)$/;
const fillers =
  /^(?:截至|截止|目前|当前|本期|本月|累计|现|已|共|实际|完成|达到|达|实现|为|是|值|[:：，,、])+/u;

/** Names with their day where one task promises the same thing for several days (「新建项目开工率（6月底）」). */
export function targetLabels(targets: readonly Target[]): string[] {
  return targets.map(({ name, due }) => {
    const isShared = targets.filter((other) => other.name === name).length > 1;
    return isShared ? `${name}（${dueLabel(due).replace(/^\d+年/, '')}）` : name;
  });
}

/** What a form prints for a unit to go on from: a bare reading for one target, lines 「名称：值」 for several. */
export function targetCellText(targets: readonly KnownTarget[], readings: readonly TargetReading[]): string {
  const labels = targetLabels(targets);
  const lines = targets.map(({ id, measure }, index) => {
    const reading = readings.find(({ targetId }) => targetId === id);
    const shown = reading === undefined ? '' : amountText(reading.value, measure);
    return targets.length === 1 ? shown : `${labels[index]}：${shown}`;
  });
  return lines.join('\n');
}

/** Nothing but the names a form prefills, or a stroke. */
export function statesNoReading(text: string): boolean {
  return text.split('\n').every((line) => {
    const trimmed = line.trim();
    return trimmed === '' || nothing.test(trimmed) || /[:：]$/.test(trimmed);
  });
}

/** The longest beginning of the line that is one of the names; what stands behind it is the value. */
function splitLine(line: string, labels: readonly string[]): { index: number; value: string } | null {
  const folded = labels.map(foldForMatch);
  for (let end = line.length; end > 0; end -= 1) {
    const index = folded.indexOf(foldForMatch(line.slice(0, end)));
    const isWhole = index >= 0 && folded[index] !== '' && folded.lastIndexOf(folded[index] ?? '') === index;
    if (isWhole) return { index, value: line.slice(end) };
  }
  return null;
}

interface CellFacts {
  targets: readonly KnownTarget[];
  labels: readonly string[];
  /** What bare numbers below the heading are counted in. */
  counted: Amount | null;
}

function inHeadingsMeasure(amount: Amount, counted: Amount | null): Amount {
  if (counted === null || amount.measure !== '' || amount.hasMultiplier) return amount;
  return { ...counted, value: tidyAmount(amount.value * counted.value) };
}

function readValue(
  target: KnownTarget,
  text: string,
  counted: Amount | null,
): TargetReading | { problem: string } {
  const shown = text.replace(/^\s*[:：]\s*/, '').trim();
  const amount = readAmount(shown.replace(/\s+/g, '').replace(fillers, ''));
  if (amount === null) {
    const example = amountText(target.value, target.measure);
    return {
      problem: `「${shown}」不是一个确切的数，指标「${target.name}」没有采用，请写成「${example}」这样。`,
    };
  }
  const converted = convertAmount(inHeadingsMeasure(amount, counted), target, shown);
  return 'problem' in converted ? converted : { targetId: target.id, value: converted.value };
}

function readOnly(target: KnownTarget, text: string, facts: CellFacts): TargetReading | { problem: string } {
  const named = splitLine(text, [target.name]);
  return readValue(target, named === null ? text : named.value, facts.counted);
}

function readLine(line: string, facts: CellFacts): TargetReading | { problem: string } | null {
  const named =
    splitLine(line, facts.labels) ??
    splitLine(
      line,
      facts.targets.map(({ name }) => name),
    );
  const target = named === null ? undefined : facts.targets[named.index];
  if (named === null || target === undefined) {
    const names = facts.labels.map((label) => `「${label}」`).join('、');
    return {
      problem: `「${line.trim()}」看不出是哪项指标，没有采用；本任务有${names}，请写成“名称：值”，一行一项。`,
    };
  }
  const isBlank = statesNoReading(named.value.replace(/^\s*[:：]/, ''));
  return isBlank ? null : readValue(target, named.value, facts.counted);
}

function repeated(readings: readonly TargetReading[], facts: CellFacts): string[] {
  return facts.targets.flatMap(({ id }, index) => {
    const values = new Set(readings.filter(({ targetId }) => targetId === id).map(({ value }) => value));
    return values.size > 1
      ? [`指标「${facts.labels[index]}」写了 ${values.size} 个不同的值，没有采用，请只写一个。`]
      : [];
  });
}

function readText(text: string, facts: CellFacts): TargetCellReading {
  const { targets } = facts;
  const [only] = targets;
  const whole = text.trim();
  const isOne = only !== undefined && targets.length === 1;
  const lines = isOne ? [whole] : whole.split(/[\n；;]+/).filter((line) => line.trim() !== '');
  const found = lines.flatMap((line) =>
    isOne ? readOnly(only, line, facts) : (readLine(line, facts) ?? []),
  );
  const problems = found.flatMap((one) => ('problem' in one ? [one.problem] : []));
  const readings = found.flatMap((one) => ('problem' in one ? [] : [one]));
  const contradicting = repeated(readings, facts);
  if (contradicting.length > 0) return { readings: [], problems: [...problems, ...contradicting] };
  const distinct = new Map(readings.map((reading) => [reading.targetId, reading]));
  return { readings: [...distinct.values()], problems };
}

function textOf(cell: PlainCell): string {
  if (cell.kind !== 'number' || cell.number === null) return cell.text;
  return cell.percentFormat ? `${tidyAmount(cell.number * 100)}%` : String(tidyAmount(cell.number));
}

function unreadable(cell: PlainCell): string | null {
  if (cell.formulaWithoutValue) return '公式没有保存结果，指标完成值没有采用，请直接填写。';
  if (cell.kind === 'date') return `「${cell.text}」被当成了日期，指标完成值没有采用，请改成数字。`;
  const isReadable = cell.kind === 'text' || cell.kind === 'number';
  return isReadable ? null : `「${cell.text}」不是数，指标完成值没有采用，请改填数字和计量单位。`;
}

/**
 * @param heading may say the measure of bare numbers: 「完成值（万元）」
 * @param targets of the row's task, in its text's order
 */
export function readTargetCell(
  cell: PlainCell,
  heading: string,
  targets: readonly KnownTarget[],
): TargetCellReading {
  const failure = unreadable(cell);
  if (failure !== null) return { readings: [], problems: [failure] };
  const text = textOf(cell);
  if (statesNoReading(text)) return { readings: [], problems: [] };
  if (targets.length === 0) {
    return { readings: [], problems: [`这项任务没有量化指标，「${text.trim()}」没有采用。`] };
  }
  return readText(text, { targets, labels: targetLabels(targets), counted: measureOfHeading(heading) });
}
