/** 变更记录: who changed what, when and from where; append-only and chained by hash. */
import { z } from 'zod';
import { method } from './method.ts';
import { dateText, filePath, noInput, shortText } from './values.ts';

export const logFilter = z.strictObject({
  /** First and last day, local time, `YYYY-MM-DD`. */
  since: dateText.optional(),
  until: dateText.optional(),
  actor: shortText.optional(),
  entity: shortText.optional(),
  /** Words that the action, its subject or its values contain. */
  text: shortText.optional(),
});
export type LogFilter = z.output<typeof logFilter>;

export const logQuery = z.strictObject({
  filter: logFilter,
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(1_000).default(200),
});
export type LogQuery = z.output<typeof logQuery>;

export interface LogEntry {
  id: number;
  at: string;
  actor: string;
  origin: 'window' | 'command_line' | 'seed';
  action: string;
  entity: string;
  entityId: number;
  /** The task's code, the unit's name…; empty where the subject is gone or has no name. */
  subject: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export interface LogPage {
  /** Newest first. */
  entries: LogEntry[];
  total: number;
}

export interface LogOptions {
  actors: string[];
  entities: string[];
}

export interface ChainVerdict {
  entries: number;
  /** The last entry's hash, to be noted elsewhere; null for an empty log. */
  lastHash: string | null;
  /** One sentence; null when the chain holds. */
  problem: string | null;
}

export const logContract = {
  search: method<LogPage>()('read', logQuery),
  options: method<LogOptions>()('read', noInput),
  verify: method<ChainVerdict>()('read', noInput),
  exportLog: method<{ file: string; entries: number }>()(
    'output',
    z.strictObject({ filter: logFilter, file: filePath }),
  ),
};
