/** 今日待办: everything the rules of the worklist ask about, gathered in a handful of queries. */
import type { Worklist } from '#shared/contract/actions.ts';
import { contentOn, isListedOn, planOn, stateOn, type TaskFacts } from '#shared/domain/lights/task-facts.ts';
import type { ChaseFacts } from '#shared/domain/supervision/chase-facts.ts';
import { settingsAt } from '#shared/domain/supervision/dated-settings.ts';
import { firstTaskState } from '#shared/domain/supervision/task-state.ts';
import { todaysWorklist } from '#shared/domain/supervision/worklist.ts';
import type { Reader } from '../db/executor.ts';
import { listNoticeYears, tasksOfYear } from '../db/repositories/light-tasks.repository.ts';
import { type PairLights, pairKey, readPairLights } from './actions-light-since.ts';
import { type Papers, readPapers } from './actions-papers.ts';
import { readSilence, type SilentPeriods } from './actions-silence.ts';
import type { LightsService } from './lights.service.ts';
import { readTaskFacts } from './lights-facts.ts';
import type { ProposalMemory } from './lights-plans.ts';
import { readRuleSettings } from './rule-settings.ts';

export interface WorklistReading {
  reader: Reader;
  lights: Pick<LightsService, 'list'>;
  proposals: ProposalMemory;
}

interface Gathered {
  date: string;
  lights: PairLights;
  silence: SilentPeriods;
  papers: Papers;
}

function pairFacts(task: TaskFacts, { date, lights, silence, papers }: Gathered): ChaseFacts[] {
  const { taskId, code, listedFrom, extensions, states } = task;
  const plan = planOn(task, date);
  return task.leads.map(({ id: unitId, name: unit }) => ({
    code,
    content: contentOn(task, date),
    unit,
    state: stateOn(states, date)?.state ?? firstTaskState,
    due: plan.trajectory.due,
    light: lights.get(pairKey(taskId, unitId)) ?? null,
    unreported: silence(taskId, unitId, listedFrom),
    milestones: plan.milestones,
    slips: papers.slipsFor(taskId, unitId),
    extensions,
    meetings: papers.meetingsFor(taskId, unitId),
  }));
}

async function gather({ reader, lights }: WorklistReading, year: number, date: string): Promise<Gathered> {
  return {
    date,
    lights: await readPairLights(reader, lights, date),
    silence: await readSilence(reader, year, date),
    papers: await readPapers(reader, year, date),
  };
}

/** A year's tasks stay to be chased after it, until there is a newer notice. @param date `YYYY-MM-DD` */
export async function readWorklist(reading: WorklistReading, date: string): Promise<Worklist> {
  const { reader, proposals } = reading;
  const year = (await listNoticeYears(reader)).findLast((known) => known <= Number(date.slice(0, 4)));
  if (year === undefined) return { date, lines: [] };
  const tasks = (await readTaskFacts(reader, tasksOfYear(year), proposals)).filter((task) =>
    isListedOn(task, date),
  );
  const gathered = await gather(reading, year, date);
  const pairs = tasks.flatMap((task) => pairFacts(task, gathered));
  const ids = new Map(
    tasks.flatMap(({ taskId, code, leads }) =>
      leads.map(({ id, name }) => [`${code} ${name}`, { taskId, unitId: id }] as const),
    ),
  );
  const settings = settingsAt(await readRuleSettings(reader, 'action'), date);
  const entries = todaysWorklist(pairs, { today: date, settings });
  const lines = entries.flatMap((entry) => {
    const found = ids.get(`${entry.code} ${entry.unit}`);
    return found === undefined ? [] : [{ ...entry, ...found }];
  });
  return { date, lines };
}
