/** The lights over the seeded notice, with what plans, moves and leaders' terms would be entered by their own screens. */
import { createLightsService } from '#electron/services/lights.service.ts';
import { createRulesService } from '#electron/services/rules.service.ts';
import type { LightFilter, LightPart, LightRow } from '#shared/contract/lights.ts';
import type { Trajectory } from '#shared/domain/supervision/trajectory.ts';
import { testContext } from './database.ts';
import { openLedgerServices } from './ledger-services.ts';

const at = '2024-01-02T01:00:00.000Z';
const by = '测试员';

export const wholeYear: Trajectory = { shape: 'linear', start: '2024-01-01', due: '2024-12-31' };

/** @param now of the service, which is what 今天 means */
export async function openLightServices(now = testContext.now) {
  const services = await openLedgerServices();
  const { database, raw, taskId, unitId } = services;
  const lights = createLightsService(database, { ...testContext, now });
  const rules = createRulesService(database, { ...testContext, now });

  async function rows(moment: { period?: string; date?: string }, filter: LightFilter = {}) {
    return (await lights.list({ moment, filter })).rows;
  }

  async function row(code: string, moment: { period?: string; date?: string }): Promise<LightRow> {
    const found = (await rows(moment)).find((candidate) => candidate.code === code);
    if (found === undefined) throw new Error(`${code} is not listed`);
    return found;
  }

  return {
    ...services,
    lights,
    rules,
    rows,
    row,
    async part(code: string, unit: string, moment: { period?: string; date?: string }): Promise<LightPart> {
      const found = (await row(code, moment)).parts.find((part) => part.unit === unit);
      if (found === undefined) throw new Error(`${unit} does not lead ${code}`);
      return found;
    },
    /** As a person who has confirmed the plan. */
    confirmPlan(code: string, trajectory: Trajectory): void {
      raw
        .prepare(
          `insert into task_plan (task_id, responsible_leader, responsible_person, contact, contact_phone, work_plan,
             due, trajectory, version, confirmed_at, confirmed_by) values (?, '', '', '', '', '', ?, ?, 1, ?, ?)`,
        )
        .run(taskId(code), trajectory.due, JSON.stringify(trajectory), at, by);
    },
    addMilestone(code: string, title: string, due: string, done: string | null): void {
      raw
        .prepare(
          `insert into milestone (task_id, position, title, due, weight, done_on, evidence, created_at, created_by)
           values (?, 0, ?, ?, null, ?, '', ?, ?)`,
        )
        .run(taskId(code), title, due, done, at, by);
    },
    move(code: string, move: string, to: string, on: string, reason = '区委调整'): void {
      raw
        .prepare(
          `insert into task_move (task_id, move, from_state, to_state, on_date, reason, reviewer, details, created_at,
             created_by) values (@task, @move, coalesce((select to_state from task_move where task_id = @task
               order by id desc limit 1), 'active'), @to, @on, @reason, '', '{}', @at, @by)`,
        )
        .run({ task: taskId(code), move, to, on, reason, at, by });
    },
    succeed(code: string, leader: string | null, from: string): void {
      raw
        .prepare(
          `insert into leader_term (task_id, from_date, leader_id, reason, created_at, created_by)
           values (?, ?, (select id from leader where name = ?), '分工调整', ?, ?)`,
        )
        .run(taskId(code), from, leader, at, by);
    },
    reword(code: string, content: string, from: string): void {
      raw
        .prepare(
          `insert into task_wording (task_id, from_date, content, reason, created_at, created_by)
           values (?, ?, ?, '区政府常务会议调整', ?, ?)`,
        )
        .run(taskId(code), from, content, at, by);
    },
    listFrom(code: string, from: string): void {
      raw.prepare('update task set listed_from = ? where id = ?').run(from, taskId(code));
    },
    publish(period: string): void {
      raw
        .prepare(
          `insert into publication (period, edition, reason, content, sha256, published_at, published_by)
           values (?, 1, '', '{}', ?, ?, ?)`,
        )
        .run(period, 'a'.repeat(64), at, by);
    },
    leadOf(code: string): Promise<string> {
      return services.task(code).then((task) => {
        const [unit] = task.reportingUnits;
        if (unit === undefined) throw new Error(`nobody reports on ${code}`);
        return unit;
      });
    },
    unitIdOf: unitId,
  };
}

export type LightServices = Awaited<ReturnType<typeof openLightServices>>;
