/** Judged tasks as the rows of a list, each with its movement against the last period. */
import type { LightFigures, LightOverrideView, LightPart, LightRow } from '#shared/contract/lights.ts';
import {
  type DayWords,
  type JudgedLead,
  type JudgedLight,
  type JudgedTask,
  judgeTask,
} from '#shared/domain/lights/judge-task.ts';
import { type LightName, lightNameLabels } from '#shared/domain/lights/light-names.ts';
import {
  contentOn,
  isListedOn,
  leaderOn,
  type Named,
  planOn,
  type StoredOverride,
  type TaskFacts,
  trajectoryOn,
} from '#shared/domain/lights/task-facts.ts';
import { type Movement, movementOf } from '#shared/domain/supervision/movement.ts';

/** The moment asked about, and the one it is compared with. */
export interface JudgingDays {
  now: DayWords;
  last: DayWords | null;
}

/** @param leads of the task; a unit is named where it is one of several */
function overrideView(override: StoredOverride, leads: readonly Named[]): LightOverrideView {
  const { id, light, reason, from, until, by } = override;
  const unit = leads.length > 1 ? leads.find((lead) => lead.id === override.unitId) : undefined;
  return { id, light, reason, from, until, by, unit: unit?.name ?? null };
}

/** 待明确 is no light that could rise or fall. */
function movement(last: LightName | null, now: LightName): Movement {
  return last === 'unnamed' || now === 'unnamed' ? 'none' : movementOf(last, now);
}

function figures(
  judged: JudgedLight,
  leads: readonly Named[],
  reason: string,
  last: LightName | null,
): LightFigures {
  const { computed, light, ruled, override, progressClass } = judged;
  return {
    light,
    computed: ruled,
    rule: computed.rule.key,
    ruleName: light === 'unnamed' ? lightNameLabels.unnamed : computed.rule.name,
    expected: computed.expected,
    actual: computed.actual,
    gap: computed.gap,
    reason,
    override: override === null ? null : overrideView(override, leads),
    movement: movement(last, light),
    progressClass,
  };
}

function partOf(lead: JudgedLead, before: JudgedTask | null): LightPart {
  const last = before?.leads.find(({ unit }) => unit.id === lead.unit.id)?.light ?? null;
  const { id: unitId, name: unit } = lead.unit;
  return {
    unitId,
    unit,
    reportedFor: lead.reportedFor,
    ...figures(lead, [lead.unit], lead.computed.reason, last),
  };
}

/** @param leads those looked at: all, or one unit, whose light then stands for the task */
export function lightRow(facts: TaskFacts, leads: readonly Named[], { now, last }: JudgingDays): LightRow {
  const judged = judgeTask(facts, leads, now);
  const before = last !== null && isListedOn(facts, last.date) ? judgeTask(facts, leads, last) : null;
  const leader = leaderOn(facts, now.date);
  const { taskId, code, kind } = facts;
  const plan = planOn(facts, now.date);
  return {
    taskId,
    code,
    kind,
    content: contentOn(facts, now.date),
    leaderId: leader?.id ?? null,
    leader: leader?.name ?? null,
    planStatus: plan.status,
    planReason: plan.reason,
    due: trajectoryOn(facts, now.date).due,
    gone: judged.standing.state === 'active' ? null : judged.standing,
    ...figures(judged, leads, judged.reason, before?.light ?? null),
    parts: judged.leads.map((lead) => partOf(lead, before)),
  };
}
