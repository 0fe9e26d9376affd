/** 发布: a period frozen with its papers, so that it can be printed again unchanged. */
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublicationDetail, PublicationSummary, ScoreSheet } from '#shared/contract/assess.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { LightList } from '#shared/contract/lights.ts';
import { type Period, periodEnd, periodLabel } from '#shared/domain/period.ts';
import { rankingTables } from '#shared/domain/score-tables.ts';
import { settingsAt } from '#shared/domain/supervision/dated-settings.ts';
import {
  type Edition,
  editionLabel,
  nextEdition,
  type PublishedContent,
  type PublishedLight,
  sealOf,
} from '#shared/domain/supervision/publication.ts';
import type { Reader, Writer } from '../db/executor.ts';
import { insertAttachments } from '../db/repositories/attachment.repository.ts';
import { findLogHead, recordChange, sha256OfText } from '../db/repositories/change-log.repository.ts';
import {
  findEdition,
  findLatestEdition,
  insertEdition,
  listEditions,
  type StoredEdition,
} from '../db/repositories/publication.repository.ts';
import type { OpenDatabase } from '../db/sqlite/open.ts';
import type { ExcelWorker } from '../excel/excel-worker.ts';
import { claimFileName } from '../excel/file-name.ts';
import { findAttachment, keepAttachment } from './attachments.ts';
import type { ServiceContext } from './context.ts';
import { type Job, stopIfCancelled } from './job.ts';
import type { LedgersService } from './ledgers.service.ts';
import type { LightsService } from './lights.service.ts';
import { localDate } from './moment.ts';
import { readJudgingRules } from './rule-settings.ts';
import { readScoreSheet } from './score-sheet.ts';

export interface PublishingDependencies {
  open: Pick<OpenDatabase, 'database' | 'directory'>;
  excel: Pick<ExcelWorker, 'writeTables'>;
  lights: Pick<LightsService, 'list' | 'summary'>;
  ledgers: Pick<LedgersService, 'exportLedger'>;
  context: ServiceContext;
}

type Documents = PublishedContent['documents'];

