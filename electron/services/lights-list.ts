/** The list of lights at a moment, its counts, and the groups of the counts: all made from the same rows. */
import type {
  LightFilter,
  LightGroup,
  LightGrouping,
  LightList,
  LightQuery,
  LightRow,
  LightSummary,
  LightSummaryQuery,
} from '#shared/contract/lights.ts';
import { type Counted, isChosen, tallyOf } from '#shared/domain/lights/tally.ts';
import type { Named, TaskFacts } from '#shared/domain/lights/task-facts.ts';
import { isListedOn } from '#shared/domain/lights/task-facts.ts';
import { taskKindLabels } from '#shared/domain/task.ts';
import type { Reader } from '../db/executor.ts';
import { tasksOfYear } from '../db/repositories/light-tasks.repository.ts';
import { type TaskCondition, taskCondition } from '../db/repositories/tasks-filter.repository.ts';
import { breathe } from './breathe.ts';
import { readTaskFacts } from './lights-facts.ts';
import { type LightMoment, type ResolvedMoment, resolveMoment } from './lights-moment.ts';
import type { ProposalMemory } from './lights-plans.ts';
import { type JudgingDays, lightRow } from './lights-rows.ts';
import { readDayWords } from './lights-words.ts';
import type { ReadingMemory } from './reading-memory.ts';
import { readJudgingRules } from './rule-settings.ts';

export interface LightsReader {
  reader: Reader;
  proposals: ProposalMemory;
  memory: LightsMemory;
  /** `YYYY-MM-DD` */
  today: string;
}

export interface LightsMemory {
  facts: ReadingMemory;
  words: ReadingMemory;
}

/** Judging so many takes about a hundredth of a second. */
const tasksBetweenBreaths = 500;

export interface JudgedMoment {
  resolved: ResolvedMoment;
  days: JudgingDays;
  facts: TaskFacts[];
}

/** What is asked of the words of a task is asked of the database; the rest depends on the day. */
async function conditionOf(
  reader: Reader,
  year: number,
  { kind, text }: LightFilter,
): Promise<TaskCondition> {
  const narrowed = await taskCondition(reader, {
    ...(kind === undefined ? {} : { kind }),
    ...(text === undefined ? {} : { text }),
  });
  const ofYear = tasksOfYear(year);
  return (eb) => eb.and([ofYear(eb), narrowed(eb)]);
}

async function readMoment(
  { reader, proposals, memory, today }: LightsReader,
  { moment: query, filter }: LightQuery,
): Promise<JudgedMoment> {
  const resolved = await resolveMoment(reader, query, today);
  const { moment, last } = resolved;
  const { kind, text } = filter;
  const facts = await memory.facts.recall(JSON.stringify([moment.year, kind, text]), async () =>
    readTaskFacts(reader, await conditionOf(reader, moment.year, filter), proposals),
  );
  const rules = await readJudgingRules(reader);
  const wordsAt = (at: LightMoment) =>
    memory.words.recall(JSON.stringify(at), () => readDayWords(reader, at, rules, 'all'));
  const now = await wordsAt(moment);
  const before = last === null ? null : await wordsAt(last);
  return {
    resolved,
    days: { now, last: before },
    facts: facts.filter((task) => isListedOn(task, moment.date)),
  };
}

function leadsLookedAt(task: TaskFacts, unitId: number | undefined): readonly Named[] {
  return unitId === undefined ? task.leads : task.leads.filter(({ id }) => id === unitId);
}

async function judgeAll(
  { facts, days }: JudgedMoment,
  { unitId, leaderId }: LightFilter,
): Promise<LightRow[]> {
  const rows: LightRow[] = [];
  for (const [index, task] of facts.entries()) {
    if (index % tasksBetweenBreaths === 0) await breathe();
    const leads = leadsLookedAt(task, unitId);
    if (unitId !== undefined && leads.length === 0) continue;
    const row = lightRow(task, leads, days);
    if (leaderId === undefined || row.leaderId === leaderId) rows.push(row);
  }
  return rows;
}

/** @throws AppError as `resolveMoment` */
export async function readLights(lights: LightsReader, query: LightQuery): Promise<LightList> {
  const judged = await readMoment(lights, query);
  const rows = await judgeAll(judged, query.filter);
  return { basis: judged.resolved.basis, rows: rows.filter((row) => isChosen(query.filter, row)) };
}

interface Member {
  key: LightGroup['key'];
  label: string;
  entry: Counted;
}

/** A joint task stands once under each of its leads, with that lead's own light (domain.md, Counting). */
function membersOf(row: LightRow, groupBy: LightGrouping): Member[] {
  if (groupBy === 'kind') return [{ key: row.kind, label: taskKindLabels[row.kind], entry: row }];
  if (groupBy === 'leader') return [{ key: row.leaderId, label: row.leader ?? '无牵头领导', entry: row }];
  return row.parts.map((part) => ({ key: part.unitId, label: part.unit, entry: part }));
}

/** In the order in which the groups first occur. */
function groupsOf(rows: readonly LightRow[], filter: LightFilter, groupBy: LightGrouping): LightGroup[] {
  const groups = new Map<LightGroup['key'], { label: string; entries: Counted[] }>();
  for (const { key, label, entry } of rows.flatMap((row) => membersOf(row, groupBy))) {
    if (!isChosen(filter, entry)) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { label, entries: [entry] });
    else group.entries.push(entry);
  }
  return [...groups].map(([key, { label, entries }]) => ({ key, label, ...tallyOf(entries) }));
}

/**
 * Every number of it equals the list that the same filter, narrowed by the number's own choice, opens.
 * @throws AppError as `resolveMoment`
 */
export async function summarizeLights(lights: LightsReader, query: LightSummaryQuery): Promise<LightSummary> {
  const judged = await readMoment(lights, query);
  const rows = await judgeAll(judged, query.filter);
  return {
    basis: judged.resolved.basis,
    ...tallyOf(rows.filter((row) => isChosen(query.filter, row))),
    groups: groupsOf(rows, query.filter, query.groupBy),
  };
}
