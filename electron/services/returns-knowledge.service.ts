/** What the program knows that a return is held against: units, tasks, what is stored, what it was filled from. */
import { formBase } from '#shared/domain/form-meta.ts';
import { type Period, periodEnd, periodYear } from '#shared/domain/period.ts';
import type { BaseValues, StoredWord } from '#shared/domain/return/assess-row.ts';
import type { ColumnRole, LearnedHeadings } from '#shared/domain/return/column-role.ts';
import type { LearnedTexts } from '#shared/domain/return/match-task.ts';
import { readingsOf } from '#shared/domain/return/merge.ts';
import type { KnownTarget } from '#shared/domain/return/target-cell.ts';
import {
  comparableTexts,
  type IndexedTask,
  indexTasks,
  type KnownTask,
  type TaskIndex,
} from '#shared/domain/return/task-index.ts';
import { createUnitFinder, type UnitFinder } from '#shared/domain/return/unit-words.ts';
import type { EndedTask } from '#shared/domain/supervision/ended-task.ts';
import type { Reader } from '../db/executor.ts';
import { listStoredUnits } from '../db/repositories/directory.repository.ts';
import { listLearnedHeadings, listLearnedTexts } from '../db/repositories/learned.repository.ts';
import { listCurrentReports } from '../db/repositories/progress-current.repository.ts';
import { listPairsOfUnit } from '../db/repositories/progress-pairs.repository.ts';
import {
  type BaseByTask,
  listFormBase,
  listLastImported,
} from '../db/repositories/returns-base.repository.ts';
import {
  listMatchableTasks,
  type MatchableTask,
  newestDocumentYear,
} from '../db/repositories/returns-tasks.repository.ts';
import { listEndedTasks } from '../db/repositories/task-life.repository.ts';
import { listTargetsByTask } from '../db/repositories/tasks-parts.repository.ts';

/** Whose return, and for when. */
export interface ReturnScope {
  unitId: number;
  period: Period;
  /** From the form's meta: tasks of other documents are not meant then. */
  documentNumber: string | null;
}

export interface ReturnsKnowledge {
  finder: UnitFinder;
  /** For a month named without a year; null before there is any document. */
  defaultYear: number | null;
  unitId(name: string): number | null;
  unitName(unitId: number): string | null;
  /** The tasks of the period's year, the unit's own marked and placed as in its form. */
  taskIndex(scope: ReturnScope): Promise<TaskIndex>;
  /** What the unit says now, by task id. */
  storedWords(scope: ReturnScope, index: TaskIndex): Promise<Map<number, StoredReportWord>>;
  /** What the unit's last accepted return, or the form, was filled from, by task id. */
  lastImported(scope: ReturnScope, index: TaskIndex): Promise<Map<number, BaseValues>>;
  formBase(formId: string): Promise<Map<number, BaseValues>>;
  /** The targets of the unit's own tasks, by task id. */
  targets(scope: ReturnScope, index: TaskIndex): Promise<Map<number, KnownTarget[]>>;
  /** The unit's own tasks that were no longer pursued by a day, by task id. */
  endedTasks(index: TaskIndex, date: string): Promise<Map<number, EndedTask>>;
  /** What people taught of the unit's tables; nothing for null. */
  learnedHeadings(unitId: number | null): Promise<LearnedHeadings>;
  learnedTexts(unitId: number, index: TaskIndex): Promise<LearnedTexts>;
}

/** With the report it stands in. */
export type StoredReportWord = StoredWord & { reportId: number };

function knownTask(
  task: MatchableTask,
  own: ReadonlySet<number>,
  places: ReadonlyMap<number, number>,
): KnownTask {
  const isProject = task.kind === 'livelihood';
  return {
    taskId: task.taskId,
    code: task.code,
    content: task.content,
    sourceContent: task.sourceContent,
    leader: task.leader,
    project: isProject ? task.sectionTitle : null,
    section: isProject ? task.sectionTitle : `${task.sectionLabel}、${task.sectionTitle}`,
    isOwn: own.has(task.taskId),
    position: places.get(task.taskId) ?? null,
  };
}