/** Writes the period's papers into a folder of their own, keeps them by digest, and removes the folder. */
async function keepDocuments(
  { open, excel, ledgers }: PublishingDependencies,
  sheet: ScoreSheet,
  job: Job,
): Promise<Documents> {
  const folder = join(open.directory, `publishing-${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  try {
    const ledger = join(folder, `${sheet.label}台账.xlsx`);
    await ledgers.exportLedger({ period: sheet.period, scope: { type: 'all' }, file: ledger }, job);
    stopIfCancelled(job);
    const ranking = join(folder, `${sheet.label}考核排名.xlsx`);
    await excel.writeTables(rankingTables(sheet), ranking, job);
    const documents: Documents[number][] = [];
    for (const [title, file] of [
      ['台账', ledger],
      ['考核排名', ranking],
    ] as const) {
      const { sha256, fileName } = await keepAttachment(open.directory, file);
      documents.push({ title, fileName, sha256 });
    }
    return documents;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function publishedLights({ rows }: LightList): PublishedLight[] {
  return rows.flatMap((row) =>
    row.parts.map((part) => ({
      code: row.code,
      unit: part.unit,
      expected: part.expected,
      actual: part.actual,
      gap: part.gap,
      light: part.override?.light ?? part.computed,
      rule: part.rule,
      reason: part.reason,
      override:
        part.override === null
          ? null
          : {
              light: part.override.light,
              reason: part.override.reason,
              until: part.override.until,
              by: part.override.by,
            },
    })),
  );
}

async function readContent(
  dependencies: PublishingDependencies,
  period: Period,
  job: Job,
): Promise<PublishedContent> {
  const { open, lights, context } = dependencies;
  const moment = { period };
  const today = localDate(context.now());
  const sheet = await readScoreSheet({ reader: open.database, lights, today }, period);
  const summary = await lights.summary({ moment, filter: {}, groupBy: 'leader' });
  const list = await lights.list({ moment, filter: {} });
  const end = periodEnd(period);
  const rules = await readJudgingRules(open.database);
  const light = settingsAt(rules.light, end);
  const curves = rules.curves.filter(({ effectiveFrom }) => effectiveFrom <= end);
  return {
    // Through JSON, so that what is sealed is what is stored.
    figures: JSON.parse(JSON.stringify(summary)),
    lights: publishedLights(list),
    scores: sheet.scores,
    rules: JSON.parse(JSON.stringify({ score: sheet.rules, light, curves })),
    documents: await keepDocuments(dependencies, sheet, job),
    logHead: await findLogHead(open.database),
  };
}

async function storeEdition(
  writer: Writer,
  { now, operator, origin }: ServiceContext,
  edition: Edition,
): Promise<number> {
  const id = await insertEdition(writer, edition, sealOf(edition, sha256OfText));
  await insertAttachments(
    writer,
    edition.content.documents.map(({ title, fileName, sha256 }) => ({
      entity: 'publication',
      entity_id: id,
      sha256,
      file_name: fileName,
      note: title,
      created_at: edition.publishedAt,
      created_by: operator,
    })),
  );
  await recordChange(writer, {
    at: now().toISOString(),
    actor: operator,
    origin,
    action: '发布',
    entity: 'publication',
    entityId: id,
    before: null,
    after: { period: edition.period, edition: edition.edition, reason: edition.reason },
  });
  return id;
}

/** @throws AppError `bad_input` without a reason for a later edition, or when nothing has changed */
export async function publishPeriod(
  dependencies: PublishingDependencies,
  period: Period,
  reason: string,
  job: Job,
): Promise<PublicationDetail> {
  const { open, context } = dependencies;
  const content = await readContent(dependencies, period, job);
  stopIfCancelled(job);
  const id = await open.database.transaction().execute(async (writer) => {
    const previous = await findLatestEdition(writer, period);
    const publishedAt = context.now().toISOString();
    const draft = { period, reason, content, publishedAt, publishedBy: context.operator };
    const result = nextEdition(previous === null ? null : editionOf(previous), draft);
    if (!result.ok) throw new AppError('bad_input', result.sentence);
    return storeEdition(writer, context, result.edition);
  });
  return readPublication(open.database, id);
}

/** Whether it still says what was sealed. */
export function isWhole(stored: StoredEdition): boolean {
  return sealOf(editionOf(stored), sha256OfText) === stored.sha256;
}

function editionOf({ id: _, sha256: __, ...edition }: StoredEdition): Edition {
  return edition;
}

export function summaryOf({
  id,
  period,
  edition,
  reason,
  content,
  ...stored
}: StoredEdition): PublicationSummary {
  return {
    id,
    period,
    edition,
    label: `${periodLabel(period as Period)}${editionLabel({ edition, reason })}`,
    publishedAt: stored.publishedAt,
    publishedBy: stored.publishedBy,
    sha256: stored.sha256,
    documents: content.documents.map(({ fileName }) => fileName),
  };
}

export async function readPublication(reader: Reader, id: number): Promise<PublicationDetail> {
  const stored = await findEdition(reader, id);
  if (stored === null) throw new AppError('not_found', '没有找到这一版，请刷新后再试。', { id });
  return {
    ...summaryOf(stored),
    reason: stored.reason,
    content: stored.content,
    problem: isWhole(stored) ? null : '这一版的内容与发布时封存的不一致，已被改动，请用备份核对。',
  };
}

export async function listPublications(reader: Reader): Promise<PublicationSummary[]> {
  return (await listEditions(reader)).map(summaryOf);
}

/** Copies of the kept papers. @throws AppError `not_found`, `file_unreadable`, `file_unwritable` */
export async function reprint(
  open: Pick<OpenDatabase, 'database' | 'directory'>,
  id: number,
  directory: string,
): Promise<string[]> {
  const { content } = await readPublication(open.database, id);
  await mkdir(directory, { recursive: true });
  const taken = new Set<string>();
  const files: string[] = [];
  for (const { fileName, sha256 } of content.documents) {
    const kept = await findAttachment(open.directory, sha256);
    const [stem = fileName] = fileName.split(/\.xlsx$/);
    const file = join(directory, claimFileName(stem, '.xlsx', directory, taken));
    await copyFile(kept, file);
    files.push(file);
  }
  return files;
}
