/** Saving one row of 进展录入. */
import { AppError } from '#shared/contract/errors.ts';
import type { ProgressSave } from '#shared/contract/progress.ts';
import { type Period, periodEnd, periodLabel, periodYear } from '#shared/domain/period.ts';
import { type ProgressValues, progressFields } from '#shared/domain/progress.ts';
import type { Reader, Writer } from '../db/executor.ts';
import { recordChange } from '../db/repositories/change-log.repository.ts';
import {
  appendRevision,
  currentReport,
  type StoredReport,
  type TargetValue,
} from '../db/repositories/progress.repository.ts';
import { listPairsOfUnit, type ReportingPair } from '../db/repositories/progress-pairs.repository.ts';
import { listTargetsByTask } from '../db/repositories/tasks-parts.repository.ts';
import type { ServiceContext } from './context.ts';
import { localMoment } from './moment.ts';

/** Excel and Windows break lines with \r\n; one form, so that a line break alone never makes a new revision. */
function withPlainLineBreaks(values: ProgressValues): ProgressValues {
  const plain = (text: string): string => text.replace(/\r\n?/g, '\n');
  return {
    ...values,
    narrative: plain(values.narrative),
    problems: plain(values.problems),
    next: plain(values.next),
    reporter: plain(values.reporter),
    phone: plain(values.phone),
  };
}

function sameReadings(left: readonly TargetValue[], right: readonly TargetValue[]): boolean {
  const values = new Map(right.map((reading) => [reading.targetId, reading.value]));
  return left.length === right.length && left.every(({ targetId, value }) => values.get(targetId) === value);
}

function sameAsStored(input: ProgressSave, values: ProgressValues, current: StoredReport | null): boolean {
  if (!sameReadings(input.targetValues, current?.targetValues ?? [])) return false;
  if (current !== null) return progressFields.every((field) => values[field] === current.values[field]);
  return progressFields.every((field) => values[field] === null || values[field] === '');
}

/** @throws AppError `bad_input` when the unit has no part in the task or the period is of another year */
async function findPair(reader: Reader, input: ProgressSave, period: Period): Promise<ReportingPair> {
  const [pair] = await listPairsOfUnit(reader, input.unitId, { scope: 'all', taskId: input.taskId });
  if (pair === undefined) {
    throw new AppError('bad_input', '这个单位不承担这项任务，进展没有保存。请刷新后在它自己的任务上填写。');
  }
  if (pair.year !== periodYear(period)) {
    throw new AppError(
      'bad_input',
      `${pair.code} 是${pair.year}年的任务，不能填${periodLabel(period)}的进展。请改选${pair.year}年的报告期。`,
    );
  }
  return pair;
}

/**
 * A reading of a number that other words have taken the place of since goes on with the row it was reported in.
 * @throws AppError `bad_input` for a target of another task, or one given twice
 */
async function checkReadings(
  reader: Reader,
  input: ProgressSave,
  code: string,
  period: Period,
  current: StoredReport | null,
): Promise<void> {
  const ids = input.targetValues.map((reading) => reading.targetId);
  const targets =
    (await listTargetsByTask(reader, [input.taskId], periodEnd(period))).get(input.taskId) ?? [];
  const stored = current?.targetValues.map(({ targetId }) => targetId) ?? [];
  const known = new Set([...targets.map((target) => target.id), ...stored]);
  if (new Set(ids).size === ids.length && ids.every((id) => known.has(id))) return;
  throw new AppError('bad_input', `${code} 的指标完成值与任务的指标对不上，进展没有保存。请刷新后重新填写。`);
}

function staleError(pair: ReportingPair, current: StoredReport | null): AppError {
  if (current === null) {
    return new AppError(
      'stale',
      `${pair.code} ${pair.unit}原有的进展已被撤销，您这一行没有保存。请刷新后再填写。`,
      { revision: 0 },
    );
  }
  const { values, revision, createdAt, createdBy } = current;
  const percent = values.percent === null ? '完成比例未填' : `完成比例 ${values.percent}%`;
  const narrative = values.narrative === '' ? '本期进展未填' : `本期进展“${values.narrative}”`;
  return new AppError(
    'stale',
    `${pair.code} ${pair.unit}的进展已由${createdBy}于${localMoment(createdAt)}改过，您这一行没有保存。现在是：${narrative}，${percent}。请核对后再保存。`,
    { revision, createdAt, createdBy, ...values },
  );
}

/**
 * Stores the row as the next revision, unless it says what is stored already.
 * @returns the pair the row belongs to
 * @throws AppError `bad_input`, or `stale` when somebody has saved or undone since the typist looked
 */
export async function saveProgress(
  writer: Writer,
  context: ServiceContext,
  input: ProgressSave,
  period: Period,
): Promise<ReportingPair> {
  const pair = await findPair(writer, input, period);
  const current = await currentReport(writer, input.taskId, input.unitId, period);
  await checkReadings(writer, input, pair.code, period, current);
  const values = withPlainLineBreaks(input.values);
  if (sameAsStored(input, values, current)) return pair;
  if ((current?.id ?? null) !== input.basedOnReport) throw staleError(pair, current);
  const { taskId, unitId, targetValues } = input;
  const createdAt = context.now().toISOString();
  const createdBy = context.operator;
  const { revision } = await appendRevision(writer, {
    taskId,
    unitId,
    period,
    values,
    targetValues,
    evidence: null,
    createdAt,
    createdBy,
  });
  await logSave(writer, context, { unit: pair.unit, period, revision }, input.taskId, {
    before: current?.values ?? null,
    after: values,
  });
  return pair;
}

/** Who typed what over what; a return's rows are logged with their batch. */
async function logSave(
  writer: Writer,
  context: ServiceContext,
  place: { unit: string; period: Period; revision: number },
  taskId: number,
  { before, after }: { before: ProgressValues | null; after: ProgressValues },
): Promise<void> {
  await recordChange(writer, {
    at: context.now().toISOString(),
    actor: context.operator,
    origin: context.origin,
    action: '录入进展',
    entity: 'progress',
    entityId: taskId,
    before: before === null ? null : { ...place, ...before, revision: place.revision - 1 },
    after: { ...place, ...after },
  });
}
