/** What a person says of files on the desk: whose they are, which are accepted, what becomes of each row. */

import type { DeskFileDetail, RowDecision, TeachableRole } from '#shared/contract/desk.ts';
import { AppError } from '#shared/contract/errors.ts';
import { parsePeriod } from '#shared/domain/period.ts';
import { decisionFor, type FileDecisions, rowKey } from '#shared/domain/return/decisions.ts';
import { learnedHeadingKey } from '#shared/domain/return/desk-columns.ts';
import { textsOf } from '#shared/domain/return/task-index.ts';
import type { DeskCore } from './desk-core.ts';
import { type LearningContext, teachHeading, teachTask } from './desk-learning.service.ts';
import type { EntryChange } from './desk-store.ts';
import { type DeskFileView, deskFile, deskRow } from './desk-view.ts';
import type { Job } from './job.ts';
import { unattendedJob } from './job.ts';

export function deskFileDetail(view: DeskFileView): DeskFileDetail {
  const rows = view.rows.map((row) => deskRow(view, row));
  return { ...deskFile(view), rows, columns: view.reading?.columns ?? [] };
}

export interface Telling {
  fileIds: readonly number[];
  unitId?: number | null | undefined;
  period?: string | null | undefined;
  receivedOn?: string | undefined;
}

function changeOf({ unitId, period, receivedOn }: Telling): EntryChange {
  return {
    ...(unitId === undefined ? {} : { statedUnitId: unitId }),
    ...(period === undefined ? {} : { statedPeriod: period === null ? null : parsePeriod(period) }),
    ...(receivedOn === undefined ? {} : { receivedOn }),
  };
}

/** Files told of another unit or period are read again at once. @throws AppError `bad_input`, `cancelled` */
export async function tellDesk(core: DeskCore, telling: Telling, job: Job): Promise<void> {
  const { unitId } = telling;
  if (unitId !== null && unitId !== undefined && (await core.knowledge()).unitName(unitId) === null) {
    throw new AppError('bad_input', '选定的单位已不存在，请重新选择单位。');
  }
  const isReread = unitId !== undefined || telling.period !== undefined;
  for (const id of telling.fileIds) {
    if (id < 0) continue;
    await core.entries.change(id, changeOf(telling));
    if (isReread) await core.read(id, job);
  }
}

export async function acceptFiles(
  core: DeskCore,
  fileIds: readonly number[],
  accepted: boolean,
): Promise<void> {
  const views = (await core.view()).filter(({ entry }) => fileIds.includes(entry.id));
  const refused = views.find((view) => accepted && !view.isAcceptable);
  if (refused !== undefined) {
    const { entry, reason } = refused;
    throw new AppError('bad_input', reason ?? `「${entry.fileName}」还没有读取，请读取后再采纳。`);
  }
  for (const { entry } of views) {
    await core.entries.change(entry.id, { decisions: { ...entry.decisions, accepted } });
  }
}

export interface RowWord {
  sheet: string;
  row: number;
  take?: boolean | null | undefined;
  sides?: RowDecision['sides'] | undefined;
  targetSides?: RowDecision['targetSides'];
  taskCode?: string | null | undefined;
  remember: boolean;
}

function isUndecided({ take, sides, targetSides = {}, taskCode }: RowDecision): boolean {
  const chosen = Object.keys(sides).length + Object.keys(targetSides).length;
  return take === null && taskCode === null && chosen === 0;
}

function withWord(decisions: FileDecisions, word: RowWord): FileDecisions {
  const before = decisionFor(decisions, word);
  const after: RowDecision = {
    take: word.take === undefined ? before.take : word.take,
    sides: { ...before.sides, ...word.sides },
    targetSides: { ...before.targetSides, ...word.targetSides },
    taskCode: word.taskCode === undefined ? before.taskCode : word.taskCode,
  };
  const { [rowKey(word)]: _, ...others } = decisions.rows;
  return { ...decisions, rows: isUndecided(after) ? others : { ...others, [rowKey(word)]: after } };
}

/** The row's own words, as the unit's next return will have them again. */
async function remember(
  core: DeskCore,
  learning: LearningContext,
  { reading, rows, entry }: DeskFileView,
  word: RowWord,
): Promise<void> {
  const place = `「${entry.fileName}」第 ${word.row} 行`;
  const code = word.taskCode ?? null;
  const own = rows.find(({ row }) => rowKey(row) === rowKey(word));
  if (code === null || own === undefined || reading === null) return;
  const { unit, period, form } = reading;
  if (unit === null || period === null) return;
  const scope = { unitId: unit.id, period, documentNumber: form?.documentNumber ?? null };
  const task = (await core.knowledge()).taskIndex(scope).then(({ byCode }) => byCode.get(code));
  const known = await task;
  if (known === undefined || !known.isOwn) {
    throw new AppError('bad_input', `${code} 不是${unit.name}承担的任务，没有记住，请重新选择。`);
  }
  const [words] = textsOf(own.read.labels);
  if (words === undefined) {
    throw new AppError('bad_input', `${place}没有写重点工作的文字，下次无从认起，请取消「记住」后再选。`);
  }
  await teachTask(learning, unit.id, words, known);
}

/** @throws AppError `bad_input` for a row that the file does not have */
export async function decideRows(
  core: DeskCore,
  learning: LearningContext,
  fileId: number,
  words: readonly RowWord[],
): Promise<DeskFileDetail> {
  const view = await core.viewFile(fileId);
  const rows = new Set(view.rows.map(({ row }) => rowKey(row)));
  const missing = words.find((word) => !rows.has(rowKey(word)));
  if (missing !== undefined) {
    const place = `工作表「${missing.sheet}」第 ${missing.row} 行`;
    throw new AppError('bad_input', `「${view.entry.fileName}」没有${place}，请刷新后重试。`);
  }
  for (const word of words) if (word.remember) await remember(core, learning, view, word);
  const decisions = words.reduce(withWord, view.entry.decisions);
  await core.entries.change(fileId, { decisions });
  if (words.some(({ taskCode }) => taskCode !== undefined)) await core.read(fileId, unattendedJob);
  return deskFileDetail(await core.viewFile(fileId));
}

/** Also for the unit's other files on the desk: they wait to be read again. */
export async function teachColumn(
  core: DeskCore,
  learning: LearningContext,
  { fileId, sheet, letter, role }: { fileId: number; sheet: string; letter: string; role: TeachableRole },
): Promise<DeskFileDetail> {
  const { reading, entry } = await core.viewFile(fileId);
  const unit = reading?.unit ?? null;
  const column = reading?.columns.find((known) => known.sheet === sheet && known.letter === letter);
  if (unit === null) {
    throw new AppError('bad_input', `还不知道「${entry.fileName}」是哪个单位的，请先选定单位。`);
  }
  if (column === undefined) {
    throw new AppError(
      'bad_input',
      `「${entry.fileName}」工作表「${sheet}」的 ${letter} 列不用说明，请刷新后重试。`,
    );
  }
  await teachHeading(learning, unit.id, learnedHeadingKey([column.heading]), role);
  await core.forget((id) => core.memory.readings.get(id)?.unit?.id === unit.id);
  return deskFileDetail(await core.viewFile(fileId));
}
