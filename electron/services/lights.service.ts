/** 亮灯: lists, counts, a task's own, and overrides. */
import type { Kysely } from 'kysely';
import type { Contract } from '#shared/contract/index.ts';
import type { AreaHandlers } from '#shared/contract/method.ts';
import type { Database } from '../db/schema.ts';
import { readChangeStamp } from '../db/sqlite/change-stamp.ts';
import type { ServiceContext } from './context.ts';
import { type LightsReader, readLights, summarizeLights } from './lights-list.ts';
import { overrideLight, withdrawLightOverride } from './lights-override.service.ts';
import { createProposalMemory, type ProposalMemory } from './lights-plans.ts';
import { readTaskLights } from './lights-task.ts';
import { localDate } from './moment.ts';
import { createReadingMemory } from './reading-memory.ts';

export type LightsService = AreaHandlers<Contract['lights']>;

/** A list and its summary ask for the same; a walk through the periods asks for each twice, as 升降 compares two. */
const factsKept = 2;
const wordsKept = 3;

/** @param proposals shared with whoever else judges tasks, so that each text is read once */
export function createLightsService(
  database: Kysely<Database>,
  context: ServiceContext,
  proposals: ProposalMemory = createProposalMemory(),
): LightsService {
  const stamp = () => readChangeStamp(database);
  const memory = {
    facts: createReadingMemory(stamp, factsKept),
    words: createReadingMemory(stamp, wordsKept),
  };
  const reader = (): LightsReader => ({
    reader: database,
    proposals,
    memory,
    today: localDate(context.now()),
  });
  return {
    list: (query) => readLights(reader(), query),
    summary: (query) => summarizeLights(reader(), query),
    task: ({ taskId, moment }) => readTaskLights(reader(), taskId, moment),
    override: (entry) => database.transaction().execute((writer) => overrideLight(writer, context, entry)),
    withdrawOverride: ({ overrideId }) =>
      database.transaction().execute((writer) => withdrawLightOverride(writer, context, overrideId)),
  };
}
