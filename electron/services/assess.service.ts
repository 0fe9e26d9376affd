/** 考核 and 发布 (contract/assess.ts). */
import type {
  PublicationDetail,
  PublicationSummary,
  RulesTrial,
  ScorecardFormat,
  ScoreRulesEntry,
  ScoreRulesValues,
  ScoreSheet,
  UnitMark,
  UnitMarkEntry,
} from '#shared/contract/assess.ts';
import { AppError } from '#shared/contract/errors.ts';
import { rankingTables } from '#shared/domain/score-tables.ts';
import { listUnitMarks } from '../db/repositories/unit-marks.repository.ts';
import { addMark, putRulesInForce, saveRules, withdrawMark } from './assess-edit.ts';
import { readIssuingOffice } from './issuing-office.ts';
import { type Job, unattendedJob } from './job.ts';
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
import { readRulesTrial, type TrialRequest } from './score-trial.ts';
import { writeScorecards } from './scorecards.ts';
import { templatesFolder } from './templates-folder.ts';

export interface AssessService {
  /** @throws AppError `bad_input`, `not_found` */
  scores(request: { period: string }): Promise<ScoreSheet>;
  rules(request: { year: number }): Promise<ScoreRulesEntry[]>;
  saveRules(values: ScoreRulesValues): Promise<ScoreRulesEntry[]>;
  tryRules(request: TrialRequest): Promise<RulesTrial>;
  /** @param request with the seal of the trial that was seen @throws AppError `stale` when it has other results now */
  putInForce(request: TrialRequest & { seal: string }): Promise<ScoreRulesEntry[]>;
  marks(request: { year: number }): Promise<UnitMark[]>;
  addMark(entry: UnitMarkEntry): Promise<UnitMark[]>;
  withdrawMark(request: { markId: number }): Promise<UnitMark[]>;
  exportRanking(request: { period: string; file: string }): Promise<{ file: string }>;
  /** A file a unit and format; files written before a failure or a cancel stay. */
  exportScorecards(
    request: { period: string; unit?: string | undefined; formats: ScorecardFormat[]; directory: string },
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

  const scoreReader = () => ({ reader: database, lights, today: localDate(context.now()) });

  async function readScores(text: string): Promise<ScoreSheet> {
    const period = requirePeriod(text);
    await requireDocuments(database, period);
    return readScoreSheet(scoreReader(), period);
  }

  return {
    scores: ({ period }) => readScores(period),
    rules: ({ year }) => readRules(database, year),
    async saveRules(values) {
      await database.transaction().execute((writer) => saveRules(writer, context, values));
      return readRules(database, values.year);
    },
    tryRules: (request) => readRulesTrial(scoreReader(), request),
    async putInForce({ seal, ...request }) {
      const trial = await readRulesTrial(scoreReader(), request);
      const year = await database
        .transaction()
        .execute((writer) => putRulesInForce(writer, context, trial, seal));
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
    async exportScorecards({ period, unit, formats, directory }, job) {
      const sheet = await readScores(period);
      const scores = sheet.scores.filter((score) =>
        unit === undefined ? score.score !== null : score.unit === unit,
      );
      if (scores.length === 0) throw new AppError('not_found', '没有要导出成绩单的单位，请重新选择。');
      const { name: office } = await readIssuingOffice(database);
      const date = localDate(context.now());
      const writing = { excel, templates: templatesFolder(open.directory), office, date };
      const files = await writeScorecards(writing, { sheet, scores, formats, directory }, job);
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