async function loadIndex(
  reader: Reader,
  scope: ReturnScope,
  tasks: readonly MatchableTask[],
  textsOfTask: (task: KnownTask) => IndexedTask['texts'],
): Promise<TaskIndex> {
  const { unitId, period, documentNumber } = scope;
  const year = periodYear(period);
  const own = await listPairsOfUnit(reader, unitId, { scope: 'all', year });
  const asked = await listPairsOfUnit(reader, unitId, { scope: 'lead', year });
  const ownIds = new Set(own.map(({ taskId }) => taskId));
  const places = new Map(asked.map(({ taskId }, index) => [taskId, index + 1]));
  const ofDocument = tasks.filter((task) => task.documentNumber === documentNumber);
  const meant = ofDocument.length > 0 ? ofDocument : tasks;
  const known = meant.map((task) => knownTask(task, ownIds, places));
  return indexTasks(known, textsOfTask);
}

function ownTaskIds(index: TaskIndex): number[] {
  return index.tasks.filter(({ isOwn }) => isOwn).map(({ taskId }) => taskId);
}

function asBase(reports: BaseByTask): Map<number, BaseValues> {
  const entries = [...reports].map(([taskId, { values, targetValues }]) => {
    return [taskId, { values: formBase(values), readings: readingsOf(targetValues) }] as const;
  });
  return new Map(entries);
}

/** Remembers what it was asked, so that a folder of returns asks the database once for each unit. */
export async function loadReturnsKnowledge(reader: Reader): Promise<ReturnsKnowledge> {
  const units = await listStoredUnits(reader);
  const idByName = new Map(units.map(({ id, entry }) => [entry.name, id]));
  const nameById = new Map(units.map(({ id, entry }) => [id, entry.name]));
  const tasksByYear = new Map<number, Promise<MatchableTask[]>>();
  const indexes = new Map<string, Promise<TaskIndex>>();

  const texts = new Map<number, IndexedTask['texts']>();

  function textsOfTask(task: KnownTask): IndexedTask['texts'] {
    const known = texts.get(task.taskId) ?? comparableTexts(task);
    texts.set(task.taskId, known);
    return known;
  }

  function tasksOf(year: number): Promise<MatchableTask[]> {
    const tasks = tasksByYear.get(year) ?? listMatchableTasks(reader, year);
    tasksByYear.set(year, tasks);
    return tasks;
  }

  return {
    finder: createUnitFinder(units.map(({ entry }) => entry)),
    defaultYear: await newestDocumentYear(reader),
    unitId: (name) => idByName.get(name) ?? null,
    unitName: (unitId) => nameById.get(unitId) ?? null,
    taskIndex(scope) {
      const key = JSON.stringify([scope.unitId, periodYear(scope.period), scope.documentNumber]);
      const index =
        indexes.get(key) ??
        tasksOf(periodYear(scope.period)).then((tasks) => loadIndex(reader, scope, tasks, textsOfTask));
      indexes.set(key, index);
      return index;
    },
    async storedWords({ unitId, period }, index) {
      const reports = await listCurrentReports(reader, { period, unitId, taskIds: ownTaskIds(index) });
      return new Map(
        reports.map(({ id, taskId, revision, values, targetValues }) => [
          taskId,
          { reportId: id, revision, values, targetValues },
        ]),
      );
    },
    async lastImported({ unitId, period }, index) {
      return asBase(await listLastImported(reader, unitId, period, ownTaskIds(index)));
    },
    formBase: async (formId) => asBase(await listFormBase(reader, formId)),
    targets: ({ period }, index) => listTargetsByTask(reader, ownTaskIds(index), periodEnd(period)),
    endedTasks: (index, date) => listEndedTasks(reader, ownTaskIds(index), date),
    async learnedHeadings(unitId) {
      const learned = unitId === null ? [] : await listLearnedHeadings(reader, unitId);
      return new Map(learned.map(({ heading, role }) => [heading, role as ColumnRole]));
    },
    async learnedTexts(unitId, index) {
      const byId = new Map(index.tasks.map((task) => [task.taskId, task]));
      const learned = await listLearnedTexts(reader, unitId);
      return new Map(
        learned.flatMap(({ text, task_id }) => {
          const task = byId.get(task_id);
          return task === undefined ? [] : [[text, task] as const];
        }),
      );
    },
  };
}
