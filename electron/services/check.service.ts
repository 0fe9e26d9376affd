/** `duban check`: whether everything that is stored can be trusted. */
import type { Kysely } from 'kysely';
import { parsePeriod, periodEnd } from '#shared/domain/period.ts';
import { findLostHead } from '#shared/domain/supervision/log-anchor.ts';
import type { Reader } from '../db/executor.ts';
import { schemaVersion } from '../db/migrate.ts';
import { hashesOf } from '../db/repositories/change-log.repository.ts';
import { countReports, countStored, type StoredCounts } from '../db/repositories/document.repository.ts';
import {
  countStrayReadings,
  listAliasesThatAreNames,
  listReportedPeriodEnds,
  listTaskCodes,
} from '../db/repositories/integrity.repository.ts';
import { listReportingPairs, type ReportingPair } from '../db/repositories/notice-tasks.repository.ts';
import { listEditions } from '../db/repositories/publication.repository.ts';
import type { Database } from '../db/schema.ts';
import { listBackups, verifyBackup } from '../db/sqlite/backup-verify.ts';
import type { FileInspection } from '../db/sqlite/inspect.ts';
import type { OpenDatabase } from '../db/sqlite/open.ts';
import { numberProblems } from './actions-numbers.ts';
import { checkBackupOriginals, checkOriginals } from './check-originals.ts';
import { verifyLog } from './log.service.ts';
import { isWhole } from './publications.ts';
import { deriveReportingPairs } from './reporting-pairs.ts';

export interface CheckResult {
  /** Nothing is wrong. */
  ok: boolean;
  schemaVersion: number;
  integrity: 'ok' | 'damaged';
  counts: StoredCounts & { reports: number; backups: number; originals: number };
  /** One Chinese sentence each. */
  problems: string[];
}

/** Reads everything and changes nothing. */
export async function checkDatabase(open: OpenDatabase): Promise<CheckResult> {
  const inspection = open.inspect();
  const backups = await listBackups(open.directory);
  const { originals, problems: originalProblems } = await checkOriginals(open.database, open.directory);
  const problems = [
    ...fileProblems(inspection),
    ...(await contentProblems(open.database)),
    ...originalProblems,
    ...(await backupProblems(backups)),
  ];
  return {
    ok: problems.length === 0,
    schemaVersion: inspection.schemaVersion,
    integrity: inspection.damages.length === 0 && inspection.orphans.length === 0 ? 'ok' : 'damaged',
    counts: {
      ...(await countStored(open.database)),
      reports: await countReports(open.database),
      backups: backups.length,
      originals,
    },
    problems,
  };
}

function fileProblems({ damages, orphans, pragmas, schemaVersion: version }: FileInspection): string[] {
  return [
    ...damages.map((finding) => `数据库文件已损坏：${finding}。请用最近一份完好的备份恢复。`),
    ...[...new Set(orphans)].map((orphan) => `有记录指向不存在的数据：${orphan}。请联系维护人员。`),
    ...Object.entries(pragmas).map(([name, value]) => `数据库设置 ${name} 是 ${value}，不是应有的值。`),
    ...(version === schemaVersion ? [] : [`数据版本是 ${version}，应为 ${schemaVersion}。`]),
  ];
}

async function contentProblems(database: Kysely<Database>): Promise<string[]> {
  const aliases = await listAliasesThatAreNames(database);
  const readings = await countStrayReadings(database);
  const log = await verifyLog(database);
  const publications = await publicationProblems(database);
  return [
    ...(log.problem === null ? [] : [`${log.problem}请保留现状，联系维护人员查明原因。`]),
    ...publications,
    ...(await numberProblems(database)),
    ...(await reportingProblems(database)),
    ...(await periodProblems(database)),
    ...aliases.map(({ alias, unit }) => `“${unit}”的别名“${alias}”同时是另一个单位的名称，请删去该别名。`),
    ...(readings === 0 ? [] : [`有 ${readings} 个指标完成值记在别的任务的指标上。请联系维护人员。`]),
  ];
}

/** Each edition as it was sealed, and the log still leading through where it stood then. */
async function publicationProblems(reader: Reader): Promise<string[]> {
  const editions = await listEditions(reader);
  const broken = editions.filter((edition) => !isWhole(edition));
  const heads = editions.flatMap(({ content }) => content.logHead ?? []);
  const hashes = await hashesOf(
    reader,
    heads.map(({ id }) => id),
  );
  const lost = findLostHead(heads, (id) => hashes.get(id) ?? null);
  return [
    ...broken.map(
      ({ period, edition }) => `${period} 第${edition}版发布件与封存时不一致，已被改动。请用备份核对。`,
    ),
    ...(lost === null ? [] : [`${lost.reason}请保留现状，联系维护人员查明原因。`]),
  ];
}

async function reportingProblems(reader: Reader): Promise<string[]> {
  const stored = await listReportingPairs(reader);
  const derived = await deriveReportingPairs(reader);
  const differing = [...missingFrom(derived, stored), ...missingFrom(stored, derived)];
  const taskIds = [...new Set(differing.map((pair) => pair.taskId))];
  const codes = await listTaskCodes(reader, taskIds.slice(0, 30_000));
  return codes.map((code) => `任务 ${code} 的填报单位与牵头、责任单位对不上。请联系维护人员。`);
}

/** Those of the first that the second has not. */
function missingFrom(pairs: readonly ReportingPair[], others: readonly ReportingPair[]): ReportingPair[] {
  const known = new Set(others.map(pairKey));
  return pairs.filter((pair) => !known.has(pairKey(pair)));
}

function pairKey({ taskId, unitId, position }: ReportingPair): string {
  return `${taskId} ${unitId} ${position}`;
}

async function periodProblems(reader: Reader): Promise<string[]> {
  return (await listReportedPeriodEnds(reader))
    .filter((row) => {
      const period = parsePeriod(row.period);
      return period === null || periodEnd(period) !== row.periodEnd;
    })
    .map((row) => `报告期 ${row.period} 的进展记着错误的截止日 ${row.periodEnd}。请联系维护人员。`);
}

async function backupProblems(backups: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  const good: string[] = [];
  for (const backup of backups) {
    const { problem } = await verifyBackup(backup);
    if (problem === null) good.push(backup);
    else problems.push(problem);
  }
  return [...problems, ...(await checkBackupOriginals(good))];
}
