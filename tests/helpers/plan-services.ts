/** 计划 and the life of tasks over the seeded notice, with a clock that tests may set. */
import { join } from 'node:path';
import type { ExcelWorker } from '#electron/excel/excel-worker.ts';
import { createDueChanges } from '#electron/services/due-changes.ts';
import { unattendedJob } from '#electron/services/job.ts';
import { createLedgersService } from '#electron/services/ledgers.service.ts';
import { createLightsService } from '#electron/services/lights.service.ts';
import { createPlanService } from '#electron/services/plan.service.ts';
import { createProgressService } from '#electron/services/progress.service.ts';
import { createTasksService } from '#electron/services/tasks.service.ts';
import { createUnitsService } from '#electron/services/units.service.ts';
import type { LedgerScope } from '#shared/contract/exports.ts';
import type { PlanDetail, PlanSave } from '#shared/contract/plan.ts';
import type { MoveRequest } from '#shared/contract/task-life.ts';
import { emptyProgress } from '#shared/domain/progress.ts';
import { openSeededDatabase, temporaryDirectory, testContext } from './database.ts';

/** A plan as it stands, as an editor would send it back. */
export function planEdit({ taskId, plan }: PlanDetail): PlanSave {
  const { version, responsibleLeader, responsiblePerson, contact, contactPhone, workPlan } = plan;
  const trajectory = structuredClone(plan.trajectory) as PlanSave['trajectory'];
  return {
    taskId,
    version,
    responsibleLeader,
    responsiblePerson,
    contact,
    contactPhone,
    workPlan,
    trajectory,
    milestones: plan.milestones.map((milestone) => ({ ...milestone })),
  };
}

export async function openPlanServices(excel: ExcelWorker) {
  const open = await openSeededDatabase();
  const { database, raw } = open;
  const clock = { now: testContext.now() };
  const context = { ...testContext, now: () => clock.now };
  const dueChanges = createDueChanges(database, context);
  const tasks = createTasksService(database, context, dueChanges);
  const plan = createPlanService({ open, excel, context, dueChanges });
  const progress = createProgressService(database, context);
  const units = createUnitsService(database, context);
  const lights = createLightsService(database, context);
  const ledgers = createLedgersService({ database, excel, context });
  const unitIds = new Map((await units.list({})).map((unit) => [unit.name, unit.id]));
  const listed = await tasks.list({ filter: {}, offset: 0, limit: 5_000 });
  const ids = new Map(listed.rows.map((row) => [row.code, row.id]));
  const find = (known: Map<string, number>, name: string): number => {
    const id = known.get(name);
    if (id === undefined) throw new Error(`the seed has no ${name}`);
    return id;
  };
  const taskId = (code: string) => find(ids, code);
  const unitId = (name: string) => find(unitIds, name);
  return {
    open,
    database,
    raw,
    tasks,
    plan,
    progress,
    units,
    lights,
    taskId,
    unitId,
    /** Noon of a day, for everything that asks what day it is. */
    setToday(date: string): void {
      clock.now = new Date(`${date}T04:00:00.000Z`);
    },
    detail: (code: string) => plan.detail({ taskId: taskId(code) }),
    /** A move with what most moves need not say left empty. */
    move(code: string, move: MoveRequest['move'], more: Partial<MoveRequest> = {}) {
      const date = clock.now.toISOString().slice(0, 10);
      const entry = { taskId: taskId(code), move, date, reason: '区委调整', requester: '', reviewer: '' };
      return plan.move({ ...entry, ...more });
    },
    report(
      unit: string,
      code: string,
      period: string,
      percent: number,
      targetValues: { targetId: number; value: number }[] = [],
    ) {
      return progress.save({
        taskId: taskId(code),
        unitId: unitId(unit),
        period,
        basedOnReport: null,
        values: { ...emptyProgress, narrative: '按计划推进。', percent },
        targetValues,
      });
    },
    async leaderId(name: string): Promise<number> {
      const { leaders } = await tasks.filterOptions({});
      const leader = leaders.find((candidate) => candidate.name === name);
      if (leader === undefined) throw new Error(`nobody is called ${name}`);
      return leader.id;
    },
    /** Every cell of a period's ledger, as a spreadsheet program reads it. */
    async ledger(period: string, scope: LedgerScope = { type: 'all' }): Promise<string[][]> {
      const file = join(temporaryDirectory(), '台账.xlsx');
      await ledgers.exportLedger({ period, scope, file }, unattendedJob);
      const { sheets } = await excel.readWorkbook(file);
      return sheets.flatMap(({ rows }) => rows.map((row) => row.map((cell) => cell?.text ?? '')));
    },
    async rowOf(code: string, moment: { period: string }) {
      const { rows } = await lights.list({ moment, filter: {} });
      return rows.find((row) => row.code === code);
    },
  };
}
