/** 考核 and 发布 (contract/assess.ts). */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  PublicationDetail,
  PublicationSummary,
  ScoreRulesEntry,
  ScoreRulesValues,
  ScoreSheet,
  UnitMark,
  UnitMarkEntry,
} from '#shared/contract/assess.ts';
import { AppError } from '#shared/contract/errors.ts';
import { rankingTables, scorecardTable } from '#shared/domain/score-tables.ts';
import { listUnitMarks } from '../db/repositories/unit-marks.repository.ts';
import { claimFileName } from '../excel/file-name.ts';
import { addMark, putRulesInForce, saveRules, withdrawMark } from './assess-edit.ts';
import { type Job, stopIfCancelled, unattendedJob } from './job.ts';
import { localDate } from './moment.ts';
import { requireDocuments, requirePeriod } from './period-documents.ts';
import {
  listPublications,
  type PublishingDependencies,
  publishPeriod,
  readPublication,
  reprint,
} from './publications.ts';
import { readRules, readScoreSheet } from './score-sheet.ts';

export interface AssessService {
  /** @throws AppError `bad_input`, `not_found` */
  scores(request: { period: string; rulesId?: number | undefined }): Promise<ScoreSheet>;
  rules(request: { year: number }): Promise<ScoreRulesEntry[]>;
  saveRules(values: ScoreRulesValues): Promise<ScoreRulesEntry[]>;
  putInForce(request: { rulesId: number; effectiveFrom: string }): Promise<ScoreRulesEntry[]>;
  marks(request: { year: number }): Promise<UnitMark[]>;
  addMark(entry: UnitMarkEntry): Promise<UnitMark[]>;
  withdrawMark(request: { markId: number }): Promise<UnitMark[]>;
  exportRanking(request: { period: string; file: string }): Promise<{ file: string }>;
  /** A file a unit; files written before a failure or a cancel stay. */
  exportScorecards(
    request: { period: string; unit?: string | undefined; directory: string },
    job: Job,
  ): Promise<{ directory: string; files: string[] }>;
  publish(request: { period: string; reason: string }, job: Job): Promise<PublicationDetail>;
  publications(request: Record<string, never>): Promise<PublicationSummary[]>;
  publication(request: { id: number }): Promise<PublicationDetail>;
  reprint(request: { id: number; directory: string }): Promise<{ files: string[] }>;
}

export function createAssessService(dependencies: PublishingDependencies): AssessService {
  const { open, excel, lights, context } = dependencies;
  const { database } = open;

  async function readScores(text: string, rulesId?: number): Promise<ScoreSheet> {
    const period = requirePeriod(text);
    await requireDocuments(database, period);
    return readScoreSheet({ reader: database, lights, today: localDate(context.now()) }, period, rulesId);
  }

  return {
    scores: ({ period, rulesId }) => readScores(period, rulesId),
    rules: ({ year }) => readRules(database, year),
    async saveRules(values) {
      await database.transaction().execute((writer) => saveRules(writer, context, values));
      return readRules(database, values.year);
    },
    async putInForce(request) {
      const year = await database
        .transaction()
        .execute((writer) => putRulesInForce(writer, context, request));
      return readRules(database, year);
    },
    marks: ({ year }) => listUnitMarks(database, year),
    async addMark(entry) {
      const year = await database.transaction().execute((writer) => addMark(writer, context, entry));
      return listUnitMarks(database, year);
    },
    async withdrawMark({ markId }) {
      const year = await database.transaction().execute((writer) => withdrawMark(writer, context, markId));
      return listUnitMarks(database, year);
    },
    async exportRanking({ period, file }) {
      await excel.writeTables(rankingTables(await readScores(period)), file, unattendedJob);
      return { file };
    },
    async exportScorecards({ period, unit, directory }, job) {
      const sheet = await readScores(period);
      const chosen = sheet.scores.filter((score) =>
        unit === undefined ? score.score !== null : score.unit === unit,
      );
      if (chosen.length === 0) throw new AppError('not_found', '没有要导出成绩单的单位，请重新选择。');
      await mkdir(directory, { recursive: true });
      const taken = new Set<string>();
      const files: string[] = [];
      for (const [index, score] of chosen.entries()) {
        stopIfCancelled(job);
        job.report(index, chosen.length, score.unit);
        const name = claimFileName(`${score.unit}-${sheet.label}考核成绩单`, '.xlsx', directory, taken);
        const file = join(directory, name);
        await excel.writeTables([scorecardTable(sheet, score)], file, job);
        files.push(file);
      }
      job.report(chosen.length, chosen.length, '');
      return { directory, files };
    },
    async publish({ period: text, reason }, job) {
      const period = requirePeriod(text);
      await requireDocuments(database, period);
      return publishPeriod(dependencies, period, reason, job);
    },
    publications: () => listPublications(database),
    publication: ({ id }) => readPublication(database, id),
    reprint: async ({ id, directory }) => ({ files: await reprint(open, id, directory) }),
  };
}
